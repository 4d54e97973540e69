/** Arithmetic in whole numbers of any length, for sums that must not lose a unit. */

/** Greatest common divisor of numbers that are not negative. */
export function greatestCommon(a: bigint, b: bigint): bigint {
	while (b !== 0n) [a, b] = [b, a % b];
	return a;
}

export function leastCommon(a: bigint, b: bigint): bigint {
	return (a * b) / greatestCommon(a, b);
}

export function size(number: bigint): bigint {
	return number < 0n ? -number : number;
}

/** Rounded up, for a positive denominator; division of whole numbers cuts toward zero. */
export function ceilingOf(numerator: bigint, denominator: bigint): bigint {
	const cut = numerator / denominator;
	return numerator > cut * denominator ? cut + 1n : cut;
}
