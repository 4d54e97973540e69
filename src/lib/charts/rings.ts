/**
 * Which row each ring hangs in, so that rings of nearly the same place do not cover each other: 0 is nearest
 * to the spectrum. Places and the width of a ring are in the same unit; the order of places is kept.
 */
export function ringRows(places: readonly number[], width: number): number[] {
	const taken: number[][] = [];
	return places.map((place) => {
		const free = taken.findIndex((row) => row.every((other) => Math.abs(other - place) >= width));
		const row = free < 0 ? taken.length : free;
		(taken[row] ??= []).push(place);
		return row;
	});
}
