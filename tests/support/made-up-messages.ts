import fc from 'fast-check';

interface MadeUp {
	type: string;
	/** Bytes, or what becomes of a message that would be taken. */
	body: string | Uint8Array | ((taken: string) => string);
}

/** Values that programs stumble over: keys of every object, numbers that are none, signs that no screen shows. */
const odd = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		'',
		'__proto__',
		'constructor',
		'\u0000',
		'\ud800',
		'\u202e\u001b[2J\r\nSet-Cookie: a=b',
		'2026-02-31',
		'9'.repeat(400),
		'=HYPERLINK("https://elsewhere.example")',
		"'; DROP TABLE rounds; --",
		'../../../etc/passwd',
		-0,
		1e308,
		Number.MAX_SAFE_INTEGER + 2,
		-1e-320,
		{ toString: 1, length: -1 },
		[[[[[]]]]]
	),
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.double(),
	fc.jsonValue({ maxDepth: 4 })
);

/** A message that would be taken, with one value changed, taken away or put beside the others. */
const spoiled = fc
	.tuple(fc.nat(), fc.constantFrom('change', 'remove', 'prototype', 'nest'), odd)
	.map(([at, how, value]) => (taken: string) => {
		if (how === 'prototype') return taken.replace('{', `{"__proto__":{"isOwner":true},`);
		if (how === 'nest') return `${'['.repeat(5_000)}${taken}${']'.repeat(5_000)}`;
		const message = JSON.parse(taken) as Record<string, unknown>;
		const keys = Object.keys(message);
		const key = keys[at % Math.max(1, keys.length)] ?? 'constructor';
		if (how === 'remove') delete message[key];
		else message[key] = value;
		// A number beyond all others is written as such.
		return JSON.stringify(message).replace('1e+308', '1e999');
	});

const encoded = fc
	.tuple(fc.constantFrom('utf16le', 'latin1', 'utf8'), odd)
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
		{ weight: 2, arbitrary: odd.map((value) => JSON.stringify(value) ?? 'null') },
		{ weight: 1, arbitrary: encoded },
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 2_000 }) }
	)
});
