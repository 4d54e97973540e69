/** The colors of charts, the same as the tokens of `app.css`: five carry data, four draw axes and words. */
export interface Palette {
	slab: string;
	teal: string;
	blue: string;
	violet: string;
	rose: string;
	ink: string;
	ink2: string;
	line: string;
	surface: string;
}

export const lightPalette: Palette = {
	slab: '#2a2b30',
	teal: '#0aa5a0',
	blue: '#3f6fe0',
	violet: '#8b5cf0',
	rose: '#e0559b',
	ink: '#17181c',
	ink2: '#55585f',
	line: '#e3e0d8',
	surface: '#ffffff'
};

/** On dark paper the slab is lighter than the ground, so that the monolith still has a body. */
export const darkPalette: Palette = {
	slab: '#5d606b',
	teal: '#2bbdb6',
	blue: '#6d95f2',
	violet: '#a685f5',
	rose: '#ee7db5',
	ink: '#f3f1ec',
	ink2: '#b4b6bd',
	line: '#32353d',
	surface: '#1b1d22'
};

const STOPS = [
	[0, 'slab'],
	[0.3, 'slab'],
	[0.48, 'teal'],
	[0.65, 'blue'],
	[0.82, 'violet'],
	[1, 'rose']
] as const satisfies [number, keyof Palette][];

/** The color of a place on the spectrum, from 0 (monolith) to 1 (hologram), as `#rrggbb`. */
export function spectrumColor(place: number, palette: Palette): string {
	const clipped = Math.min(Math.max(place, 0), 1);
	const next = Math.max(
		1,
		STOPS.findIndex(([stop]) => stop >= clipped)
	);
	const [fromStop, fromName] = STOPS[next - 1]!;
	const [toStop, toName] = STOPS[next]!;
	return mix(palette[fromName], palette[toName], (clipped - fromStop) / (toStop - fromStop));
}

function mix(from: string, to: string, share: number): string {
	const channel = (color: string, at: number) => parseInt(color.slice(1 + 2 * at, 3 + 2 * at), 16);
	return `#${[0, 1, 2]
		.map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share))
		.map((value) => value.toString(16).padStart(2, '0'))
		.join('')}`;
}
