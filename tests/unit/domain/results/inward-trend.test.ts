import { inwardTrend } from '$lib/domain/results/inward-trend';
import type { ScoreView } from '$lib/domain/results/results';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { because, scoreOf } from '../../../support/results';

type Told = [difference: number, margin: number] | 'hidden' | null;

function score(measure: string, told: Told): ScoreView {
	const change: ScoreView['change'] =
		told === null || told === 'hidden'
			? told && because('small-group')
			: {
					as: 'value',
					value: {
						difference: told[0],
						margin: told[1],
						isClear: Math.abs(told[0]) > told[1]
					}
				};
	return scoreOf(measure, 50, 5, { change });
}

function trend(give: Told, outside: Told, customers?: Told) {
	return inwardTrend(
		{ dimensions: [score('outside-in', outside), score('give-and-get', give)] },
		customers === undefined ? null : { overall: score('overall', customers), dimensions: [] }
	);
}
const wordOf = (...told: Parameters<typeof trend>) => {
	const found = trend(...told);
	return found && [found.verdict, ...found.about.map(({ companion }) => companion)].join(' ');
};

describe('turned inward over time', () => {
	test.each<[string, Told, Told, Told | undefined, string | null]>([
		['nothing is said of a first round', null, null, undefined, null],
		['nothing is said where give and get is hidden', 'hidden', [0, 4], undefined, null],
		['a rise within its margin is none', [6, 6], [-20, 5], [-20, 5], null],
		['a fall is no rise', [-12, 5], [0, 4], [0, 4], null],
		['a rise with nothing to compare it with says nothing', [12, 5], 'hidden', 'hidden', null],
		['outside-in that stands still', [12, 5], [0, 5], undefined, 'turning-inward outside-in'],
		['outside-in that falls', [8, 5], [-9, 5], undefined, 'turning-inward outside-in'],
		['customers who see no more', [12, 5], [9, 5], [0, 5], 'turning-inward customers'],
		['both', [12, 5], [1, 5], [-1, 5], 'turning-inward outside-in customers'],
		['outside-in a little behind', [8, 5], [4, 5], undefined, 'unsure outside-in'],
		['customers few and their margin wide', [12, 5], [9, 5], [0, 15], 'unsure customers'],
		[
			'one behind for sure counts before one that is unsure',
			[12, 5],
			[0, 5],
			[4, 9],
			'turning-inward outside-in'
		],
		['all rise', [12, 5], [9, 5], [8, 5], 'together outside-in customers'],
		['customers hidden, outside-in rises', [12, 5], [9, 5], 'hidden', 'together outside-in']
	])('%s', (_, give, outside, customers, expected) => {
		expect(wordOf(give, outside, customers)).toBe(expected);
	});

	test('reads the customers’ own outside-in where their form shows it', () => {
		const group = { dimensions: [score('outside-in', [9, 4]), score('give-and-get', [12, 5])] };
		const customers = {
			overall: score('overall', [9, 4]),
			dimensions: [score('outside-in', [0, 4])]
		};
		expect(inwardTrend(group, customers)?.about).toEqual([
			{ companion: 'customers', change: { difference: 0, margin: 4 } }
		]);
	});

	test('never warns when a companion has clearly risen alone, or give and get has not', () => {
		const points = fc.integer({ min: -60, max: 60 });
		const margin = fc.integer({ min: 1, max: 40 });
		fc.assert(
			fc.property(points, margin, points, margin, (give, m1, outside, m2) => {
				const found = trend([give, m1], [outside, m2]);
				expect(found === null).toBe(give <= m1);
				if (outside > m2) expect(found?.verdict).not.toBe('turning-inward');
				if (found?.verdict === 'turning-inward')
					expect(give - outside).toBeGreaterThan(Math.hypot(m1, m2));
			})
		);
	});
});
