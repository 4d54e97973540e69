import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { clipToSpectrum, labelLines, SPECTRUM_AXIS, translucent, type ChartLook } from './look.ts';

export interface RadarSeries {
	name: string;
	/** One for each label, 0 to 100; null where there is no score. */
	scores: readonly (number | null)[];
	/** Half-widths in points; leave out to draw no band. */
	margins?: readonly (number | null)[];
}

export interface RadarInput {
	/** Names of the dimensions, in the instrument's order. */
	labels: readonly string[];
	now: RadarSeries;
	/** Drawn as a dashed outline behind. */
	earlier?: RadarSeries;
	look: ChartLook;
}

export type RadarConfiguration = ChartConfiguration<'radar', (number | null)[], string[]>;

/** The shape of one profile with its margin as a band, and if given an earlier one behind it. */
export function radarChart({ labels, now, earlier, look }: RadarInput): RadarConfiguration {
	const { palette } = look;
	return {
		type: 'radar',
		data: {
			labels: labels.map((label) => labelLines(label)),
			datasets: [
				...marginBand(now, look),
				...(earlier ? [outline(earlier, palette.ink2, [5, 4])] : []),
				outline(now, palette.blue)
			]
		},
		options: {
			animation: false,
			maintainAspectRatio: false,
			scales: {
				r: {
					...SPECTRUM_AXIS,
					grid: { color: palette.line },
					angleLines: { color: palette.line },
					pointLabels: {
						color: palette.ink,
						font: { family: look.fontFamily, size: look.fontSize }
					},
					ticks: {
						stepSize: SPECTRUM_AXIS.stepSize,
						color: palette.ink2,
						backdropColor: translucent(palette.surface, 0.75),
						font: { family: look.fontFamily, size: look.fontSize - 2 }
					}
				}
			},
			plugins: {
				legend: {
					display: earlier !== undefined,
					position: 'bottom',
					labels: {
						color: palette.ink,
						// A box without height is a line, dashed like the outline it stands for.
						boxWidth: 26,
						boxHeight: 0,
						font: { family: look.fontFamily, size: look.fontSize },
						filter: ({ text }) => text !== ''
					}
				},
				tooltip: { enabled: false }
			}
		}
	};
}

function outline(
	{ name, scores }: RadarSeries,
	color: string,
	dash: number[] = []
): ChartDataset<'radar', (number | null)[]> {
	return {
		label: name,
		data: [...scores],
		borderColor: color,
		borderDash: dash,
		borderWidth: 2,
		pointBackgroundColor: color,
		pointBorderColor: color,
		pointRadius: dash.length > 0 ? 0 : 3.5,
		fill: false,
		spanGaps: true
	};
}

/** Two unnamed outlines, at the far and the near end of the margin, with the space between them filled. */
function marginBand(
	{ scores, margins }: RadarSeries,
	{ palette }: ChartLook
): ChartDataset<'radar', (number | null)[]>[] {
	if (!margins) return [];
	const edge = (side: 1 | -1) => ({
		label: '',
		data: scores.map((score, at) =>
			score === null ? null : clipToSpectrum(score + side * (margins[at] ?? 0))
		),
		borderWidth: 0,
		pointRadius: 0,
		spanGaps: true
	});
	return [
		{ ...edge(1), fill: false },
		{ ...edge(-1), fill: '-1', backgroundColor: translucent(palette.blue, 0.16) }
	];
}
