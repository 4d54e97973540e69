import { holoscope } from '$lib/content/instruments';
import { itemsOf } from '$lib/domain/instrument/form';
import type { Instrument } from '$lib/domain/instrument/instrument';
import { carelessFlags, isLeftOut } from '$lib/domain/scoring/careless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf, everyItem } from '../../../support/answers';

/** The answers of a form in the order they are asked; null is “not sure”. */
function inOrder(form: string, values: readonly (number | null)[]) {
	const items = itemsOf(holoscope, form);
	return Object.fromEntries(values.map((value, at) => [items[at]!.id, value]));
}
const full = (values: readonly (number | null)[]) =>
	carelessFlags(holoscope, 'full', inOrder('full', values));
const quick = (values: readonly (number | null)[]) =>
	carelessFlags(holoscope, 'quick', inOrder('quick', values));
const repeat = (count: number, ...values: (number | null)[]) =>
	Array.from({ length: count }, (_, at) => values[at % values.length]!);

describe('on the full form', () => {
	test('a person who sees one pole everywhere is not careless', () => {
		expect(carelessFlags(holoscope, 'full', everyItem('full', 'hologram'))).toEqual([]);
		expect(carelessFlags(holoscope, 'full', everyItem('full', 'monolith'))).toEqual([]);
	});

	test('the same answer everywhere shows in every way, and the sheet is left out', () => {
		const flags = full(repeat(36, 5));
		expect(flags).toEqual(['all-equal', 'long-run', 'little-variation', 'key-contradiction']);
		expect(isLeftOut(flags)).toBe(true);
	});

	test('the middle everywhere contradicts no key', () => {
		expect(full(repeat(36, 3))).toEqual(['all-equal', 'long-run', 'little-variation']);
	});

	test.each([
		['nine equal answers in a row', 9, []],
		['ten', 10, ['long-run']]
	])('%s after varied ones', (_, run, flags) => {
		expect(full([...repeat(36 - run, 2, 4), ...repeat(run, 3)])).toEqual(flags);
	});

	test('“not sure” neither breaks nor lengthens a run', () => {
		const around = (count: number) => [
			...repeat(20, 2, 4),
			...repeat(5, 3),
			null,
			...repeat(count, 3)
		];
		expect(full(around(4))).toEqual([]);
		expect(full(around(5))).toEqual(['long-run']);
	});

	test.each([
		// 33 threes and 3 fours, spread out: variance 3·33/(36·35) = .0786, deviation .28.
		[repeat(36, ...repeat(8, 3), 4).with(8, 3), ['little-variation']],
		// Every fourth a four: variance 9·27/(36·35) = .193, deviation .44.
		[repeat(36, 3, 3, 3, 4), []]
	])('little variation means a deviation below .4 (%#)', (values, flags) => {
		expect(full(values).filter((flag) => flag !== 'long-run')).toEqual(flags);
	});

	test('agreeing with both poles is a contradiction, though every answer differs from the next', () => {
		const seen: Record<string, number> = {};
		const answers = answersOf('full', ({ key }) => {
			seen[key] = (seen[key] ?? 0) + 1;
			return seen[key]! % 3 === 0 ? 4 : 5;
		});
		expect(carelessFlags(holoscope, 'full', answers)).toContain('key-contradiction');
		const honest = answersOf('full', ({ key }) => (key === 1 ? 5 : 2));
		expect(carelessFlags(holoscope, 'full', honest)).toEqual([]);
	});

	test.each([
		[71, true],
		[72, false],
		[0, true],
		[null, false],
		[undefined, false],
		[Number.NaN, false],
		[-1, false]
	])('36 items in %s seconds are too fast: %s', (seconds, isTooFast) => {
		const answers = inOrder('full', repeat(36, 2, 4, 3, 5, 1));
		const flags = carelessFlags(holoscope, 'full', answers, seconds);
		expect(flags.includes('too-fast')).toBe(isTooFast);
	});

	test('time counts only for the items a person came to', () => {
		const ten = inOrder('full', repeat(10, 2, 4, null));
		expect(carelessFlags(holoscope, 'full', ten, 20)).toEqual([]);
		expect(carelessFlags(holoscope, 'full', ten, 19)).toEqual(['too-fast']);
	});
});

describe('on the quick form', () => {
	test('eight equal answers are all equal, but the sheet still counts', () => {
		expect(quick(repeat(8, 3))).toEqual(['all-equal']);
		expect(quick(repeat(8, 5))).toEqual(['all-equal', 'key-contradiction']);
		expect(isLeftOut(quick(repeat(8, 5)))).toBe(false);
	});

	test('seven equal answers say nothing', () => {
		expect(quick([3, 3, 3, 3, 3, 3, 3, 4])).toEqual([]);
		expect(quick([3, 3, 3, 3, 3, 3, 3, null])).toEqual([]);
	});
});

test('nothing answered, one answer and two answers raise no flag', () => {
	expect(full([])).toEqual([]);
	expect(full(repeat(36, null))).toEqual([]);
	expect(full([5])).toEqual([]);
	expect(full([5, 5])).toEqual([]);
});

describe('on another instrument', () => {
	const widened: Instrument = {
		...holoscope,
		scale: {
			...holoscope.scale,
			options: Array.from({ length: 11 }, (_, value) => ({ value, label: `${value}` }))
		}
	};
	const oneKey: Instrument = {
		...holoscope,
		items: holoscope.items.map((item) => ({ ...item, key: 1 as const }))
	};

	test('limits stretch with the scale: on 0–10 above 7.5 or below 2.5 is extreme', () => {
		const flags = (value: number) =>
			carelessFlags(widened, 'quick', inOrder('quick', repeat(8, value)));
		expect(flags(8)).toContain('key-contradiction');
		expect(flags(2)).toContain('key-contradiction');
		expect(flags(7)).not.toContain('key-contradiction');
		expect(flags(3)).not.toContain('key-contradiction');
	});

	test('where all items have one key, eight equal answers may well be meant', () => {
		expect(carelessFlags(oneKey, 'quick', inOrder('quick', repeat(8, 5)))).toEqual([]);
		expect(carelessFlags(oneKey, 'quickPlus', inOrder('quickPlus', repeat(10, 5)))).toEqual([
			'all-equal',
			'long-run'
		]);
	});

	test('a form that does not exist is refused', () => {
		expect(() => carelessFlags(holoscope, 'huge', {})).toThrow(RangeError);
	});
});

test('turning the scale around changes no flag', () => {
	const careless = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
	const sheet = careless.chain((values) =>
		fc.array(fc.constantFrom(...values, ...values, ...values, 3, null), { maxLength: 36 })
	);
	fc.assert(
		fc.property(sheet, (values) => {
			expect(full(values.map((value) => value && 6 - value))).toEqual(full(values));
		})
	);
});
