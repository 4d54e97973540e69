import { greatestCommon, size } from '../whole-numbers.ts';
import type { Equation } from './peel.ts';

/** Work that one look at the ledger may cost, in steps; beyond it, the answer is no. */
export interface Budget {
	steps: number;
}

/**
 * Gaussian elimination in whole numbers: all that follows from the equations about the kept classes alone.
 * Picks the shortest equation first, and in it the class that occurs least, which keeps sparse systems
 * sparse. Returns independent equations, or null when the budget is spent.
 */
export function eliminate(
	equations: readonly Equation[],
	isKept: (index: number) => boolean,
	budget: Budget
): Equation[] | null {
	const rows = equations.map((equation) => new Map(equation));
	const holding = new Map<number, Set<number>>();
	rows.forEach((row, i) => {
		for (const index of row.keys()) {
			if (!holding.has(index)) holding.set(index, new Set());
			holding.get(index)!.add(i);
		}
	});

	const order = rows.map((_, i) => i).sort((a, b) => rows[a]!.size - rows[b]!.size);
	const kept: Equation[] = [];
	for (const i of order) {
		const row = rows[i]!;
		for (const index of row.keys()) holding.get(index)!.delete(i);
		const pivot = rarest(row, holding, isKept);
		if (pivot === null) {
			if (row.size > 0) kept.push(row);
			continue;
		}
		for (const other of [...holding.get(pivot)!]) {
			budget.steps -= row.size;
			if (budget.steps < 0) return null;
			cancel(pivot, rows[other]!, row);
			for (const index of row.keys())
				if (rows[other]!.has(index)) holding.get(index)!.add(other);
				else holding.get(index)!.delete(other);
		}
	}
	return kept;
}

function rarest(
	row: Equation,
	holding: ReadonlyMap<number, ReadonlySet<number>>,
	isKept: (index: number) => boolean
): number | null {
	let found: number | null = null;
	for (const index of row.keys()) {
		if (isKept(index)) continue;
		if (found === null || holding.get(index)!.size < holding.get(found)!.size) found = index;
	}
	return found;
}

/** The equation without the class: minus as much of the other one as makes it vanish. */
export function without(index: number, equation: Equation, other: Equation): Equation {
	const result = new Map(equation);
	cancel(index, result, other);
	return result;
}

/** Changes the equation in place, since the other one is often much shorter. */
function cancel(index: number, equation: Equation, other: Equation): void {
	const [weight, otherWeight] = [equation.get(index)!, other.get(index)!];
	const common = greatestCommon(size(weight), size(otherWeight));
	const sign = otherWeight < 0n ? -1n : 1n;
	const [factor, share] = [(sign * otherWeight) / common, (sign * weight) / common];
	if (factor !== 1n) for (const [i, each] of equation) equation.set(i, each * factor);
	for (const [i, each] of other) {
		const rest = (equation.get(i) ?? 0n) - each * share;
		if (rest === 0n) equation.delete(i);
		else equation.set(i, rest);
	}
	if (factor !== 1n) shorten(equation);
}

/** Divides by what all numbers share, so that they stay small. */
function shorten(equation: Equation): void {
	let common = 0n;
	for (const weight of equation.values()) {
		common = greatestCommon(common, size(weight));
		if (common === 1n) return;
	}
	for (const [index, weight] of equation) equation.set(index, weight / common);
}
