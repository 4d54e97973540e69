import fc from 'fast-check';
import { oddText } from './odd-values';

interface MadeUpRead {
	/** What becomes of an address that leads somewhere. */
	path: (taken: string) => string;
	method: string;
	headers: Record<string, string>;
}

const oddWords = [
	'..',
	'%2e%2e',
	'%2F',
	'%5c..%5c',
	'%00',
	'%ff',
	'%',
	'.git',
	'__data.json',
	'%0d%0aSet-Cookie:%20a=b',
	'x'.repeat(4_000)
];
const oddHeaders = [
	['accept', 'text/html;q=NaN, */*;q=-1'],
	['accept', 'application/json'],
	['accept-encoding', 'identity;q=0, br;q=9'],
	['accept-language', `${'de-'.repeat(300)}x`],
	['cookie', `${'a=b; '.repeat(500)}seat=%F0%28%8C; sheet-key=`],
	['cookie', '__proto__=1; constructor=2; seat="'],
	['range', 'bytes=-1-,9999999999999-0'],
	['if-none-match', '*'],
	['if-modified-since', 'yesterday'],
	['last-event-id', '9'.repeat(30)],
	['x-forwarded-for', "127.0.0.1, ::1, ' OR 1=1"],
	['x-forwarded-host', 'elsewhere.example'],
	['x-forwarded-proto', 'javascript'],
	['x-sveltekit-invalidated', '1'.repeat(200)],
	['x-http-method-override', 'DELETE'],
	['expect', 'something-else'],
	['upgrade', 'websocket']
] as const;

const word = fc.oneof(fc.constantFrom(...oddWords), oddText.map(encode));
const query = fc.array(fc.tuple(word, word), { maxLength: 4 });

/** Addresses with words and questions that no page of ours writes, asked for in ways that no browser uses. */
export const madeUpRead: fc.Arbitrary<MadeUpRead> = fc.record({
	path: fc
		.record({ at: fc.option(fc.nat(8)), word, query })
		.map(({ at, word, query }) => (taken: string) => {
			const words = taken.split('/');
			if (at !== null) words[1 + (at % Math.max(1, words.length - 1))] = word;
			const asked = query.map((pair) => pair.join('=')).join('&');
			return (words.join('/') + (asked && `?${asked}`)).slice(0, 8_000);
		}),
	method: fc.oneof(
		{ weight: 8, arbitrary: fc.constant('GET') },
		{
			weight: 2,
			arbitrary: fc.constantFrom('HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND')
		}
	),
	headers: fc.array(fc.constantFrom(...oddHeaders), { maxLength: 3 }).map(Object.fromEntries)
});

/** As much of a text as an address can hold. */
function encode(text: string): string {
	return encodeURIComponent(text.toWellFormed()).slice(0, 600);
}
