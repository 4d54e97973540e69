import { holoscope } from '$lib/content/instruments';
import type { Answers } from '$lib/domain/answers';
import { itemsOf, scaleRange } from '$lib/domain/instrument/form';
import type { Instrument } from '$lib/domain/instrument/instrument';
import { carelessFlags, isLeftOut } from '$lib/domain/scoring/careless';
import { encodeAnswers, layoutOf } from '$lib/domain/scoring/layout';
import { momentsOf } from '$lib/domain/scoring/moments';
import { personScore, type PersonScore } from '$lib/domain/scoring/person';
import * as readings from '$lib/domain/scoring/readings';
import { CARELESS_SIGNS } from '$lib/domain/scoring/signs';
import { Tally, type Cell } from '$lib/domain/scoring/tally';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallInstrument } from '../../../support/instruments';

const BALANCE = { outward: 'outside-in', inward: 'give-and-get' };

interface Person {
	team: string;
	answers: Answers;
	seconds: number;
}

const instruments: [string, Instrument, string][] = [
	['our full form', holoscope, 'full'],
	['our quick form', holoscope, 'quick'],
	[
		'one-pole items on 0–4',
		smallInstrument({ dimensions: { a: [1, 1, 1], b: [1, 1, 1, 1, 1] }, low: 0, high: 4 }),
		'full'
	],
	[
		'1–7 with a companion',
		smallInstrument({ dimensions: { a: [1, -1, 1], b: [-1, -1], '+c': [1] }, low: 1, high: 7 }),
		'full'
	],
	[
		'a dimension too wide for a table',
		smallInstrument({ dimensions: { a: Array(9).fill(1), b: [1, -1] } }),
		'full'
	],
	[
		'more dimensions than whole numbers can carry',
		smallInstrument({
			dimensions: Object.fromEntries([...'abcdefghijklmnopqrst'].map((id) => [id, [1, -1, 1]]))
		}),
		'full'
	]
];

function peopleOf(instrument: Instrument, form: string) {
	const { low, high } = scaleRange(instrument);
	const items = itemsOf(instrument, form);
	const answer = fc.oneof(
		{ weight: 12, arbitrary: fc.integer({ min: low, max: high }) },
		{ weight: 1, arbitrary: fc.constant(null) },
		{ weight: 1, arbitrary: fc.constant(undefined) }
	);
	const mixed = fc.array(answer, { minLength: items.length, maxLength: items.length });
	const runs = fc
		.array(fc.tuple(answer, fc.integer({ min: 1, max: 14 })), { minLength: 40, maxLength: 40 })
		.map((blocks) =>
			blocks.flatMap(([value, length]) => Array(length).fill(value)).slice(0, items.length)
		);
	const equal = answer.map((value) => Array<number | null | undefined>(items.length).fill(value));
	const person = fc.record({
		team: fc.constantFrom('east', 'west', 'north'),
		answers: fc
			.oneof(
				{ weight: 7, arbitrary: mixed },
				{ weight: 2, arbitrary: runs },
				{ weight: 1, arbitrary: equal }
			)
			.map(
				(values) =>
					Object.fromEntries(
						values.flatMap((value, at) => (value === undefined ? [] : [[items[at]!.id, value]]))
					) as Answers
			),
		seconds: fc.constantFrom(NaN, 10, 400)
	});
	return fc.array(person, { maxLength: 25 });
}

function tallyOf(instrument: Instrument, form: string, people: readonly Person[]): Tally {
	const layout = layoutOf(instrument, form);
	const tally = new Tally(layout);
	const sheet = new Uint8Array(layout.items.length);
	for (const { team, answers, seconds } of people) {
		encodeAnswers(layout, answers, sheet);
		tally.add(tally.cell(team), sheet, 0, seconds);
	}
	return tally;
}

const signsOf = (instrument: Instrument, form: string, { answers, seconds }: Person) =>
	carelessFlags(instrument, form, answers, Number.isNaN(seconds) ? null : seconds);

describe.each(instruments)('%s', (_, instrument, form) => {
	test('counted sheet by sheet gives what scoring each person and looking twice gives', () => {
		fc.assert(
			fc.property(peopleOf(instrument, form), (people) => {
				const tally = tallyOf(instrument, form, people);
				const total = readings.totalCell(tally);
				const flags = people.map((person) => signsOf(instrument, form, person));
				const counted = people.filter((_, at) => !isLeftOut(flags[at]!));
				const scores = counted.map(({ answers }) => personScore(instrument, form, answers));

				const near = (
					sample: { n: number; mean: number | null; variance: number | null },
					values: number[]
				) => {
					expect(sample.n).toBe(values.length);
					expectClose(sample.mean, mean(values), 8);
					expectClose(sample.variance, variance(values), 6);
				};
				instrument.dimensions.forEach((_, d) =>
					near(
						readings.dimensionSample(tally, total, d),
						present(scores.map(({ dimensions }) => dimensions[d]!.score))
					)
				);
				near(
					readings.overallSample(tally, total),
					present(scores.map(({ overall }) => overall.score))
				);
				expect(total.sums[tally.at.leftOut]).toBe(people.length - counted.length);
				expect([...tally.signs]).toEqual(
					CARELESS_SIGNS.map((sign) => flags.filter((found) => found.includes(sign)).length)
				);
				expectProfiles(tally, total, instrument, scores);
				expectFlagged(
					tally,
					total,
					counted.flatMap((person, at) =>
						signsOf(instrument, form, person).length ? [scores[at]!] : []
					)
				);
			}),
			{ numRuns: 60 }
		);
	});

	test('counted in parts, in any order, gives the same bits where the layout is exact', () => {
		fc.assert(
			fc.property(peopleOf(instrument, form), fc.nat(), fc.nat(), (people, cut, turn) => {
				const whole = tallyOf(instrument, form, people);
				const turned = [
					...people.slice(turn % (people.length + 1)),
					...people.slice(0, turn % (people.length + 1))
				];
				const at = cut % (people.length + 1);
				const merged = tallyOf(instrument, form, turned.slice(at));
				merged.merge(tallyOf(instrument, form, turned.slice(0, at)));

				const compare = whole.layout.isExact
					? (a: unknown, b: unknown) => expect(a).toEqual(b)
					: (a: Float64Array, b: Float64Array) =>
							a.forEach((value, i) => expect(value).toBeCloseTo(b[i]!, 6));
				for (const [team, cell] of whole.cells) {
					compare(merged.cell(team).sums, cell.sums);
					expect(merged.cell(team).counts).toEqual(cell.counts);
				}
				expect(merged.signs).toEqual(whole.signs);
				expect(merged.patterns).toEqual(whole.patterns);
				expect(merged.pairs).toEqual(whole.pairs);
				expect(merged.kept.inOrder()).toEqual(whole.kept.inOrder());
			}),
			{ numRuns: 40 }
		);
	});
});

test.each([
	['our full form', 0, true],
	['a dimension too wide for a table', 4, true],
	['more dimensions than whole numbers can carry', 5, false]
])('%s counts in whole numbers: %#', (_, at, isExact) => {
	expect(layoutOf(instruments[at]![1], 'full').isExact).toBe(isExact);
});

test('sheets are kept up to twenty thousand people, and none beyond', () => {
	const layout = layoutOf(holoscope, 'quick');
	const tally = new Tally(layout);
	const sheet = Uint8Array.from([1, 2, 3, 4, 5, 4, 3, 2]);
	for (let person = 0; person < 20_000; person++) tally.add(tally.cell('a'), sheet);
	expect(tally.kept.inOrder()).toHaveLength(20_000);

	const other = new Tally(layout);
	other.add(other.cell('b'), sheet);
	other.merge(tally);
	expect(other.kept.isComplete).toBe(false);
	expect(other.kept.inOrder()).toEqual([]);
});

function expectProfiles(tally: Tally, cell: Cell, instrument: Instrument, scores: PersonScore[]) {
	const spectrum = instrument.dimensions.flatMap(({ inSpectrum }, d) => (inSpectrum ? [d] : []));
	const rows = scores
		.map(({ dimensions }) => present(spectrum.map((d) => dimensions[d]!.score)))
		.filter((row) => row.length === spectrum.length);
	const profiles = readings.profileMoments(tally, cell);
	const expected = momentsOf(rows, spectrum.length);
	expect(profiles.n).toBe(expected.n);
	profiles.products
		.flat()
		.forEach((value, at) => expect(value).toBeCloseTo(expected.products.flat()[at]!, 5));

	const sides = instrument.dimensions.flatMap(({ id }, d) =>
		Object.values(BALANCE).includes(id) ? [d] : []
	);
	if (sides.length < 2) return;
	const pairs = scores
		.map(({ dimensions }) => present(sides.map((d) => dimensions[d]!.score)))
		.filter((row) => row.length === 2);
	const balance = readings.balanceMoments(tally, cell);
	expect(balance.n).toBe(pairs.length);
	balance.sums.forEach((sum, at) => expect(sum).toBeCloseTo(momentsOf(pairs, 2).sums[at]!, 6));
}

function expectFlagged(tally: Tally, cell: Cell, flagged: PersonScore[]) {
	const overall = present(flagged.map((score) => score.overall.score));
	const sample = readings.flaggedSample(tally, cell, tally.layout.dimensions.length);
	expect(cell.sums[tally.at.flagged]).toBe(flagged.length);
	expect(sample.n).toBe(overall.length);
	expectClose(sample.mean, mean(overall), 8);
}

function expectClose(value: number | null, expected: number | null, digits: number) {
	if (value === null || expected === null) return expect(value).toBe(expected);
	expect(value).toBeCloseTo(expected, digits);
}

function present(values: (number | null)[]): number[] {
	return values.filter((value) => value !== null);
}

function mean(values: number[]): number | null {
	return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

function variance(values: number[]): number | null {
	if (values.length < 2) return null;
	const center = mean(values)!;
	return values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1);
}
