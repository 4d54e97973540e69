import type { Palette } from './palette.ts';

/** What a chart takes from the place it is drawn in: page in light or dark, or the report. */
export interface ChartLook {
	palette: Palette;
	fontFamily: string;
	/** In CSS pixels. */
	fontSize: number;
}

/** The score's axis is the same in every chart: the whole spectrum, cut where the zones meet. */
export const SPECTRUM_AXIS = { min: 0, max: 100, stepSize: 20 } as const;

export function clipToSpectrum(points: number): number {
	return Math.min(Math.max(points, SPECTRUM_AXIS.min), SPECTRUM_AXIS.max);
}

/** A `#rrggbb` color that lets the ground shine through; `share` from 0 (nothing) to 1 (solid). */
export function translucent(color: string, share: number): string {
	return `${color}${Math.round(share * 255)
		.toString(16)
		.padStart(2, '0')}`;
}

/** Breaks a name into lines of about `length` characters, so that labels stand beside a narrow chart. */
export function labelLines(name: string, length = 12): string[] {
	return name.split(' ').reduce<string[]>((lines, word) => {
		const last = lines.at(-1);
		if (last === undefined || `${last} ${word}`.length > length) return [...lines, word];
		return [...lines.slice(0, -1), `${last} ${word}`];
	}, []);
}
