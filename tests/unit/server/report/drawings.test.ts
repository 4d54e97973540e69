import { mapDrawing, radarDrawing } from '$lib/server/report/drawings';
import { shapeDrawing } from '$lib/server/report/shape-drawing';
import { describe, expect, test } from 'vitest';

const size = { width: 310, height: 260 };
const count = (svg: string, pattern: RegExp) => svg.match(new RegExp(pattern, 'g'))?.length ?? 0;

describe('the radar', () => {
	const radar = (
		scores: (number | null)[],
		earlier: { name: string; scores: number[]; margins: number[] } | null = null
	) =>
		radarDrawing(
			{
				kind: 'radar',
				alt: '',
				caption: '',
				labels: ['Voice', 'Give & get', 'Rules and relationships', 'Power'],
				now: { name: 'Now', scores, margins: [5, 5, null, 5] },
				earlier
			},
			size
		);

	test('has a dot for each score and none for what is missing', () => {
		expect(count(radar([10, 50, 90, 100]), /<circle/)).toBe(4);
		expect(count(radar([10, null, 90, 100]), /<circle/)).toBe(3);
	});

	test('puts 100 on the outer edge, at the end of its spoke', () => {
		const svg = radar([100, 0, 0, 0]);
		const [, x, y] = /<circle [^>]*cx="([\d.]+)" cy="([\d.]+)"/.exec(svg)!;
		expect(svg).toContain(`L${x} ${y}`);
		expect(Number(x)).toBe(size.width / 2);
	});

	test('names every spoke, in lines that fit beside it', () => {
		const svg = radar([10, 50, 90, 100]);
		for (const words of ['Voice', 'Give &amp; get', 'Rules and', 'relationships'])
			expect(svg).toContain(`>${words}</text>`);
	});

	test('draws an earlier profile dashed, with a legend', () => {
		const earlier = { name: 'May', scores: [20, 30, 40, 50], margins: [] };
		expect(radar([10, 50, 90, 100])).not.toContain('stroke-dasharray');
		const both = radar([10, 50, 90, 100], earlier);
		expect(count(both, /stroke-dasharray/)).toBe(2);
		expect(both).toContain('>May</text>');
	});
});

describe('the map', () => {
	const point = (number: number | null, spectrum: number, fidelity: number) => ({
		name: '',
		number,
		spectrum,
		fidelity,
		bound: null
	});
	const map = (points: Parameters<typeof mapDrawing>[0]['points']) =>
		mapDrawing(
			{
				kind: 'map',
				alt: '',
				points,
				axes: { spectrum: 'Across <b>', fidelity: 'Up' },
				corners: []
			},
			{ width: 520, height: 330 }
		);

	test('has a circle for each team, a diamond for the whole, and a triangle for a bound', () => {
		const svg = map([
			point(null, 50, 80),
			point(1, 20, 40),
			{ ...point(2, 95, 60), bound: 'or-more' }
		]);
		expect(count(svg, /<circle/)).toBe(1);
		expect(svg).toMatch(/rotate\(90 /);
		expect(svg).toContain('Across &lt;b>');
	});

	test('spans the field from corner to corner', () => {
		const svg = map([point(1, 0, 0), point(2, 100, 100)]);
		const places = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [x, y]);
		expect(places).toEqual([
			['52.0', '282.0'],
			['506.0', '30.0']
		]);
	});

	test('writes the numbers of points that cover each other together', () => {
		const svg = map([point(1, 50, 50), point(2, 51, 51), point(3, 10, 10)]);
		expect(svg).toContain('>1 · 2</text>');
		expect(svg).toContain('>3</text>');
	});

	test('writes no numbers where there are too many', () => {
		const many = Array.from({ length: 40 }, (_, at) => point(at + 1, at, at));
		expect(count(map(many), /<circle/)).toBe(40);
		expect(map(many)).not.toContain('>7</text>');
	});
});

describe('the shape of answers', () => {
	test('has a full bar for each fifth where there are numbers, and hatched ones where it is rough', () => {
		const exact = shapeDrawing({ as: 'counts', counts: [0, 2, 9, 5, 0] });
		const rough = shapeDrawing({ as: 'shape', heights: ['low', 'middle', 'high', 'low', 'low'] });
		expect(count(exact, /<rect[^>]* fill="#/)).toBe(5);
		expect(count(rough, /<rect[^>]* fill="none"/)).toBe(5);
		expect(count(rough, /stroke-width="1.1"/)).toBe(5);
	});

	test('keeps all lines inside their bar', () => {
		const rough = shapeDrawing({ as: 'shape', heights: ['high', 'middle', 'low', 'low', 'high'] });
		const bars = [
			...rough.matchAll(
				/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)".*?<path d="([^"]*)"/g
			)
		];
		expect(bars).toHaveLength(5);
		for (const [, x, y, width, height, path] of bars)
			for (const [, across, down] of path!.matchAll(/[ML]([\d.]+) ([\d.]+)/g)) {
				expect(Number(across)).toBeGreaterThanOrEqual(Number(x) - 0.1);
				expect(Number(across)).toBeLessThanOrEqual(Number(x) + Number(width) + 0.1);
				expect(Number(down)).toBeGreaterThanOrEqual(Number(y) - 0.1);
				expect(Number(down)).toBeLessThanOrEqual(Number(y) + Number(height) + 0.1);
			}
	});
});
