import { stepSum, total, type Counts } from './counts.ts';

/**
 * Agreement A of van der Eijk (2001): 1 when all give one answer, 0 when answers are spread evenly, −1 when
 * half sit at either end. The counts are taken apart into layers of equal height; each layer's agreement
 * comes from its pattern of filled and empty values, and layers weigh by their people.
 * Null below two answers, and on scales of fewer than three values.
 */
export function vanDerEijk(counts: Counts): number | null {
	const n = total(counts);
	if (n < 2 || counts.length < 3) return null;

	const agreements = knownAgreements(counts.length);
	let sum = 0;
	let floor = 0;
	for (;;) {
		// A layer reaches up to the lowest count above the floor; the values that reach it are bits of a pattern.
		let top = Infinity;
		let pattern = 0;
		let filled = 0;
		for (let at = 0; at < counts.length; at++) {
			if (counts[at]! <= floor) continue;
			top = Math.min(top, counts[at]!);
			pattern |= 1 << at;
			filled++;
		}
		if (filled === 0) return sum / n;
		sum += (top - floor) * filled * agreements[pattern]!;
		floor = top;
	}
}

/**
 * Consensus of Tastle & Wierman (2007): 1 when all give one answer, 0 when half sit at either end;
 * 1 + Σ p·log2(1 − |x − mean|/range). Null below two answers, and on scales of one value.
 */
export function consensus(counts: Counts): number | null {
	const n = total(counts);
	if (n < 2 || counts.length < 2) return null;

	const mean = stepSum(counts) / n;
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
		const squared = counts[i]! ** 2;
		if (squared === 0) continue;
		for (let j = 0; j < counts.length; j++) sum += squared * counts[j]! * Math.abs(i - j);
	}
	return (4 * sum) / (n ** 3 * (counts.length - 1));
}

/** By the number of values: the agreement of every pattern, a scale of five has 31 and one of eleven 2,047. */
const known = new Map<number, Float64Array>();

function knownAgreements(points: number): Float64Array {
	const before = known.get(points);
	if (before) return before;

	const agreements = Float64Array.from({ length: 1 << points }, (_, pattern) =>
		patternAgreement(pattern, points)
	);
	known.set(points, agreements);
	return agreements;
}

/** Unimodality of a pattern, shrunk by how much of the scale it fills. */
function patternAgreement(pattern: number, points: number): number {
	const { together, apart } = triples(pattern, points);
	const unimodality =
		together + apart === 0
			? 1
			: ((points - 2) * together - (points - 1) * apart) / ((points - 2) * (together + apart));
	return unimodality * (1 - (filledWithin(pattern, 0, points) - 1) / (points - 1));
}

/** Among all triples of values in order: two filled side by side with an empty one outside, or inside. */
function triples(pattern: number, points: number): { together: number; apart: number } {
	let together = 0;
	let apart = 0;
	for (let middle = 1; middle < points - 1; middle++) {
		const left = filledWithin(pattern, 0, middle);
		const right = filledWithin(pattern, middle + 1, points);
		const leftEmpty = middle - left;
		const rightEmpty = points - middle - 1 - right;
		if ((pattern >> middle) & 1) together += left * rightEmpty + leftEmpty * right;
		else apart += left * right;
	}
	return { together, apart };
}

function filledWithin(pattern: number, from: number, to: number): number {
	let filled = 0;
	for (let at = from; at < to; at++) filled += (pattern >> at) & 1;
	return filled;
}
