import { SPECTRUM_AXIS, type ChartLook } from '../../charts/look.ts';
import type { RadarConfiguration } from '../../charts/radar.ts';
import { escaped, fillOf, svgOf, type Size } from './svg.ts';

/** What names beside the web and a legend below it need, in font sizes. */
const ROOM = { side: 6.5, end: 2.6, legend: 2.2, gap: 0.8 };
const LINE = 1.2;

interface Web {
	x: number;
	y: number;
	radius: number;
	spokes: number;
}
type Dataset = RadarConfiguration['data']['datasets'][number];

/**
 * Draws the page's definition of a radar by itself: Chart.js would take as long for it as the typesetter for a page. It
 * knows what that definition uses, and no more.
 */
export function radarDrawing(
	configuration: RadarConfiguration,
	look: ChartLook,
	size: Size
): string {
	const { labels = [], datasets } = configuration.data;
	const named = datasets.filter(({ label }) => label);
	const hasLegend = named.length > 1;
	const web = webOf(labels.length, look, size, hasLegend);
	return svgOf(size, [
		...gridOf(web, look),
		...ticksOf(web, look),
		...datasets.flatMap((dataset, at) => [
			bandOf(dataset, datasets[at - 1], web),
			...outlineOf(dataset, web)
		]),
		...labels.flatMap((lines, at) => labelOf(lines, at, web, look)),
		...(hasLegend ? legendOf(named, look, size) : [])
	]);
}

function webOf(
	spokes: number,
	{ fontSize }: ChartLook,
	{ width, height }: Size,
	hasLegend: boolean
): Web {
	const free = height - (hasLegend ? ROOM.legend * fontSize : 0);
	const radius = Math.min(width / 2 - ROOM.side * fontSize, free / 2 - ROOM.end * fontSize);
	return { x: width / 2, y: free / 2, radius, spokes };
}

function pointAt({ x, y, radius, spokes }: Web, spoke: number, points: number): [number, number] {
	const angle = (spoke / spokes) * 2 * Math.PI - Math.PI / 2;
	const reach = (points / SPECTRUM_AXIS.max) * radius;
	return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
}

function ringAt(web: Web, points: number): string {
	return pathOf(Array.from({ length: web.spokes }, (_, at) => pointAt(web, at, points)));
}

function pathOf(points: readonly [number, number][]): string {
	if (points.length === 0) return '';
	return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

const STEPS = Array.from(
	{ length: SPECTRUM_AXIS.max / SPECTRUM_AXIS.stepSize },
	(_, at) => (at + 1) * SPECTRUM_AXIS.stepSize
);

function gridOf(web: Web, { palette }: ChartLook): string[] {
	const stroke = `fill="none" stroke="${palette.line}"`;
	const spokes = Array.from({ length: web.spokes }, (_, at) => {
		const [x, y] = pointAt(web, at, SPECTRUM_AXIS.max);
		return `M${web.x} ${web.y}L${x.toFixed(1)} ${y.toFixed(1)}`;
	});
	return [
		`<path ${stroke} d="${STEPS.map((points) => ringAt(web, points)).join('')}${spokes.join('')}"/>`
	];
}

function placesOf({ data }: Dataset, web: Web): [number, number][] {
	return data.flatMap((score, at) => (score === null ? [] : [pointAt(web, at, score)]));
}

/** The space between two outlines. */
function bandOf(dataset: Dataset, before: Dataset | undefined, web: Web): string {
	if (dataset.fill !== '-1' || !before) return '';
	const d = pathOf(placesOf(before, web)) + pathOf(placesOf(dataset, web));
	return `<path fill-rule="evenodd" ${fillOf(String(dataset.backgroundColor))} d="${d}"/>`;
}

function outlineOf(dataset: Dataset, web: Web): string[] {
	if (!dataset.borderWidth) return [];
	const places = placesOf(dataset, web);
	const color = String(dataset.borderColor);
	const dots = dataset.pointRadius
		? places.map(
				([x, y]) =>
					`<circle fill="${color}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${String(dataset.pointRadius)}"/>`
			)
		: [];
	return [
		`<path fill="none" stroke="${color}" stroke-width="${String(dataset.borderWidth)}"${dashOf(dataset)} d="${pathOf(places)}"/>`,
		...dots
	];
}

/** A name beside the end of its spoke, on the side that leads away from the web. */
function labelOf(lines: readonly string[], spoke: number, web: Web, look: ChartLook): string[] {
	const { fontSize } = look;
	const [endX, endY] = pointAt(web, spoke, SPECTRUM_AXIS.max);
	const [across, down] = [endX - web.x, endY - web.y].map((part) => part / web.radius) as [
		number,
		number
	];
	const anchor = Math.abs(across) < 0.1 ? 'middle' : across > 0 ? 'start' : 'end';
	const x = endX + across * ROOM.gap * fontSize;
	// Above the web the last line ends at the spoke, below it the first one begins there.
	const height = lines.length * LINE * fontSize;
	const top = endY + down * ROOM.gap * fontSize - (height * (1 - down)) / 2;
	return lines.map((line, at) => {
		const y = top + (at + 0.8) * LINE * fontSize;
		return `<text ${fontOf(look)} text-anchor="${anchor}" x="${x.toFixed(1)}" y="${y.toFixed(1)}">${escaped(line)}</text>`;
	});
}

function ticksOf(web: Web, look: ChartLook): string[] {
	const size = look.fontSize - 2;
	return STEPS.map((points) => {
		const [x, y] = pointAt(web, 0, points);
		return (
			`<rect fill="${look.palette.surface}" fill-opacity="0.75" x="${x - size}" y="${(y - size * 0.6).toFixed(1)}" width="${2 * size}" height="${size * 1.2}"/>` +
			`<text ${fontOf({ ...look, fontSize: size }, look.palette.ink2)} text-anchor="middle" x="${x}" y="${(y + size * 0.35).toFixed(1)}">${points}</text>`
		);
	});
}

function legendOf(named: readonly Dataset[], look: ChartLook, { width, height }: Size): string[] {
	const { fontSize } = look;
	const share = width / named.length;
	const y = height - fontSize / 2;
	return named.map((dataset, at) => {
		const middle = share * (at + 0.5);
		return (
			`<path stroke="${String(dataset.borderColor)}" stroke-width="2"${dashOf(dataset)} d="M${middle - 40} ${y - fontSize * 0.35}H${middle - 14}"/>` +
			`<text ${fontOf(look)} x="${middle - 8}" y="${y}">${escaped(dataset.label!)}</text>`
		);
	});
}

function dashOf({ borderDash }: Dataset): string {
	const dash = (borderDash as number[]).join(' ');
	return dash && ` stroke-dasharray="${dash}"`;
}

function fontOf({ fontFamily, fontSize, palette }: ChartLook, color = palette.ink): string {
	return `fill="${color}" font-size="${fontSize}" font-family="${fontFamily}"`;
}
