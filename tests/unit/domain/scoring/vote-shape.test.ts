import { voteShape } from '$lib/domain/scoring/vote-shape';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** Votes on levels 1 to 5. */
function shape(...votes: number[]) {
	const counts = [0, 0, 0, 0, 0];
	for (const vote of votes) counts[vote - 1]!++;
	return voteShape(counts);
}

describe('small votes', () => {
	test.each([
		[[], null],
		[[3], null],
		[[3, 3], 'agreement'],
		[[3, 4], 'agreement'],
		[[2, 4], 'two-camps'],
		[[1, 5], 'two-camps'],
		[[4, 4, 4], 'agreement'],
		[[1, 4, 4], 'one-far-off'],
		[[2, 4, 5], 'one-far-off'],
		[[2, 3, 4], 'spread'],
		[[1, 3, 5], 'spread'],
		[[3, 4, 4, 5], 'agreement'],
		[[2, 3, 4, 5], 'spread'],
		[[1, 1, 5, 5], 'two-camps'],
		[[2, 2, 4, 4], 'two-camps'],
		[[1, 2, 4, 5], 'two-camps'],
		[[1, 3, 3, 3], 'one-far-off'],
		[[1, 4, 4, 5, 5], 'one-far-off'],
		[[1, 3, 4, 5, 5], 'one-far-off'],
		[[1, 2, 4, 5, 5], 'two-camps'],
		[[1, 2, 3, 4, 4], 'spread'],
		[[1, 2, 3, 4, 5], 'spread'],
		[[1, 1, 3, 5, 5], 'two-camps'],
		[[2, 2, 3, 4, 4], 'spread'],
		[[1, 1, 4, 4, 4, 5], 'two-camps'],
		[[1, 5, 5, 5, 5, 5, 5, 5], 'one-far-off']
	])('%j is %s', (votes, expectation) => {
		expect(shape(...votes)).toBe(expectation);
	});
});

describe('large votes, counted by level', () => {
	test.each([
		[[0, 0, 100, 700, 200], 'agreement'],
		[[1, 0, 0, 500, 499], 'agreement'],
		[[200, 200, 200, 200, 200], 'spread'],
		[[50, 200, 500, 200, 50], 'spread'],
		[[450, 50, 0, 50, 450], 'two-camps'],
		[[300, 150, 100, 150, 300], 'two-camps'],
		[[0, 499, 2, 499, 0], 'two-camps'],
		[[15, 0, 0, 10, 75], 'spread'],
		[[20, 0, 0, 10, 70], 'two-camps'],
		// One of twenty is a stray, not somebody to point at; one of nineteen still is asked.
		[[1, 0, 0, 0, 19], 'agreement'],
		[[1, 0, 0, 0, 18], 'one-far-off'],
		[[2, 0, 0, 0, 18], 'spread']
	])('%j is %s', (counts, expectation) => {
		expect(voteShape(counts)).toBe(expectation);
	});
});

const votes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 60 });

test('the order of votes and looking from the other end change nothing', () => {
	fc.assert(
		fc.property(votes, (values) => {
			expect(shape(...values.toReversed())).toBe(shape(...values));
			expect(shape(...values.map((vote) => 6 - vote))).toBe(shape(...values));
		})
	);
});

test('every vote has a shape; all on one level or on two neighbors agree', () => {
	fc.assert(
		fc.property(votes, fc.integer({ min: 1, max: 4 }), (values, level) => {
			expect(shape(...values)).not.toBeNull();
			expect(shape(...values.map((vote) => level + (vote % 2)))).toBe('agreement');
		})
	);
});

test('the same room twice over keeps its shape, but for one who is far off', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 60 }),
			(values) => {
				const once = shape(...values);
				const twice = shape(...values, ...values);
				if (once === 'agreement' || once === 'two-camps') expect(twice).toBe(once);
				if (twice === 'agreement' && once !== 'agreement') expect(once).toBe('one-far-off');
			}
		)
	);
});
