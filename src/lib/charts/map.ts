import type { ChartConfiguration, Plugin } from 'chart.js';
import { NUMBERED, type MapPoint } from '../domain/results/map-point.ts';
import { clipToSpectrum, SPECTRUM_AXIS, translucent, type ChartLook } from './look.ts';

export interface MapInput {
	points: readonly MapPoint[];
	axes: { spectrum: string; fidelity: string };
	look: ChartLook;
}

interface Bubble {
	x: number;
	y: number;
	r: number;
}

export type MapConfiguration = ChartConfiguration<'bubble', Bubble[], string>;

const RADIUS = { numbered: 11, small: 5, whole: 9 };

/** Spectrum across, fidelity upward: two axes that say nothing about each other. */
export function mapChart({ points, axes, look }: MapInput): MapConfiguration {
	const { palette } = look;
	const isNumbered = points.length <= NUMBERED;
	const font = { family: look.fontFamily, size: look.fontSize - 1 };
	const axis = (title: string) => ({
		...SPECTRUM_AXIS,
		grid: { color: palette.line },
		border: { color: palette.line },
		ticks: { stepSize: 50, color: palette.ink2, font },
		title: { display: true, text: title, color: palette.ink2, font }
	});
	return {
		type: 'bubble',
		data: {
			datasets: [
				{
					data: points.map(({ spectrum, fidelity, number }) => ({
						x: clipToSpectrum(spectrum),
						y: clipToSpectrum(fidelity),
						r: number === null ? RADIUS.whole : isNumbered ? RADIUS.numbered : RADIUS.small
					})),
					pointStyle: points.map(({ number, bound }) => styleOf(number, bound)),
					rotation: points.map(({ bound }) => (bound === 'or-less' ? -90 : bound ? 90 : 0)),
					backgroundColor: points.map(({ number }) =>
						number === null ? palette.ink : translucent(palette.blue, 0.22)
					),
					borderColor: points.map(({ number }) =>
						number === null ? palette.surface : palette.blue
					),
					borderWidth: 1.5,
					hoverRadius: 2
				}
			]
		},
		options: {
			animation: false,
			maintainAspectRatio: false,
			// Points at the edge are whole.
			clip: false,
			layout: { padding: { top: 30, right: 14 } },
			scales: { x: axis(axes.spectrum), y: axis(axes.fidelity) },
			plugins: {
				legend: { display: false },
				tooltip: {
					displayColors: false,
					callbacks: {
						label: ({ dataIndex }) => points[dataIndex]!.name
					}
				}
			}
		},
		plugins: isNumbered ? [numbers(points, look)] : []
	};
}

function styleOf(number: MapPoint['number'], bound: MapPoint['bound']) {
	if (number === null) return 'rectRot';
	return bound ? 'triangle' : 'circle';
}

/** Writes each team's number into its point; where points cover each other, all their numbers above them. */
function numbers(points: readonly MapPoint[], look: ChartLook): Plugin<'bubble'> {
	return {
		id: 'numbers',
		afterDatasetsDraw(chart) {
			const { ctx } = chart;
			const { data } = chart.getDatasetMeta(0);
			const places = points.flatMap(({ number }, at) => {
				const { x, y } = data[at]!;
				return number === null ? [] : [{ number, x, y }];
			});
			ctx.save();
			ctx.fillStyle = look.palette.ink;
			ctx.font = `600 ${look.fontSize - 2}px ${look.fontFamily}`;
			ctx.textAlign = 'center';
			ctx.textBaseline = 'middle';
			for (const group of touching(places, 2 * RADIUS.numbered)) {
				const x = group.reduce((sum, place) => sum + place.x, 0) / group.length;
				const top = Math.min(...group.map(({ y }) => y));
				const y = group.length === 1 ? top : top - RADIUS.numbered - look.fontSize / 2;
				ctx.fillText(group.map(({ number }) => number).join(' · '), x, y);
			}
			ctx.restore();
		}
	};
}

/** Places in groups: whoever is nearer than `distance` to one of a group belongs to it. Their order is kept. */
export function touching<P extends { x: number; y: number }>(
	places: readonly P[],
	distance: number
): P[][] {
	const isNear = (a: P, b: P) => Math.hypot(a.x - b.x, a.y - b.y) < distance;
	const groups = places.reduce<P[][]>((found, place) => {
		const near = found.filter((group) => group.some((other) => isNear(place, other)));
		return [...found.filter((group) => !near.includes(group)), [...near.flat(), place]];
	}, []);
	return groups.map((group) => places.filter((place) => group.includes(place)));
}
