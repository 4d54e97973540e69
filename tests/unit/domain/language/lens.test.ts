import { languageRules } from '$lib/content/language-rules';
import { lensOf } from '$lib/domain/language/lens';
import { TEXT_KINDS, type TextKind } from '$lib/domain/language/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const lens = lensOf(languageRules);

function marked(text: string, kind: TextKind = 'memo', without: string[] = []) {
	const { marks } = lens.read(text, { kind, without });
	return marks.map(({ rule, start, end }) => [rule, text.slice(start, end)]);
}

test.each([
	['Leave it to my people.', [['my-people', 'my people']]],
	['My people skills grew.', []],
	['The sales organization met.', [['part-as-organization', 'sales organization']]],
	['The World Health Organization met.', []],
	['Ask the human resources department.', []],
	['We put them back on the shelf.', []],
	['The IT organization met.', [['part-as-organization', 'IT organization']]],
	['Make it organization policy.', []],
	['The department’s mission is clear.', [['part-as-organization', 'department’s mission']]],
	['Do not forget: “internal customers” call too.', [['internal-customer', 'internal customers']]],
	['Internal-customer care.', [['internal-customer', 'Internal-customer']]],
	[
		'We need more heads, and no exceptions!',
		[
			['people-as-things', 'more heads'],
			['decree', 'no exceptions']
		]
	]
])('in “%s” it marks %j', (text, expected) => {
	expect(marked(text)).toEqual(expected);
});

test('a goal is only looked for among goals, and an outcome among outcomes', () => {
	expect(marked('Increase output by 10 percent.', 'goals')).toEqual([
		['goal-stops-here', 'Increase output']
	]);
	expect(marked('Increase output by 10 percent.')).toEqual([]);
});

test('a goal or an outcome that names the customer is left alone', () => {
	expect(marked('Reduce costs by 10 percent for our customers.', 'goals')).toEqual([]);
	expect(marked('Completed two projects that patients asked for.', 'outcomes')).toEqual([]);
});

test('a rule that a person does not want stays silent', () => {
	expect(marked('My people met the sales org.', 'memo', ['my-people'])).toEqual([
		['part-as-organization', 'sales org']
	]);
});

test('offers wording only where some fits in the place of the words', () => {
	const tries = (text: string) => lens.read(text, { kind: 'memo' }).marks.map((mark) => mark.try);
	expect(tries('My people are late.')).toEqual(['the people I work with']);
	expect(tries('No exceptions.')).toEqual([null]);
});

test('tells the sentence around a mark, also in a list and over a soft line break', () => {
	const text = 'Hello Dr. Smith. All good.\n- my\npeople met\n- done';
	const { marks } = lens.read(text, { kind: 'memo' });
	expect(marks.map(({ sentence }) => text.slice(sentence.start, sentence.end))).toEqual([
		'my\npeople met'
	]);
});

describe('for any text', () => {
	const words = languageRules.rules.flatMap(({ marks, exceptions, unless }) =>
		[...marks.map(({ phrase }) => phrase), ...exceptions, ...unless].flatMap((phrase) =>
			phrase.split(/[ |]/).map((word) => word.replace(/^[@<!*^$]+|\?$/g, '').replaceAll('_', ' '))
		)
	);
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc
			.array(
				fc.oneof(
					fc.constantFrom(...new Set(words)),
					fc.constantFrom('.', '\n', ', ', '🙂', '’s', '\ud800', '- ')
				),
				{ maxLength: 60 }
			)
			.map((parts) => parts.join(' '))
	);

	test('marks lie within the text and its sentence, in order, and share nothing', () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...TEXT_KINDS), (some, kind) => {
				let behind = 0;
				for (const { start, end, sentence } of lens.read(some, { kind }).marks) {
					expect(start).toBeGreaterThanOrEqual(Math.max(behind, sentence.start));
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(sentence.end);
					expect(sentence.end).toBeLessThanOrEqual(some.length);
					behind = end;
				}
			}),
			{ numRuns: 400 }
		);
	});

	test('leaving a rule out removes its marks and brings none of its own back', () => {
		fc.assert(
			fc.property(
				text,
				fc.constantFrom(...languageRules.rules.map(({ id }) => id)),
				(some, rule) => {
					const { marks } = lens.read(some, { kind: 'memo', without: [rule] });
					expect(marks.some((mark) => mark.rule === rule)).toBe(false);
				}
			),
			{ numRuns: 200 }
		);
	});
});

test.each([
	['one endless word', 'a'.repeat(200_000)],
	['one endless sentence of marks', 'my people and '.repeat(15_000)],
	[
		'one endless sentence of words that phrases begin with',
		'the our resource is all '.repeat(10_000)
	],
	['nothing but line breaks', '\n'.repeat(200_000)],
	['nothing but spaces before a small letter', ' '.repeat(200_000) + '\nx'],
	['nothing but bullets', '- '.repeat(100_000)],
	['nothing but digits and dots', '1.'.repeat(100_000)],
	['nothing but abbreviations', 'Dr. '.repeat(40_000)]
])('%s is read in time that grows with its length alone', (_, text) => {
	const began = performance.now();
	lens.read(text, { kind: 'comments' });
	expect(performance.now() - began).toBeLessThan(5_000);
});
