import { bestAssignment } from '$lib/domain/give-get/assignment';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each([
	[[], []],
	[[[]], [null]],
	[[[0]], [null]],
	[[[0.4]], [0]],
	[
		[
			[0.9, 0.8],
			[0.8, 0]
		],
		[1, 0]
	],
	[
		[[0.5], [0.7], [0.6]],
		[null, 0, null]
	],
	[
		[
			[0, 0.3, 0],
			[0, 0.4, 0]
		],
		[null, 1]
	]
])('%j goes together as %j', (worth, expected) => {
	expect(bestAssignment(worth)).toEqual(expected);
});

/** Tries everything, which is slow and sure. */
function bestSum(worth: number[][], row = 0, taken: readonly number[] = []): number {
	if (row === worth.length) return 0;
	const here = worth[row]!.map((value, column) =>
		taken.includes(column) ? 0 : value + bestSum(worth, row + 1, [...taken, column])
	);
	return Math.max(bestSum(worth, row + 1, taken), ...here);
}

test('no other way to put them together is worth more', () => {
	const table = fc
		.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
		.chain(([rows, columns]) =>
			fc.array(
				fc.array(
					fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
					{ minLength: columns, maxLength: columns }
				),
				{ minLength: rows, maxLength: rows }
			)
		);
	fc.assert(
		fc.property(table, (worth) => {
			const found = bestAssignment(worth);
			const taken = found.filter((column) => column !== null);
			expect(new Set(taken).size).toBe(taken.length);
			const sum = found.reduce(
				(total: number, column, row) => total + (column === null ? 0 : worth[row]![column]!),
				0
			);
			expect(sum).toBe(bestSum(worth));
		})
	);
});

test('two hundred gets and gives between the same two take less than a second', () => {
	const worth = Array.from({ length: 200 }, (_, row) =>
		Array.from({ length: 200 }, (_, column) => ((row * 7919 + column * 104_729) % 997) / 997)
	);
	const start = performance.now();
	expect(bestAssignment(worth).every((column) => column !== null)).toBe(true);
	expect(performance.now() - start).toBeLessThan(1_000);
});
