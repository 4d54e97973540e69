/**
 * Who goes with whom so that the sum of all worth is as large as possible, each at most once: for each row its column,
 * or `null`. Worth is 0 or more, rows × columns; pairs worth nothing are not made. The Hungarian method in the form
 * with potentials (Kuhn 1955, Munkres 1957), in rows² × columns steps. Of several best ones it always finds the same.
 */
export function bestAssignment(worth: readonly (readonly number[])[]): (number | null)[] {
	const columns = worth[0]?.length ?? 0;
	if (columns === 0) return worth.map(() => null);
	if (worth.length > columns) return turned(bestAssignment(transposed(worth)), worth.length);

	const owners = rowsOfColumns(worth, columns);
	const found: (number | null)[] = worth.map(() => null);
	owners.forEach((row, column) => {
		if (row !== null && worth[row]![column]! > 0) found[row] = column;
	});
	return found;
}

/** Brings in one row after the other; each makes room along the cheapest chain of changes. */
function rowsOfColumns(worth: readonly (readonly number[])[], columns: number): (number | null)[] {
	const owners: (number | null)[] = Array.from({ length: columns }, () => null);
	const rowPrice = worth.map(() => 0);
	const columnPrice = owners.map(() => 0);
	const cost = (row: number, column: number) =>
		-worth[row]![column]! - rowPrice[row]! - columnPrice[column]!;

	for (const newRow of worth.keys()) {
		const least = owners.map(() => Infinity);
		const cameFrom = owners.map((): number | null => null);
		const done = owners.map(() => false);
		let row = newRow;
		let column: number | null = null;
		for (;;) {
			let next = -1;
			for (const other of owners.keys()) {
				if (done[other]) continue;
				const here = cost(row, other);
				if (here < least[other]!) {
					least[other] = here;
					cameFrom[other] = column;
				}
				if (next === -1 || least[other]! < least[next]!) next = other;
			}
			const step = least[next]!;
			rowPrice[newRow]! += step;
			for (const other of owners.keys()) {
				if (done[other]) {
					rowPrice[owners[other]!]! += step;
					columnPrice[other]! -= step;
				} else least[other]! -= step;
			}
			column = next;
			done[column] = true;
			if (owners[column] === null) break;
			row = owners[column]!;
		}
		while (column !== null) {
			const before: number | null = cameFrom[column]!;
			owners[column] = before === null ? newRow : owners[before]!;
			column = before;
		}
	}
	return owners;
}

function transposed(worth: readonly (readonly number[])[]): number[][] {
	return worth[0]!.map((_, column) => worth.map((row) => row[column]!));
}

function turned(columnsOfRows: readonly (number | null)[], length: number): (number | null)[] {
	const found: (number | null)[] = Array.from({ length }, () => null);
	columnsOfRows.forEach((column, row) => {
		if (column !== null) found[column] = row;
	});
	return found;
}
