/** Where one person's dot lies: its middle, in the units of the picture, y downward. */
export interface Dot {
	x: number;
	y: number;
	/** Place in the order in which the dots fall, from 0 (first) to 1 (last). */
	turn: number;
}

export interface DotPicture {
	radius: number;
	/** By level, lowest first. */
	levels: Dot[][];
}

/** The largest dot, as a share of its level's column: a few people are not drawn as giants. */
const LARGEST_SHARE = 0.44;
/** How much of its place a dot fills; the rest is air. */
const FILLED = 0.84;
/** How much of its column a heap may fill, so that neighbors stay apart. */
const HEAP_SHARE = 0.9;

/**
 * One dot of equal size for each vote, heaped over its level: as large as the fullest level allows, from a
 * single person to a thousand. `counts` are votes by level, lowest first; `width` and `height` are those of
 * the whole picture.
 */
export function packDots(
	counts: readonly number[],
	{ width, height }: { width: number; height: number }
): DotPicture {
	const column = width / counts.length;
	const { perRow, size } = bestFit(Math.max(1, ...counts), column, height);
	return {
		radius: (size * FILLED) / 2,
		levels: counts.map((count, level) => {
			const middle = (level + 0.5) * column;
			return Array.from({ length: count }, (_, at) =>
				placeOf(at, { count, middle, perRow, size, height })
			);
		})
	};
}

/** How many dots lie side by side, so that the fullest level just fits and dots are as large as they can be. */
function bestFit(fullest: number, column: number, height: number) {
	const largest = column * LARGEST_SHARE;
	let best = { perRow: 1, size: 0 };
	for (let perRow = 1; perRow <= fullest; perRow++) {
		const rows = Math.ceil(fullest / perRow);
		const size = Math.min(largest, (column * HEAP_SHARE) / perRow, height / rows);
		if (size > best.size) best = { perRow, size };
	}
	return best;
}

interface Heap {
	count: number;
	middle: number;
	perRow: number;
	size: number;
	height: number;
}

function placeOf(at: number, { count, middle, perRow, size, height }: Heap): Dot {
	const row = Math.floor(at / perRow);
	const inRow = Math.min(perRow, count - row * perRow);
	return {
		x: middle + ((at % perRow) - (inRow - 1) / 2) * size,
		y: height - (row + 0.5) * size,
		turn: count > 1 ? at / (count - 1) : 0
	};
}
