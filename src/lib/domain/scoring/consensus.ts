import { meanStep, total, type Counts } from './counts.ts';

/**
 * Agreement A of van der Eijk (2001): 1 when all give one answer, 0 when answers are spread evenly, −1 when
 * half sit at either end. The counts are taken apart into layers of equal height; each layer's agreement
 * comes from its pattern of filled and empty values, and layers weigh by their people.
 * Null below two answers, and on scales of fewer than three values.
 */
export function vanDerEijk(counts: Counts): number | null {
	const n = total(counts);
	if (n < 2 || counts.length < 3) return null;

	let sum = 0;
	let floor = 0;
	for (;;) {
		const layer = layerAbove(counts, floor);
		if (layer.filled === 0) return sum / n;
		const agreement = patternAgreement(layer.pattern, counts.length, layer.filled);
		sum += (layer.top - floor) * layer.filled * agreement;
		floor = layer.top;
	}
}

/**
 * Consensus of Tastle & Wierman (2007): 1 when all give one answer, 0 when half sit at either end;
 * 1 + Σ p·log2(1 − |x − mean|/range). Null below two answers, and on scales of one value.
 */
export function consensus(counts: Counts): number | null {
	const n = total(counts);
	if (n < 2 || counts.length < 2) return null;

	const mean = meanStep(counts)!;
	let sum = 1;
	for (let at = 0; at < counts.length; at++) {
		if (counts[at] === 0) continue;
		sum += (counts[at]! / n) * Math.log2(1 - Math.abs(at - mean) / (counts.length - 1));
	}
	return sum;
}

/**
 * Polarization of Esteban & Ray (1994) with identification 1: 0 when all give one answer, 1 when half sit
 * at either end; 4·ΣΣ p_i²·p_j·|i − j|/range. Unlike a variance it grows when people gather in camps: answers
 * spread evenly over five values give .32. Null below two answers, and on scales of one value.
 */
export function polarization(counts: Counts): number | null {
	const n = total(counts);
	if (n < 2 || counts.length < 2) return null;

	let sum = 0;
	for (let i = 0; i < counts.length; i++) {
		for (let j = 0; j < counts.length; j++) {
			sum += counts[i]! ** 2 * counts[j]! * Math.abs(i - j);
		}
	}
	return (4 * sum) / (n ** 3 * (counts.length - 1));
}

/** What stands above a floor, up to the lowest count there: which values reach it, as bits, and how many. */
function layerAbove(counts: Counts, floor: number) {
	let top = Infinity;
	let pattern = 0;
	let filled = 0;
	for (let at = 0; at < counts.length; at++) {
		if (counts[at]! <= floor) continue;
		top = Math.min(top, counts[at]!);
		pattern |= 1 << at;
		filled++;
	}
	return { top, pattern, filled };
}

/** Patterns come back all the time: a scale of five has 31, one of eleven 2,047. */
const known = new Map<number, number>();

/** Unimodality of a pattern, shrunk by how much of the scale it fills. */
function patternAgreement(pattern: number, points: number, filled: number): number {
	const key = (1 << points) | pattern;
	const before = known.get(key);
	if (before !== undefined) return before;

	const { together, apart } = triples(pattern, points);
	const unimodality =
		together + apart === 0
			? 1
			: ((points - 2) * together - (points - 1) * apart) / ((points - 2) * (together + apart));
	const agreement = unimodality * (1 - (filled - 1) / (points - 1));
	known.set(key, agreement);
	return agreement;
}

/** Among all triples of values in order: two filled side by side with an empty one outside, or inside. */
function triples(pattern: number, points: number): { together: number; apart: number } {
	const filledWithin = (from: number, to: number) =>
		Array.from({ length: to - from }, (_, at) => (pattern >> (from + at)) & 1).filter(Boolean)
			.length;
	let together = 0;
	let apart = 0;
	for (let middle = 1; middle < points - 1; middle++) {
		const left = filledWithin(0, middle);
		const right = filledWithin(middle + 1, points);
		const leftEmpty = middle - left;
		const rightEmpty = points - middle - 1 - right;
		if ((pattern >> middle) & 1) together += left * rightEmpty + leftEmpty * right;
		else apart += left * right;
	}
	return { together, apart };
}
