import { mapChart, touching } from '$lib/charts/map';
import { NUMBERED, type MapPoint } from '$lib/domain/results/map-point';
import { lightPalette } from '$lib/charts/palette';
import { ringRows } from '$lib/charts/rings';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const look = { palette: lightPalette, fontFamily: 'serif', fontSize: 14 };
const axes = { spectrum: 'Spectrum', fidelity: 'Fidelity' };
const point = (differences: Partial<MapPoint> = {}): MapPoint => ({
	name: 'Support',
	number: 1,
	spectrum: 55,
	fidelity: 80,
	bound: null,
	...differences
});

describe('the map', () => {
	test('puts the spectrum across and fidelity upward', () => {
		const { data } = mapChart({ points: [point()], axes, look });
		expect(data.datasets[0]!.data).toMatchObject([{ x: 55, y: 80 }]);
	});

	test('draws the whole as a diamond and a bound as an arrow to where the team may be', () => {
		const points = [
			point({ number: null }),
			point({ bound: 'or-more' }),
			point({ bound: 'or-less' })
		];
		const [set] = mapChart({ points, axes, look }).data.datasets;
		expect(set!.pointStyle).toEqual(['rectRot', 'triangle', 'triangle']);
		expect(set!.rotation).toEqual([0, 90, -90]);
	});

	test('numbers points only where they are large enough to read', () => {
		const many = Array.from({ length: NUMBERED + 1 }, () => point());
		expect(mapChart({ points: many.slice(1), axes, look }).plugins).toHaveLength(1);
		expect(mapChart({ points: many, axes, look }).plugins).toHaveLength(0);
	});
});

describe('points that cover each other', () => {
	const at = (x: number, y = 0) => ({ x, y });

	test('stand in one group when a chain of near ones leads from one to the other', () => {
		expect(touching([at(0), at(40), at(20), at(100), at(10)], 21)).toEqual([
			[at(100)],
			[at(0), at(40), at(20), at(10)]
		]);
	});

	test('are each in one group, and no two groups touch', () => {
		const place = fc.record({
			x: fc.integer({ min: 0, max: 99 }),
			y: fc.integer({ min: 0, max: 99 })
		});
		fc.assert(
			fc.property(fc.array(place, { maxLength: 30 }), (places) => {
				const groups = touching(places, 12);
				expect(groups.flat()).toHaveLength(places.length);
				for (const [g, group] of groups.entries())
					for (const other of groups.slice(g + 1).flat())
						for (const { x, y } of group)
							expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThanOrEqual(12);
			})
		);
	});
});

describe('rings under the spectrum', () => {
	test('hang in the first row while there is room', () => {
		expect(ringRows([10, 50, 11, 90, 10], 2)).toEqual([0, 0, 1, 0, 2]);
	});

	test('never cover each other', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (places) => {
				const rows = ringRows(places, 1.5);
				for (const [a, place] of places.entries())
					for (const [b, other] of places.entries())
						if (a < b && rows[a] === rows[b])
							expect(Math.abs(place - other)).toBeGreaterThanOrEqual(1.5);
			})
		);
	});
});
