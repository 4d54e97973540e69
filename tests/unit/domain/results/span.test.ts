import { clearDimensions, shownPlace, spanOf } from '$lib/domain/results/span';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupOf, hiddenScore, scoreOf } from '../../../support/results';

const bound = (side: 'or-more' | 'or-less', value: number) =>
	scoreOf('voice', 0, null, { mean: { as: 'bound', side, value } });

describe('where a shown score can lie', () => {
	test.each([
		['a mean with its margin', scoreOf('voice', 60, 7), { low: 53, high: 67 }],
		['a mean at the end of the spectrum', scoreOf('voice', 97, 7), { low: 90, high: 100 }],
		['“95 or more”', bound('or-more', 95), { low: 95, high: 100 }],
		['“5 or less”', bound('or-less', 5), { low: 0, high: 5 }],
		['a mean whose margin is hidden', scoreOf('voice', 60, null), null],
		['a hidden mean', hiddenScore('voice'), null]
	] as const)('%s', (_, score, span) => {
		expect(spanOf(score)).toEqual(span);
	});

	test('a bound stands at its edge, a hidden score nowhere', () => {
		expect(shownPlace(bound('or-more', 95))).toBe(95);
		expect(shownPlace(hiddenScore('voice'))).toBeNull();
	});
});

describe('the dimensions that differ for sure', () => {
	const group = (scores: [string, number, number | null][], overall = 50) => ({
		overall: scoreOf('overall', overall, 3),
		dimensions: scores.map(([measure, value, margin]) => scoreOf(measure, value, margin))
	});
	const named = (...given: Parameters<typeof clearDimensions>) =>
		clearDimensions(...given).map(({ measure }) => measure);

	test('are those whose whole interval lies on one side of the overall', () => {
		const shown = group([
			['voice', 40, 9],
			['rules', 40, 10],
			['roles', 62, 11],
			['power', 30, null]
		]);
		expect(named(shown, 'below')).toEqual(['voice']);
		expect(named(shown, 'above')).toEqual(['roles']);
	});

	test('are at most two, the farthest ones, in the order of the instrument', () => {
		const shown = group([
			['voice', 20, 5],
			['rules', 40, 5],
			['roles', 10, 5]
		]);
		expect(named(shown, 'below')).toEqual(['voice', 'roles']);
	});

	test('leave out what stands beside the spectrum, and what is hidden', () => {
		const shown = group([['give-and-get', 10, 5]]);
		expect(named(shown, 'below', ['give-and-get'])).toEqual([]);
		expect(named({ ...shown, overall: hiddenScore('overall') }, 'below')).toEqual([]);
	});

	test('are never on both sides at once', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 9 }),
				fc.integer({ min: 1, max: 30 }),
				(moved, margin) => {
					const shown = groupOf('team', 'Team', { moved, margin });
					const below = named(shown, 'below');
					expect(named(shown, 'above').filter((id) => below.includes(id))).toEqual([]);
				}
			)
		);
	});
});
