/** What small text needs beside its ground: WCAG 2.2, success criterion 1.4.3, level AA. */
export const READABLE = 4.5;
const WHITE = '#ffffff';

export type ReadAccent = { ok: true; accent: string; wasDarkened: boolean } | { ok: false };

/** Reads a color as it was typed, such as “#0a5” or “0A5C36”, and darkens it until it can be read on white. */
export function readAccent(typed: string): ReadAccent {
	const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed.trim())?.[1]?.toLowerCase();
	if (!hex) return { ok: false };
	const color = `#${hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex}`;
	const accent = readableOnWhite(color);
	return { ok: true, accent, wasDarkened: accent !== color };
}

/**
 * How far two colors stand apart, from 1 (the same) to 21 (black on white): the contrast ratio of WCAG 2.2. Takes
 * `#rrggbb`.
 */
export function contrast(one: string, other: string): number {
	const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
	return (light! + 0.05) / (dark! + 0.05);
}

/** Relative luminance, 0 to 1, as WCAG 2.2 defines it for sRGB. */
function luminance(color: string): number {
	const [red, green, blue] = channelsOf(color).map((channel) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The same hue, darker by as little as it takes. */
function readableOnWhite(color: string): string {
	if (contrast(color, WHITE) >= READABLE) return color;
	const channels = channelsOf(color);
	for (let share = 0.99; share > 0; share -= 0.01) {
		const darker = hexOf(channels.map((channel) => channel * share));
		if (contrast(darker, WHITE) >= READABLE) return darker;
	}
	return '#000000';
}

function channelsOf(color: string): number[] {
	return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function hexOf(channels: readonly number[]): string {
	return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
