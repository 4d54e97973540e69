import { hidden } from '$lib/domain/publication/reasons';
import type { VoteResult } from '$lib/domain/workshop/results';
import { trendsOf, type HeldVotes } from '$lib/domain/workshop/trend';
import { describe, expect, test } from 'vitest';

function voted(counts: number[]): VoteResult {
	const n = counts.reduce((sum, count) => sum + count, 0);
	const sum = counts.reduce((all, count, at) => all + count * (at + 1), 0);
	return {
		n,
		mean: { as: 'value', value: Math.round((10 * sum) / n) / 10 },
		dots: { as: 'counts', counts },
		shape: null,
		moved: null,
		voters: null
	};
}

const roughly: VoteResult = {
	...voted([1, 4, 2, 1, 0]),
	dots: { as: 'shape', heights: ['low', 'high', 'middle', 'low', 'low'] }
};

function held(heldOn: string, first: VoteResult, dimension = 'voice'): HeldVotes {
	return { heldOn, votes: [{ dimension, first }] };
}

describe('the trend over a team’s workshops', () => {
	// R 4.2: x <- rep(1:5, c(2,6,3,1,0)); y <- rep(1:5, c(0,1,3,6,2))
	// t.test(y, x): difference 1.5, 95 percent interval 0.7668 to 2.2332
	// qt(.975, 11) * sd(x) / sqrt(12): 0.5502
	const before = held('2026-05-04', voted([2, 6, 3, 1, 0]));
	const now = held('2026-11-22', voted([0, 1, 3, 6, 2]));

	test('shows each first vote with its margin, and a change beyond its noise', () => {
		const [trend] = trendsOf([before, now]);
		expect(trend!.points.map(({ heldOn }) => heldOn)).toEqual(['2026-05-04', '2026-11-22']);
		expect(trend!.points[0]!.margin).toBeCloseTo(0.5502463, 6);
		expect(trend!.change!.difference).toBeCloseTo(1.5, 10);
		expect(trend!.change!.isClear).toBe(true);
	});

	test('calls a small change no change', () => {
		const [trend] = trendsOf([before, held('2026-11-22', voted([1, 6, 4, 1, 0]))]);
		expect(trend!.change).toMatchObject({ isClear: false });
	});

	test('says nothing about a change where counts are not shown, on either side', () => {
		for (const pair of [
			[before, held('2026-11-22', roughly)],
			[held('2026-05-04', roughly), now]
		]) {
			const [trend] = trendsOf(pair);
			expect(trend!.change).toBeNull();
			expect(trend!.points).toHaveLength(2);
		}
	});

	test('keeps a hidden vote hidden', () => {
		const because = hidden('small-group', 5);
		const [trend] = trendsOf([
			before,
			held('2026-11-22', { ...roughly, mean: because, dots: because })
		]);
		expect(trend!.points[1]).toMatchObject({ mean: { as: 'hidden' }, margin: null });
	});

	test('claims no certainty for a room that voted alike', () => {
		const [trend] = trendsOf([before, held('2026-11-22', voted([0, 0, 9, 0, 0]))]);
		expect(trend!.points[1]!.margin).toBeNull();
	});

	test('is there only for what this workshop voted on, and an earlier one too', () => {
		expect(trendsOf([now])).toEqual([]);
		expect(trendsOf([])).toEqual([]);
		expect(trendsOf([held('2026-05-04', voted([1, 2, 3, 4, 5]), 'power'), now])).toEqual([]);
	});
});
