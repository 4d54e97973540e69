/** Rows to insert with one statement: the widest table stays far below the parameters a statement may have. */
const ROWS = 500;

/** Cuts what is to be inserted into pieces that one statement can carry. */
export function* inChunks<T>(rows: readonly T[]): Generator<T[]> {
	for (let start = 0; start < rows.length; start += ROWS) yield rows.slice(start, start + ROWS);
}
