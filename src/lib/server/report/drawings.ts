import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Filler,
	Legend,
	LineController,
	LineElement,
	LinearScale,
	PointElement,
	type ChartConfiguration
} from 'chart.js';
import { changeChart } from '../../charts/change.ts';
import type { ChartLook } from '../../charts/look.ts';
import { mapChart } from '../../charts/map.ts';
import { lightPalette, spectrumColor } from '../../charts/palette.ts';
import { plateOutline, plateSharpness } from '../../charts/plate.ts';
import { radarChart } from '../../charts/radar.ts';
import { packDots } from '../../charts/vote-dots.ts';
import { spectrumBands } from '../../charts/spectrum.ts';
import type {
	ChangeBlock,
	MapBlock,
	PlatesBlock,
	RadarBlock,
	VotesBlock
} from '../../content/report/document.ts';
import { CHART_FONT, CHART_FONT_FAMILY } from './fonts.ts';
import { mapDrawing as drawMap } from './map-drawing.ts';
import { radarDrawing as drawRadar } from './radar-drawing.ts';
import type { Size } from './svg.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	Filler,
	Legend,
	LineController,
	LineElement,
	LinearScale,
	PointElement
);

// Digits in a family's name confuse the canvas's font parser; the file's own name is written into the SVG.
const FAMILY = 'ReportSans';
GlobalFonts.registerFromPath(CHART_FONT, FAMILY);

const look: ChartLook = { palette: lightPalette, fontFamily: FAMILY, fontSize: 12 };
/** What the typesetter reads knows the font by its own name. */
const drawnLook: ChartLook = { ...look, fontFamily: CHART_FONT_FAMILY };

export function radarDrawing({ labels, now, earlier }: RadarBlock, size: Size): string {
	const chart = radarChart({ labels, now, ...(earlier ? { earlier } : {}), look: drawnLook });
	return drawRadar(chart, drawnLook, size);
}

export function changeDrawing({ names, points, poles }: ChangeBlock, size: Size): string {
	return chartDrawing(changeChart({ names, points, poles, look }) as ChartConfiguration, size);
}

export function mapDrawing({ points, axes }: MapBlock, size: Size): string {
	return drawMap(mapChart({ points, axes, look: drawnLook }), { points, axes }, drawnLook, size);
}

/** The bare spectrum; whoever places it draws marker and margin over it. */
export function spectrumDrawing({ width, height }: Size): string {
	const paths = spectrumBands(width, height).map(
		({ place, path }) => `<path fill="${spectrumColor(place, lightPalette)}" d="${path}"/>`
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${paths.join('')}</svg>`;
}

const PLATE = 50;
const { teal, blue, violet, rose, ink, ink2 } = lightPalette;

/** A profile in the colors of the spectrum, paler where it is less sure, over the dashed outline of the whole. */
export function plateDrawing(
	{ scores, margin }: PlatesBlock['entries'][number],
	whole: PlatesBlock['whole']
): string {
	const [own, behind] = [plateOutline(scores, PLATE - 4), plateOutline(whole, PLATE - 4)];
	const stops = [teal, blue, violet, rose].map(
		(color, at) => `<stop offset="${at / 3}" stop-color="${color}"/>`
	);
	const sharpness = plateSharpness(margin).toFixed(2);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-PLATE} ${-PLATE} ${2 * PLATE} ${2 * PLATE}">`,
		`<defs><linearGradient id="g">${stops.join('')}</linearGradient></defs>`,
		`<circle r="${PLATE}" fill="#f4f2ec"/>`,
		own &&
			`<path d="${own}" fill="url(#g)" fill-opacity="${sharpness}" stroke="${ink}" stroke-width="1.1"/>`,
		behind &&
			`<path d="${behind}" fill="none" stroke="#ffffff" stroke-width="2.2"/>` +
				`<path d="${behind}" fill="none" stroke="${ink2}" stroke-width="1.2" stroke-dasharray="3 2.4"/>`,
		'</svg>'
	].join('');
}

const VOTE = { width: 300, height: 96 };
/** From the slab to the fragments, as on the page. */
const LEVEL_COLORS = [lightPalette.slab, '#1a6868', teal, blue, violet];
const HEIGHTS = { low: 0.12, middle: 0.45, high: 0.85 };

/** A dot for each person over its level, or bars without numbers; empty where votes are hidden. */
export function voteDrawing(
	dots: VotesBlock['entries'][number]['ballots'][number]['dots']
): string {
	if (!dots) return '';
	const marks = dots.as === 'counts' ? dotMarks(dots.counts) : barMarks(dots.heights);
	const ground = `<path d="M0 ${VOTE.height}H${VOTE.width}" stroke="${ink2}" stroke-width="0.8"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${VOTE.width} ${VOTE.height + 1}">${marks}${ground}</svg>`;
}

function dotMarks(counts: readonly number[]): string {
	const { radius, levels } = packDots(counts, VOTE);
	return levels
		.flatMap((level, at) =>
			level.map(
				({ x, y }) =>
					`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="${LEVEL_COLORS[at]}"/>`
			)
		)
		.join('');
}

function barMarks(heights: readonly (keyof typeof HEIGHTS)[]): string {
	const column = VOTE.width / heights.length;
	return heights
		.map((name, at) => {
			const tall = VOTE.height * HEIGHTS[name];
			const place = `x="${(at + 0.2) * column}" y="${VOTE.height - tall}" width="${column * 0.6}" height="${tall}"`;
			return `<rect ${place} rx="3" fill="${LEVEL_COLORS[at]}" fill-opacity="0.35" stroke="${LEVEL_COLORS[at]}" stroke-dasharray="4 3"/>`;
		})
		.join('');
}

/** Draws a chart of the page's definitions as SVG, with its words as text. */
function chartDrawing(configuration: ChartConfiguration, { width, height }: Size): string {
	const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML);
	// Chart.js measures a style, which only a browser's canvas has.
	Object.assign(canvas, { style: {} });
	const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
		...configuration,
		options: {
			...configuration.options,
			animation: false,
			responsive: false,
			devicePixelRatio: 1
		}
	});
	const svg = canvas.getContent().toString('utf8');
	chart.destroy();
	return compact(svg);
}

/**
 * The same picture in fewer words, which the typesetter reads in half the time: a tenth of a pixel is finer
 * than the eye here, letters follow each other by themselves, and a dot is a circle, not a hundred strokes.
 */
function compact(svg: string): string {
	return svg
		.replace(/(\d+\.\d)\d+/g, '$1')
		.replace(/<text[^>]*><\/text>/g, '')
		.replace(/ ([xy])="(-?[\d.]+),[^"]*"/g, ' $1="$2"')
		.replace(
			/<path([^>]*?) d="([^"]{1000,})"\/>/g,
			(path, paint, outline) => circleOf(outline, paint) ?? path
		);
}

/** A long closed outline whose points all lie at one distance from their middle, as a circle. */
function circleOf(outline: string, paint: string): string | null {
	const numbers = outline.match(/-?\d+(\.\d+)?/g)!.map(Number);
	const xs = numbers.filter((_, at) => at % 2 === 0);
	const ys = numbers.filter((_, at) => at % 2 === 1);
	const [left, right, top, bottom] = [
		Math.min(...xs),
		Math.max(...xs),
		Math.min(...ys),
		Math.max(...ys)
	];
	const [x, y, radius] = [(left + right) / 2, (top + bottom) / 2, (right - left) / 2];
	const isRound = xs.every(
		(at, index) => Math.abs(Math.hypot(at - x, ys[index]! - y) - radius) < 0.4
	);
	if (!isRound) return null;
	const [cx, cy, r] = [x, y, radius].map((value) => Number(value.toFixed(2)));
	return `<circle${paint} cx="${cx}" cy="${cy}" r="${r}"/>`;
}
