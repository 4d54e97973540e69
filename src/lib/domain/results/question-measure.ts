const PREFIX = 'question/';

/** A question that the mirror compares is a measure of its own. */
export function questionMeasure(item: string): string {
	return PREFIX + item;
}

/** The item behind such a measure; null for the overall and the dimensions. */
export function questionOf(measure: string): string | null {
	return measure.startsWith(PREFIX) ? measure.slice(PREFIX.length) : null;
}
