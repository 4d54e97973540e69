/** A group in a whole, with the sheets that are to be protected. */
export interface Part {
	id: string;
	sheets: number;
}

/**
 * Rule 3: whoever knows the whole and the shown groups knows the rest. So the hidden groups together hold
 * at least k sheets and are never just one; otherwise the smallest shown group is hidden too, and again.
 *
 * `parts` stand in the organizer's order, which settles ties: it says nothing about answers. Groups
 * without sheets hide nobody and count for nothing. Returns all that is hidden, in the same order.
 */
export function hiddenWithRemainder(
	parts: readonly Part[],
	hiddenAlready: ReadonlySet<string>,
	k: number
): string[] {
	const isHidden = new Set(hiddenAlready);
	const concealed = parts.filter(({ id, sheets }) => sheets > 0 && isHidden.has(id));
	let groups = concealed.length;
	let sheets = concealed.reduce((sum, part) => sum + part.sheets, 0);
	const givesAway = () => groups > 0 && (groups === 1 || sheets < k);
	const shown = givesAway()
		? parts
				.filter(({ id, sheets }) => sheets > 0 && !isHidden.has(id))
				.sort((a, b) => a.sheets - b.sheets)
		: [];

	while (givesAway() && shown.length > 0) {
		const smallest = shown.shift()!;
		isHidden.add(smallest.id);
		groups += 1;
		sheets += smallest.sheets;
	}
	return parts.filter(({ id }) => isHidden.has(id)).map(({ id }) => id);
}
