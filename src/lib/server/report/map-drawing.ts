import type { ChartLook } from '../../charts/look.ts';
import { touching, type MapConfiguration } from '../../charts/map.ts';
import type { MapPoint } from '../../domain/results/map-point.ts';
import { escaped, fillOf, svgOf, type Size } from './svg.ts';

/** What the axes' words need around the field. */
const ROOM = { left: 52, right: 14, top: 30, bottom: 48 };
const TICKS = [0, 50, 100];

interface Field {
	left: number;
	top: number;
	width: number;
	height: number;
}
type Dataset = MapConfiguration['data']['datasets'][number];

/** Draws the page's definition of the map by itself, for the same reason as the radar. */
export function mapDrawing(
	{ data, plugins }: MapConfiguration,
	{ points, axes }: { points: readonly MapPoint[]; axes: { spectrum: string; fidelity: string } },
	look: ChartLook,
	size: Size
): string {
	const [dataset] = data.datasets as [Dataset];
	const field = {
		left: ROOM.left,
		top: ROOM.top,
		width: size.width - ROOM.left - ROOM.right,
		height: size.height - ROOM.top - ROOM.bottom
	};
	const marks = dataset.data.map(({ x, y, r }) => ({
		x: field.left + (x / 100) * field.width,
		y: field.top + (1 - y / 100) * field.height,
		r
	}));
	const isNumbered = (plugins ?? []).length > 0;
	return svgOf(size, [
		...axesOf(field, axes, look),
		...marks.map((mark, at) => markOf(mark, at, dataset)),
		...(isNumbered ? numbersOf(points, marks, look) : [])
	]);
}

interface Mark {
	x: number;
	y: number;
	r: number;
}

function axesOf(
	{ left, top, width, height }: Field,
	axes: { spectrum: string; fidelity: string },
	{ palette, fontFamily, fontSize }: ChartLook
): string[] {
	const [right, bottom] = [left + width, top + height];
	const font = `fill="${palette.ink2}" font-size="${fontSize - 1}" font-family="${fontFamily}"`;
	const ticks = TICKS.map((tick) => ({
		tick,
		x: left + (tick / 100) * width,
		y: bottom - (tick / 100) * height
	}));
	const lines = ticks.map(({ x, y }) => `M${x} ${top}V${bottom + 7}M${left - 7} ${y}H${right}`);
	const middle = top + height / 2;
	return [
		`<path fill="none" stroke="${palette.line}" d="${lines.join('')}"/>`,
		...ticks.flatMap(({ tick, x, y }) => [
			`<text ${font} text-anchor="middle" x="${x}" y="${bottom + 19}">${tick}</text>`,
			`<text ${font} text-anchor="end" x="${left - 11}" y="${y + 4}">${tick}</text>`
		]),
		`<text ${font} text-anchor="middle" x="${left + width / 2}" y="${bottom + 40}">${escaped(axes.spectrum)}</text>`,
		`<text ${font} text-anchor="middle" transform="rotate(-90 12 ${middle})" x="12" y="${middle}">${escaped(axes.fidelity)}</text>`
	];
}

function markOf(mark: Mark, at: number, dataset: Dataset): string {
	const of = (values: unknown) => (values as (string | number)[])[at]!;
	const paint = `${fillOf(String(of(dataset.backgroundColor)))} stroke="${of(dataset.borderColor)}" stroke-width="${String(dataset.borderWidth)}"`;
	const { x, y, r } = mark;
	switch (of(dataset.pointStyle)) {
		case 'rectRot':
			return `<path ${paint} d="M${x - r} ${y}L${x} ${y - r}L${x + r} ${y}L${x} ${y + r}Z"/>`;
		case 'triangle': {
			const [side, back] = [r * 0.87, r * 0.5];
			return `<path ${paint} transform="rotate(${of(dataset.rotation)} ${x} ${y})" d="M${x} ${y - r}L${x + side} ${y + back}L${x - side} ${y + back}Z"/>`;
		}
		default:
			return `<circle ${paint} cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r}"/>`;
	}
}

/** In the marks, or above those that cover each other. */
function numbersOf(points: readonly MapPoint[], marks: readonly Mark[], look: ChartLook): string[] {
	const size = look.fontSize - 2;
	const places = points.flatMap(({ number }, at) =>
		number === null ? [] : [{ number, ...marks[at]! }]
	);
	return touching(places, 2 * (places[0]?.r ?? 0)).map((group) => {
		const x = group.reduce((sum, place) => sum + place.x, 0) / group.length;
		const top = Math.min(...group.map(({ y }) => y));
		const y = group.length === 1 ? top : top - group[0]!.r - look.fontSize / 2;
		const words = group.map(({ number }) => number).join(' · ');
		return `<text fill="${look.palette.ink}" font-size="${size}" font-family="${look.fontFamily}" text-anchor="middle" x="${x.toFixed(1)}" y="${(y + size * 0.35).toFixed(1)}">${words}</text>`;
	});
}
