/**
 * How many people gave each value of the scale, from the lowest value to the highest. “Not sure” and no
 * answer are not in it.
 */
export type Counts = ArrayLike<number>;

/** Counts of raw answers on a scale from `low` to `high`; null is a missing answer. */
export function countsOf(
	answers: readonly (number | null)[],
	{ low, high }: { low: number; high: number }
): number[] {
	const counts = Array.from({ length: high - low + 1 }, () => 0);
	for (const answer of answers) {
		if (answer !== null) counts[answer - low]!++;
	}
	return counts;
}

export function total(counts: Counts): number {
	let n = 0;
	for (let at = 0; at < counts.length; at++) n += counts[at]!;
	return n;
}

/** The sum of all answers in steps above the lowest value. */
export function stepSum(counts: Counts): number {
	let sum = 0;
	for (let at = 0; at < counts.length; at++) sum += at * counts[at]!;
	return sum;
}

/** The mean in steps above the lowest value; null for no answer. */
export function meanStep(counts: Counts): number | null {
	const n = total(counts);
	return n === 0 ? null : stepSum(counts) / n;
}

/** The median in steps above the lowest value, half-way between the two middle answers; null for no answer. */
export function medianStep(counts: Counts): number | null {
	const n = total(counts);
	if (n === 0) return null;
	return (stepOfPerson(counts, Math.ceil(n / 2)) + stepOfPerson(counts, Math.floor(n / 2) + 1)) / 2;
}

/** The sample variance (n − 1) in squared steps; exactly 0 when all agree, null below two answers. */
export function stepVariance(counts: Counts): number | null {
	const n = total(counts);
	if (n < 2) return null;
	let squares = 0;
	for (let at = 0; at < counts.length; at++) squares += at * at * counts[at]!;
	return (n * squares - stepSum(counts) ** 2) / (n * (n - 1));
}

/** The mean distance in steps (denominator n) of the answers from a point; null for no answer. */
export function meanDistance(counts: Counts, point: number): number | null {
	const n = total(counts);
	if (n === 0) return null;
	let sum = 0;
	for (let at = 0; at < counts.length; at++) sum += Math.abs(at - point) * counts[at]!;
	return sum / n;
}

/** The answer of the `rank`-th person, when people stand in order of their answers. */
function stepOfPerson(counts: Counts, rank: number): number {
	let people = 0;
	for (let at = 0; at < counts.length; at++) {
		people += counts[at]!;
		if (people >= rank) return at;
	}
	return counts.length - 1;
}
