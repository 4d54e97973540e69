/** One fifth of the spectrum, 1 (monolith) to 5 (hologram). */
export type Zone = 1 | 2 | 3 | 4 | 5;

const ZONE_WIDTH = 20;

/** The first and the last zone that a score of 0 to 100 touches with its margin; equal when it is just one. */
export function zonesTouched(score: number, margin: number): { from: Zone; to: Zone } {
	return { from: zoneOf(score - margin), to: zoneOf(score + margin) };
}

function zoneOf(points: number): Zone {
	const clipped = Math.min(Math.max(points, 0), 99.999);
	return (Math.floor(clipped / ZONE_WIDTH) + 1) as Zone;
}
