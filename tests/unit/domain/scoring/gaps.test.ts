import { holoscope } from '$lib/content/instruments';
import { knownNoise, perceptionGaps } from '$lib/domain/scoring/gaps';
import type { Sample } from '$lib/domain/scoring/sample';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normals } from '../../../support/simulate';

const group = (n: number, mean: number, sd: number): Sample => ({ n, mean, variance: sd ** 2 });
const leader = (mean: number): Sample => ({ n: 1, mean, variance: null });
const view = (a: Sample, b: Sample) => ({ dimension: 'voice', a, b });
const EMPTY: Sample = { n: 0, mean: null, variance: null };

describe('a perception gap', () => {
	test('may be shown when it is clear of noise and at least ten points', () => {
		// SE = √(400/16 + 400/16) = 7.07 with 30 df: 2.0423 × 7.07 = 14.44.
		const [gap] = perceptionGaps([view(group(16, 70, 20), group(16, 50, 20))]).dimensions;

		expect(gap).toMatchObject({ difference: 20, n: { a: 16, b: 16 }, mayShow: true });
		expect(gap!.error).toBeCloseTo(7.0711, 4);
		expect(gap!.df).toBeCloseTo(30, 9);
		expect(gap!.interval!.low).toBeCloseTo(5.559, 3);
	});

	test.each([
		['within its noise', group(5, 70, 20), group(5, 50, 20)],
		['sure but small', group(400, 59, 20), group(400, 50, 20)],
		['to nobody', group(5, 70, 20), EMPTY],
		['to one leader whose noise is not known', group(40, 90, 10), leader(20)]
	])('is not shown when it is %s', (_, a, b) => {
		expect(perceptionGaps([view(a, b)]).dimensions[0]!.mayShow).toBe(false);
	});

	test('to one leader is surer for this leader’s own view than for leaders in general', () => {
		const views = [view(group(9, 50, 15), leader(80))];
		const own = perceptionGaps(views, knownNoise(holoscope, 4, 'own-view')).dimensions[0]!;
		const general = perceptionGaps(views, knownNoise(holoscope, 4, 'people-like-this'));

		// 15²/9 = 25; 20.7²/4 = 107.1225; 20² = 400.
		expect(own.error).toBeCloseTo(Math.sqrt(25 + 107.1225), 10);
		expect(general.dimensions[0]!.error).toBeCloseTo(Math.sqrt(425), 10);
		expect([own.mayShow, general.dimensions[0]!.mayShow]).toEqual([true, false]);
	});

	test('has no known noise for an instrument that states none, or a dimension without items', () => {
		const unknown = { answer: null, onePerson: null };
		expect(knownNoise({ ...holoscope, precision: undefined }, 4, 'own-view')).toEqual(unknown);
		expect(knownNoise(holoscope, 0, 'own-view')).toEqual(unknown);
	});
});

describe('the index of all gaps', () => {
	test('takes the noise out of each gap', () => {
		// Gaps 20 and −10, each with SE² = 225/9 + 225/9 = 50: mean(400 − 50, 100 − 50) = 200.
		const views = [
			view(group(9, 70, 15), group(9, 50, 15)),
			view(group(9, 50, 15), group(9, 60, 15))
		];
		const { index, signed } = perceptionGaps(views);
		expect(index).toBeCloseTo(Math.sqrt(200), 10);
		expect(signed).toBe(5);
	});

	test('is zero when noise explains more than there is', () => {
		expect(perceptionGaps([view(group(3, 52, 20), group(3, 50, 20))]).index).toBe(0);
	});

	test('is null without a gap; gaps without an error stay out of it', () => {
		expect(perceptionGaps([])).toEqual({ dimensions: [], index: null, signed: null });
		expect(perceptionGaps([view(EMPTY, EMPTY)])).toMatchObject({ index: null, signed: null });
		expect(perceptionGaps([view(group(5, 60, 9), leader(80))])).toMatchObject({
			index: null,
			signed: -20
		});
	});

	test('turns its sign around with the lenses and keeps its size', () => {
		const side = fc.record({
			n: fc.integer({ min: 2, max: 30 }),
			mean: fc.integer({ min: 0, max: 100 }),
			variance: fc.integer({ min: 1, max: 900 })
		});
		fc.assert(
			fc.property(fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 8 }), (sides) => {
				const there = perceptionGaps(sides.map(([a, b]) => view(a, b)));
				const back = perceptionGaps(sides.map(([a, b]) => view(b, a)));
				expect(back.index).toBeCloseTo(there.index!, 9);
				expect(back.signed).toBeCloseTo(-there.signed!, 9);
			})
		);
	});

	// measurement table C5: people who agree; raw root mean square 12 and corrected 3.9 points for 5 against 5.
	test('averages a third of the raw gaps when five and five people agree', () => {
		const normal = normals(5);
		const runs = Array.from({ length: 400 }, () => {
			const sides = [simulatedLens(normal, 5), simulatedLens(normal, 5)] as const;
			const views = sides[0].map((a, d) => view(a, sides[1][d]!));
			const { index, dimensions } = perceptionGaps(views);
			return { index: index!, raw: rootMeanSquare(dimensions.map((gap) => gap.difference!)) };
		});
		expect(mean(runs.map(({ raw }) => raw))).toBeGreaterThan(10.5);
		expect(mean(runs.map(({ raw }) => raw))).toBeLessThan(13.5);
		expect(mean(runs.map(({ index }) => index))).toBeGreaterThan(3);
		expect(mean(runs.map(({ index }) => index))).toBeLessThan(5);
	});
});

/** Eight dimensions of people with a spread of 20 points who share a mood. */
function simulatedLens(normal: () => number, n: number): Sample[] {
	const people = Array.from({ length: n }, () => {
		const mood = normal() * Math.sqrt(0.417);
		return Array.from({ length: 8 }, () => 50 + 20 * (mood + normal() * Math.sqrt(0.583)));
	});
	return Array.from({ length: 8 }, (_, d) => {
		const scores = people.map((person) => person[d]!);
		const center = mean(scores);
		const squares = scores.reduce((sum, score) => sum + (score - center) ** 2, 0);
		return { n, mean: center, variance: squares / (n - 1) };
	});
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rootMeanSquare(values: readonly number[]): number {
	return Math.sqrt(mean(values.map((value) => value ** 2)));
}
