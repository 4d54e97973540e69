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
	RadarController,
	RadialLinearScale,
	type ChartConfiguration
} from 'chart.js';
import { changeChart } from '../../charts/change.ts';
import type { ChartLook } from '../../charts/look.ts';
import { lightPalette, spectrumColor } from '../../charts/palette.ts';
import { radarChart } from '../../charts/radar.ts';
import { spectrumBands } from '../../charts/spectrum.ts';
import type { ChangeBlock, RadarBlock } from '../../content/report/document.ts';
import { CHART_FONT } from './fonts.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	Filler,
	Legend,
	LineController,
	LineElement,
	LinearScale,
	PointElement,
	RadarController,
	RadialLinearScale
);

// Digits in a family's name confuse the canvas's font parser; the file's own name is written into the SVG.
const FAMILY = 'ReportSans';
GlobalFonts.registerFromPath(CHART_FONT, FAMILY);

const look: ChartLook = { palette: lightPalette, fontFamily: FAMILY, fontSize: 12 };

export interface Size {
	width: number;
	height: number;
}

export function radarDrawing({ labels, now, earlier }: RadarBlock, size: Size): string {
	return chartDrawing(
		radarChart({ labels, now, ...(earlier ? { earlier } : {}), look }) as ChartConfiguration,
		size
	);
}

export function changeDrawing({ names, points, poles }: ChangeBlock, size: Size): string {
	return chartDrawing(changeChart({ names, points, poles, look }) as ChartConfiguration, size);
}

/** The bare spectrum; whoever places it draws marker and margin over it. */
export function spectrumDrawing({ width, height }: Size): string {
	const paths = spectrumBands(width, height).map(
		({ place, path }) => `<path fill="${spectrumColor(place, lightPalette)}" d="${path}"/>`
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${paths.join('')}</svg>`;
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

/** A tenth of a pixel is finer than the eye here; the digits beyond are most of the file. */
function compact(svg: string): string {
	return svg.replace(/(\d+\.\d)\d+/g, '$1');
}
