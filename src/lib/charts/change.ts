import type { ChartConfiguration } from 'chart.js';
import { clipToSpectrum, SPECTRUM_AXIS, translucent, type ChartLook } from './look.ts';

export interface ChangePoint {
	/** The day, as it is written under the point. */
	label: string;
	/** 0 to 100; null leaves a gap. */
	score: number | null;
	/** Half-width in points. */
	margin: number | null;
}

export interface ChangeInput {
	/** What the points and their bars are called in the legend. */
	names: { score: string; margin: string };
	/** Oldest first. */
	points: readonly ChangePoint[];
	poles: { monolith: string; hologram: string };
	look: ChartLook;
}

type Span = [number, number] | null;
export type ChangeConfiguration = ChartConfiguration<
	'bar' | 'line',
	(number | null)[] | Span[],
	string
>;

/** One score over time: a dot for each measurement, and a bar as tall as its margin. */
export function changeChart({ names, points, poles, look }: ChangeInput): ChangeConfiguration {
	const { palette } = look;
	const font = { family: look.fontFamily, size: look.fontSize };
	return {
		type: 'bar',
		data: {
			labels: points.map(({ label }) => label),
			datasets: [
				{
					type: 'line',
					label: names.score,
					data: points.map(({ score }) => score),
					borderColor: palette.ink2,
					borderWidth: 1.5,
					pointRadius: 5,
					pointBackgroundColor: palette.blue,
					pointBorderColor: palette.surface,
					pointBorderWidth: 1.5,
					spanGaps: true
				},
				{
					type: 'bar',
					label: names.margin,
					data: points.map(marginSpan),
					backgroundColor: translucent(palette.blue, 0.24),
					borderSkipped: false,
					borderRadius: 6,
					maxBarThickness: 22
				}
			]
		},
		options: {
			animation: false,
			maintainAspectRatio: false,
			scales: {
				x: {
					grid: { display: false },
					border: { color: palette.line },
					ticks: { color: palette.ink, font, maxRotation: 60, autoSkipPadding: 12 }
				},
				y: {
					...SPECTRUM_AXIS,
					grid: { color: palette.line },
					border: { display: false },
					ticks: {
						stepSize: SPECTRUM_AXIS.stepSize,
						color: palette.ink2,
						font,
						callback: (value) => axisLabel(Number(value), poles)
					}
				}
			},
			plugins: {
				legend: { display: false },
				tooltip: { enabled: false }
			}
		}
	};
}

function marginSpan({ score, margin }: ChangePoint): Span {
	if (score === null || margin === null) return null;
	return [clipToSpectrum(score - margin), clipToSpectrum(score + margin)];
}

function axisLabel(
	points: number,
	{ monolith, hologram }: ChangeInput['poles']
): string | string[] {
	if (points === SPECTRUM_AXIS.min) return `${monolith} ${points}`;
	if (points === SPECTRUM_AXIS.max) return `${hologram} ${points}`;
	return String(points);
}
