import fc from 'fast-check';
import { oddText } from './odd-values';
import type { PageForm } from './page-forms';

interface MadeUpForm {
	type: string;
	body: string | Uint8Array;
}
type Fields = PageForm['fields'];

const BORDER = 'a-border';
const TYPES = [
	'application/x-www-form-urlencoded',
	`multipart/form-data; boundary=${BORDER}`,
	'multipart/form-data',
	'application/json',
	'text/plain'
] as const;

/** A form that would be taken, with some of its fields changed, taken away, sent twice or sent as a file. */
export const madeUpForm: fc.Arbitrary<(fields: Fields) => MadeUpForm> = fc
	.record({
		type: fc.oneof(
			{ weight: 6, arbitrary: fc.constant(TYPES[0]) },
			{ weight: 3, arbitrary: fc.constant(TYPES[1]) },
			{ weight: 1, arbitrary: fc.constantFrom(...TYPES) }
		),
		changes: fc.array(
			fc.tuple(
				fc.nat(),
				fc.constantFrom('change', 'remove', 'repeat', 'rename', 'file', 'flood'),
				oddText
			),
			{ minLength: 0, maxLength: 3 }
		),
		cut: fc.option(fc.nat(200), { freq: 12 })
	})
	.map(({ type, changes, cut }) => (fields) => {
		const files = new Set<string>();
		const changed = changes.reduce((now, change) => spoil(now, change, files), [...fields]);
		const body = type.startsWith('multipart') ? multipart(changed, files) : encoded(changed);
		return { type, body: cut === null ? body : body.slice(0, body.length - cut) };
	});

function spoil(fields: Fields, [at, how, text]: [number, string, string], files: Set<string>) {
	if (how === 'flood')
		return [...fields, ...Array.from({ length: 3_000 }, (_, i): Fields[number] => [`x${i}`, text])];
	const place = at % Math.max(1, fields.length);
	const [name, value] = fields[place] ?? ['organization', ''];
	if (how === 'file') files.add(name);
	const replaced: Record<string, Fields> = {
		change: [[name, text]],
		remove: [],
		repeat: [
			[name, value],
			[name, text]
		],
		rename: [[text, value]],
		file: [[name, text]]
	};
	return fields.toSpliced(place, 1, ...replaced[how]!);
}

function encoded(fields: Fields): string {
	return new URLSearchParams(fields).toString();
}

/** Written by hand, since no library writes a header that is broken. */
function multipart(fields: Fields, files: ReadonlySet<string>): string {
	const parts = fields.map(([name, value]) => {
		const file = files.has(name) ? '; filename="../../’.csv"\r\ncontent-type: image/svg+xml' : '';
		return `--${BORDER}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
	});
	return `${parts.join('')}--${BORDER}--\r\n`;
}
