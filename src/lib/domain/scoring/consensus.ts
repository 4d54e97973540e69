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

	let agreement = 0;
	let floor = 0;
	for (const height of heights(counts)) {
		const isFilled = Array.from({ length: counts.length }, (_, at) => counts[at]! >= height);
		const filled = isFilled.filter(Boolean).length;
		agreement += ((height - floor) * filled * patternAgreement(isFilled, filled)) / n;
		floor = height;
	}
	return agreement;
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

/** The different counts, lowest first; each tops one layer. */
function heights(counts: Counts): number[] {
	const filled = new Set(Array.from(counts).filter((count) => count > 0));
	return [...filled].sort((a, b) => a - b);
}

/** Unimodality of a pattern, shrunk by how much of the scale it fills. */
function patternAgreement(isFilled: readonly boolean[], filled: number): number {
	const points = isFilled.length;
	const shrink = 1 - (filled - 1) / (points - 1);
	const { together, apart } = triples(isFilled);
	if (together + apart === 0) return shrink;
	const unimodality =
		((points - 2) * together - (points - 1) * apart) / ((points - 2) * (together + apart));
	return unimodality * shrink;
}

/** Among all triples of values in order: two filled side by side with an empty one outside, or inside. */
function triples(isFilled: readonly boolean[]): { together: number; apart: number } {
	let together = 0;
	let apart = 0;
	for (let middle = 1; middle < isFilled.length - 1; middle++) {
		const left = isFilled.slice(0, middle).filter(Boolean).length;
		const right = isFilled.slice(middle + 1).filter(Boolean).length;
		const leftEmpty = middle - left;
		const rightEmpty = isFilled.length - middle - 1 - right;
		if (isFilled[middle]) together += left * rightEmpty + leftEmpty * right;
		else apart += left * right;
	}
	return { together, apart };
}
