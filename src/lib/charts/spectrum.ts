/** Fragments of about the same place, as one SVG path: an unbroken slab at 0, ever finer grain toward 1. */
export interface SpectrumBand {
	place: number;
	path: string;
}

interface Rectangle {
	x: number;
	y: number;
	width: number;
	height: number;
}

const BANDS = 28;
/** Up to here nothing is broken. */
const SLAB_END = 0.13;

/**
 * The signature picture: a slab that breaks into fragments, readable without color because the grain
 * itself tells the place. The same size gives the same picture; page, presenter and PDF share it.
 */
export function spectrumBands(width: number, height: number): SpectrumBand[] {
	const paths = Array.from({ length: BANDS }, () => '');
	const slab = { x: 0, y: 0, width: width * SLAB_END, height };
	const rest = { x: slab.width, y: 0, width: width - slab.width, height };

	for (const fragment of [slab, ...shatter(rest, width, height, 1)]) {
		const place = placeOf(fragment, width);
		const band = Math.min(BANDS - 1, Math.floor(place * BANDS));
		paths[band] += rectanglePath(inset(fragment, gapAt(place)));
	}
	return paths
		.map((path, band) => ({ place: (band + 0.5) / BANDS, path }))
		.filter(({ path }) => path !== '');
}

/** Cuts a rectangle across its longer side until the pieces are as fine as their place asks for. */
function shatter(
	piece: Rectangle,
	totalWidth: number,
	totalHeight: number,
	seed: number
): Rectangle[] {
	const grain = grainAt(placeOf(piece, totalWidth), totalHeight);
	const isWide = piece.width >= piece.height;
	const longer = isWide ? piece.width : piece.height;
	if (longer <= grain) return [piece];

	const cut = longer * (0.36 + 0.28 * noise(seed));
	const first = isWide ? { ...piece, width: cut } : { ...piece, height: cut };
	const second = isWide
		? { ...piece, x: piece.x + cut, width: piece.width - cut }
		: { ...piece, y: piece.y + cut, height: piece.height - cut };
	return [
		...shatter(first, totalWidth, totalHeight, seed * 2),
		...shatter(second, totalWidth, totalHeight, seed * 2 + 1)
	];
}

/** How long the longer side of a fragment may be at this place. */
function grainAt(place: number, height: number): number {
	const finest = height * 0.1;
	return finest + 2.1 * height * (1 - place) ** 2.4;
}

function gapAt(place: number): number {
	return place < SLAB_END ? 0 : 0.5 + 1.4 * place;
}

function placeOf({ x, width }: Rectangle, totalWidth: number): number {
	return (x + width / 2) / totalWidth;
}

function inset({ x, y, width, height }: Rectangle, gap: number): Rectangle {
	const half = gap / 2;
	return { x: x + half, y: y + half, width: width - gap, height: height - gap };
}

function rectanglePath({ x, y, width, height }: Rectangle): string {
	const [left, top, across, down] = [x, y, width, height].map((value) => Number(value.toFixed(1)));
	return `M${left} ${top}h${across}v${down}h${-across!}z`;
}

/** A number from 0 to 1 that looks random and is the same every time. */
function noise(seed: number): number {
	const value = Math.sin((seed % 9973) * 12.9898) * 43758.5453;
	return value - Math.floor(value);
}
