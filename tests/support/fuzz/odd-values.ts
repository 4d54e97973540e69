import fc from 'fast-check';

/** Values that programs stumble over: keys of every object, numbers that are none, signs that no screen shows. */
export const oddTexts = [
	'',
	' ',
	'__proto__',
	'constructor',
	'\u0000',
	'\ud800',
	'\u202e\u001b[2J\r\nSet-Cookie: a=b',
	'2026-02-31',
	'9'.repeat(400),
	'-1',
	'1e999',
	'0x10',
	'NaN',
	'=HYPERLINK("https://elsewhere.example")',
	"'; DROP TABLE rounds; --",
	'../../../etc/passwd',
	'<svg onload=alert(1)>',
	'a\u0301'.repeat(2_000),
	'שלום 你好 👩‍👩‍👧‍👦'
];

export const oddText: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(...oddTexts),
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.integer().map(String)
);

export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom<unknown>(
		...oddTexts,
		null,
		true,
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
