interface RowFrame {
	/** How many dots the fullest row has, so that all rows are drawn at one size. */
	most: number;
	width: number;
	height: number;
}

export interface DotRow {
	radius: number;
	dots: { x: number; y: number }[];
}

const FILLED = 0.84;

/** So many dots of equal size from the left: in one line while they fit, then stacked in columns. */
export function dotRow(count: number, { most, width, height }: RowFrame): DotRow {
	const perColumn = stackHeight(Math.max(1, most), width / height);
	const size = height / perColumn;
	return {
		radius: (size * FILLED) / 2,
		dots: Array.from({ length: count }, (_, at) => ({
			x: (Math.floor(at / perColumn) + 0.5) * size,
			y: height - ((at % perColumn) + 0.5) * size
		}))
	};
}

/** The fewest dots in a column with which so many fit into a row of this ratio of width to height. */
function stackHeight(most: number, ratio: number): number {
	let perColumn = 1;
	while (Math.ceil(most / perColumn) > Math.floor(perColumn * ratio)) perColumn++;
	return perColumn;
}
