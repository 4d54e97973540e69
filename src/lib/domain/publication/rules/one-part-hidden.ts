/** One of the measures that a whole measure is the mean of, in one group. */
export interface MeasurePart {
	id: string;
	/** Sheets with a value. */
	n: number;
	isShown: boolean;
}

/**
 * A whole measure and all its parts but one give that one away, as a whole group and all its teams but one
 * do: rule 3 once more, for the overall and its dimensions. Returns the part to hide as well, the one with
 * the fewest sheets and then the first; null where nothing is given away.
 */
export function partToHideToo(parts: readonly MeasurePart[]): string | null {
	const shown = parts.filter(({ isShown }) => isShown);
	if (shown.length === 0 || parts.length - shown.length !== 1) return null;
	return shown.reduce((fewest, part) => (part.n < fewest.n ? part : fewest)).id;
}
