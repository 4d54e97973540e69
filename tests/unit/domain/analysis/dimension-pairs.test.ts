import { dimensionPairs, type PairMode } from '$lib/domain/analysis/dimension-pairs';
import { pairSumsOf } from '$lib/domain/scoring/pairwise';
import { totalCell } from '$lib/domain/scoring/readings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tallyOf } from '../../../support/analyses';
import { smallInstrument } from '../../../support/instruments';

const cases: [string, number][] = [
	['a dimension counted by patterns', 3],
	['a dimension too wide for that', 8]
];

describe.each(cases)('%s', (_, size) => {
	const instrument = smallInstrument({ dimensions: { a: Array(size).fill(1), b: [1, -1] } });
	const isTabled = size < 8;

	test.each<PairMode>(['pairwise', 'listwise'])('has the sums of its people, %s', (mode) => {
		const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 9 });
		const row = fc.array(answer, { minLength: size, maxLength: size });
		fc.assert(
			fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
				// A different item of the other dimension keeps sheets of one value from being left out.
				const tally = tallyOf(
					instrument,
					'full',
					rows.map((values) => ({
						team: 'a',
						answers: {
							...Object.fromEntries(values.map((value, at) => [`a-${at + 1}`, value])),
							'b-1': 1,
							'b-2': 5
						}
					}))
				);
				expect(tally.layout.dimensions[0]!.isTabled).toBe(isTabled);
				const counted = rows
					.filter((values) => mode === 'pairwise' || values.every((value) => value !== null))
					.map((values) => values.map((value) => (value === null ? null : value - 1)));
				expect(dimensionPairs(tally, totalCell(tally), 0)[mode]).toEqual(pairSumsOf(counted, size));
			}),
			{ numRuns: 40 }
		);
	});
});
