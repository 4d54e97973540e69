import { holoscope } from '$lib/content/instruments';
import { itemsOf } from '$lib/domain/instrument/form';
import { personScore } from '$lib/domain/scoring/person';
import { zonesTouched } from '$lib/domain/scoring/zones';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf, everyItem } from '../../../support/answers';

const dimension = (answers: Record<string, number | null>, id = 'voice') =>
	personScore(holoscope, 'full', answers).dimensions.find((entry) => entry.dimension === id)!;

describe('a dimension', () => {
	test('is 0 when every answer points to the monolith, 100 when every one points to the hologram', () => {
		expect(personScore(holoscope, 'full', everyItem('full', 'monolith')).overall.score).toBe(0);
		expect(personScore(holoscope, 'full', everyItem('full', 'hologram')).overall.score).toBe(100);
	});

	test.each([
		['four answers', { 'voice-1': 4, 'voice-2': 2, 'voice-3': 3, 'voice-4': 1 }, 75, 20],
		['three answers', { 'voice-1': 4, 'voice-2': 2, 'voice-3': 3 }, 200 / 3, 23],
		['one answer of each key', { 'voice-1': 5, 'voice-2': 1, 'voice-3': null }, 100, 29]
	])(
		'takes the mean of %s, with a margin that grows as answers go missing',
		(_, answers, score, margin) => {
			expect(dimension(answers).score).toBeCloseTo(score, 10);
			expect(dimension(answers).margin).toBe(margin);
		}
	);

	test.each([
		['two answers of one key', { 'voice-1': 5, 'voice-3': 5 }, 'one-key-only'],
		['a single answer', { 'voice-1': 5, 'voice-2': null }, 'too-few-answers'],
		['no answer', {}, 'too-few-answers']
	])('is not scored from %s', (_, answers, missing) => {
		expect(dimension(answers)).toMatchObject({ score: null, margin: null, missing });
	});

	test('counts what was not sure', () => {
		expect(dimension({ 'voice-1': null, 'voice-2': null, 'voice-3': 3 })).toMatchObject({
			asked: 4,
			answered: 1,
			notSure: 2
		});
	});
});

describe('the overall', () => {
	test('needs six of the eight dimensions', () => {
		const five = answersOf('full', (item) =>
			['voice', 'regard', 'rules', 'roles', 'power'].includes(item.dimension) ? 3 : null
		);
		const six = { ...five, 'whole-1': 3, 'whole-2': 3 };

		expect(personScore(holoscope, 'full', five).overall.score).toBeNull();
		expect(personScore(holoscope, 'full', six).overall).toMatchObject({ score: 50, dimensions: 6 });
	});

	test('leaves give and get out', () => {
		const answers = answersOf('full', (item) =>
			item.dimension === 'give-and-get' ? (item.key === 1 ? 5 : 1) : 3
		);
		expect(personScore(holoscope, 'full', answers).overall.score).toBe(50);
	});

	test.each([
		['full', 7],
		['quick', 14]
	])('of the %s form carries a margin of %i points', (form, margin) => {
		expect(personScore(holoscope, form, everyItem(form, 'hologram')).overall.margin).toBe(margin);
	});

	test('of the quick form comes from pointers that are not shown by themselves', () => {
		const { overall, dimensions, clearest } = personScore(
			holoscope,
			'quick',
			everyItem('quick', 'hologram')
		);
		expect(overall.score).toBe(100);
		expect(dimensions.filter(({ asked }) => asked > 0).every(({ isPointer }) => isPointer)).toBe(
			true
		);
		expect(clearest).toEqual([]);
	});
});

test('the clearest dimensions differ from the own overall by more than the margin, the farthest first', () => {
	const answers = answersOf('full', (item) => {
		if (item.dimension === 'rules') return item.key === 1 ? 1 : 5;
		if (item.dimension === 'voice') return item.key === 1 ? 5 : 1;
		return 3;
	});
	expect(personScore(holoscope, 'full', answers).clearest.toSorted()).toEqual(['rules', 'voice']);
});

test('whatever a person answers, scores are null or lie from 0 to 100, never NaN', () => {
	const items = itemsOf(holoscope, 'full');
	const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
	fc.assert(
		fc.property(fc.array(fc.option(answer, { nil: undefined }), { maxLength: 36 }), (values) => {
			const answers = Object.fromEntries(
				values.flatMap((value, at) => (value === undefined ? [] : [[items[at]!.id, value]]))
			);
			const { overall, dimensions, clearest } = personScore(holoscope, 'full', answers);
			for (const { score } of [overall, ...dimensions]) {
				expect(score === null || (score >= 0 && score <= 100)).toBe(true);
			}
			expect(clearest.length).toBeLessThanOrEqual(3);
		})
	);
});

test('turning every answer around turns the score around', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 36, maxLength: 36 }),
			(values) => {
				const items = itemsOf(holoscope, 'full');
				const score = (turn: (value: number) => number) =>
					personScore(
						holoscope,
						'full',
						Object.fromEntries(items.map(({ id }, at) => [id, turn(values[at]!)]))
					).overall.score!;
				expect(score((value) => 6 - value)).toBeCloseTo(100 - score((value) => value), 9);
			}
		)
	);
});

test.each([
	[50, 7, 3, 3],
	[42, 7, 2, 3],
	[0, 0, 1, 1],
	[100, 0, 5, 5],
	[20, 0, 2, 2],
	[97, 7, 5, 5]
])('a score of %i ± %i touches the zones %i to %i', (score, margin, from, to) => {
	expect(zonesTouched(score, margin)).toEqual({ from, to });
});
