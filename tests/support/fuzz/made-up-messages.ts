import fc from 'fast-check';
import { oddValue } from './odd-values';

interface MadeUp {
	type: string;
	/** Bytes, or what becomes of a message that would be taken. */
	body: string | Uint8Array | ((taken: string) => string);
}

type Part = Record<string, unknown>;

/** Every value in a message, however deep, as the part that holds it and its key there. */
function placesIn(part: Part): [Part, string][] {
	return Object.entries(part).flatMap(([key, value]): [Part, string][] => [
		[part, key],
		...(typeof value === 'object' && value !== null ? placesIn(value as Part) : [])
	]);
}

/** A message that would be taken, with one value changed, taken away or put beside the others. */
const spoiled = fc
	.tuple(fc.nat(), fc.constantFrom('change', 'remove', 'prototype', 'nest'), oddValue)
	.map(([at, how, value]) => (taken: string) => {
		if (how === 'prototype') return taken.replace('{', `{"__proto__":{"isOwner":true},`);
		if (how === 'nest') return `${'['.repeat(5_000)}${taken}${']'.repeat(5_000)}`;
		const message = JSON.parse(taken) as Part;
		const places = placesIn(message);
		const [part, key] = places[at % Math.max(1, places.length)] ?? [message, 'constructor'];
		if (how === 'remove') delete part[key];
		else part[key] = value;
		// A number beyond all others is written as such.
		return JSON.stringify(message).replace('1e+308', '1e999');
	});

const encoded = fc
	.tuple(fc.constantFrom('utf16le', 'latin1', 'utf8'), oddValue)
	.map(([encoding, value]) =>
		Uint8Array.from(Buffer.from(`\ufeff${JSON.stringify({ words: value })}`, encoding as 'utf8'))
	);

/** What somebody who wishes no good, or whose program is broken, might send where JSON is taken. */
export const madeUpMessage: fc.Arbitrary<MadeUp> = fc.record({
	type: fc.oneof(
		{ weight: 8, arbitrary: fc.constant('application/json') },
		{
			weight: 1,
			arbitrary: fc.constantFrom(
				'application/json; charset=utf-16',
				'text/plain',
				'multipart/form-data'
			)
		}
	),
	body: fc.oneof(
		{ weight: 6, arbitrary: spoiled },
		{ weight: 2, arbitrary: oddValue.map((value) => JSON.stringify(value) ?? 'null') },
		{ weight: 1, arbitrary: encoded },
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 2_000 }) }
	)
});
