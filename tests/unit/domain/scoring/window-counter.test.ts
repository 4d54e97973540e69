import { holoscope } from '$lib/content/instruments';
import type { Instrument } from '$lib/domain/instrument/instrument';
import { BALANCE_DIMENSIONS } from '$lib/domain/scoring/balance-dimensions';
import { emptyCell } from '$lib/domain/scoring/cell';
import { Kept } from '$lib/domain/scoring/kept';
import { layoutOf, type Layout } from '$lib/domain/scoring/layout';
import { SheetCounter } from '$lib/domain/scoring/sheet-counter';
import { Tally } from '$lib/domain/scoring/tally';
import type { Sheets } from '$lib/domain/scoring/team-order';
import { countsInWindows, WindowCounter } from '$lib/domain/scoring/window-counter';
import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { smallInstrument } from '../../../support/instruments';

const { outward, inward } = BALANCE_DIMENSIONS;

const instruments: [string, Instrument, string][] = [
	['our full form', holoscope, 'full'],
	['our quick form', holoscope, 'quick'],
	[
		'seven items on 1–7, with a companion',
		smallInstrument({ dimensions: { a: [1, -1, 1, 1], b: [-1, -1], '+c': [1] }, low: 1, high: 7 }),
		'full'
	],
	[
		'both sides of the balance in the spectrum, on two values',
		smallInstrument({
			dimensions: { [outward]: [1, -1, 1], [inward]: [1, 1, -1, 1, 1] },
			low: 0,
			high: 1
		}),
		'full'
	],
	[
		'three items on 0–10',
		smallInstrument({ dimensions: { a: [1, -1, 1] }, low: 0, high: 10 }),
		'full'
	]
];

interface Crowd {
	seed: number;
	sheets: number;
	teams: number;
	/** Share of items without an answer, and of sheets with one and the same answer nearly everywhere. */
	missing: number;
	careless: number;
	hasSeconds: boolean;
	/** Bytes that the sheets are away from the beginning of their memory. */
	offset: number;
	/** Everybody's answer to the first item. */
	first?: number;
}

const crowd: fc.Arbitrary<Crowd> = fc.record({
	seed: fc.integer(),
	sheets: fc.oneof(fc.constantFrom(0, 1, 2, 255, 256, 257), fc.nat(600)),
	teams: fc.integer({ min: 1, max: 12 }),
	missing: fc.constantFrom(0, 0.05, 0.6, 1),
	careless: fc.constantFrom(0, 0.2, 1),
	hasSeconds: fc.boolean(),
	offset: fc.nat(4)
});

/** Sheets in no order of teams, of which the last may have none. */
function sheetsOf(layout: Layout, crowd: Crowd): Sheets {
	const generator = xoroshiro128plus(crowd.seed);
	const random = () => (generator.next() >>> 0) / 2 ** 32;
	const below = (most: number) => Math.floor(random() * most);
	const bytes = new Uint8Array(crowd.offset + crowd.sheets * layout.items.length).subarray(
		crowd.offset
	);
	for (let sheet = 0; sheet < crowd.sheets; sheet++) {
		const usual = random() < crowd.careless ? 1 + below(layout.levels) : 0;
		for (let place = 0; place < layout.items.length; place++) {
			const isMissing = random() < crowd.missing;
			const answer = usual && random() < 0.97 ? usual : 1 + below(layout.levels);
			bytes[sheet * layout.items.length + place] = isMissing ? below(2) * layout.notSure : answer;
		}
		if (crowd.first) bytes[sheet * layout.items.length] = crowd.first;
	}
	return {
		bytes,
		cells: Uint32Array.from({ length: crowd.sheets }, () => below(crowd.teams)),
		seconds: crowd.hasSeconds
			? Float64Array.from({ length: crowd.sheets }, () => [NaN, 10, 400][below(3)]!)
			: undefined
	};
}

function everythingCounted(
	layout: Layout,
	teams: number,
	count: (counter: SheetCounter, kept: Kept, cells: ReturnType<typeof emptyCell>[]) => void
) {
	const counter = new SheetCounter(layout, BALANCE_DIMENSIONS);
	const kept = new Kept(layout.items.length);
	const cells = Array.from({ length: teams }, (_, team) => emptyCell(counter, `${team}`, team));
	count(counter, kept, cells);
	return { cells, signs: counter.signs, table: counter.table, kept: kept.inOrder() };
}

const oneByOne = (layout: Layout, crowd: Crowd) =>
	everythingCounted(layout, crowd.teams, (counter, kept, cells) => {
		const { bytes, cells: indices, seconds } = sheetsOf(layout, crowd);
		indices.forEach((index, sheet) => {
			const at = sheet * layout.items.length;
			const time = seconds?.[sheet] ?? NaN;
			const longest = counter.admit(cells[index]!.sums, bytes, at, time);
			if (longest < 0) return;
			kept.add(cells[index]!.team, bytes, at);
			counter.count(cells[index]!, bytes, at, longest, time);
		});
	});

const together = (layout: Layout, crowd: Crowd, most: number) =>
	everythingCounted(layout, crowd.teams, (counter, kept, cells) =>
		new WindowCounter(counter, kept, cells, most).count(sheetsOf(layout, crowd), crowd.sheets)
	);

describe.each(instruments)('%s', (_, instrument, form) => {
	const layout = layoutOf(instrument, form);

	test('sheets counted together, few or many at a time, give the bits of counting each', () => {
		expect(countsInWindows(layout)).toBe(true);
		fc.assert(
			fc.property(crowd, fc.constantFrom(1, 7, 100, 1000), (people, most) => {
				expect(together(layout, people, most)).toEqual(oneByOne(layout, people));
			}),
			{ numRuns: 25 }
		);
	});
});

test('a team of thousands who give one item the same answer is counted to the last of them', () => {
	const layout = layoutOf(holoscope, 'full');
	const people = { seed: 1, sheets: 5000, teams: 2, missing: 0.05, careless: 0.05, first: 5 };
	const crowd = { ...people, hasSeconds: true, offset: 0 };
	expect(together(layout, crowd, 5000)).toEqual(oneByOne(layout, crowd));
});

test('a tally gives the same for calls of any size', () => {
	const layout = layoutOf(holoscope, 'full');
	const { length } = layout.items;
	fc.assert(
		fc.property(crowd, fc.array(fc.nat(700), { maxLength: 4 }), (people, cuts) => {
			const { bytes, cells, seconds } = sheetsOf(layout, people);
			const tallyIn = (ends: number[]) => {
				const tally = new Tally(layout);
				for (let team = 0; team < people.teams; team++) tally.cell(`${team}`);
				let start = 0;
				for (const end of ends) {
					const own = bytes.subarray(start * length, end * length);
					tally.addAll(own, cells.subarray(start, end), end - start, seconds?.subarray(start, end));
					start = end;
				}
				const { kept, ...counted } = tally.counted();
				return { ...counted, kept: tally.kept.inOrder(), isComplete: kept.isComplete };
			};
			const ends = cuts.map((cut) => Math.min(cut, people.sheets)).sort((a, b) => a - b);
			expect(tallyIn([...ends, people.sheets])).toEqual(
				tallyIn(Array.from({ length: people.sheets }, (_, sheet) => sheet + 1))
			);
		}),
		{ numRuns: 20 }
	);
});
