import { total, type Counts } from './counts.ts';

/** What the dots of a vote look like; the facilitator's opening question fits it. */
export type VoteShape = 'agreement' | 'one-far-off' | 'two-camps' | 'spread';

/** Share of votes on two neighboring levels that makes an agreement. */
const CLOSE_SHARE = 3 / 4;
/** Share of votes that may lie far off without spoiling it: one person in a room of twenty or more. */
const STRAY_SHARE = 1 / 20;
/** From this many levels on a vote is far from another. */
const FAR = 2;
/** Smallest share of votes that makes a camp. */
const CAMP_SHARE = 1 / 6;
/** Where camps are near each other, only this share may stand between them. */
const BETWEEN_SHARE = 1 / 10;
const NEAR_CAMPS = 2.5;

/**
 * The shape of a vote, from the number of votes on each level; null below two votes. Made for five levels.
 *
 * Looked for in this order:
 * - `one-far-off`: a single vote two or more levels from every other, while the others agree. Three to
 *   nineteen votes only: in a larger room one vote changes no picture and nobody should be singled out.
 * - `agreement`: three quarters of the votes on two neighboring levels, and at most one in twenty two or
 *   more levels away from these.
 * - `two-camps`: with a level between them that has at most half the votes of either camp's fullest level,
 *   a sixth of the votes, and two people, on each side (one each when two people vote). Where the camps'
 *   means are less than two and a half levels apart, at most a tenth stand between them.
 * - `spread`: everything else.
 */
export function voteShape(counts: Counts): VoteShape | null {
	const votes = Array.from(counts);
	const n = total(votes);
	if (n < 2) return null;
	if (hasOneFarOff(votes, n)) return 'one-far-off';
	if (isAgreement(votes, n)) return 'agreement';
	return votes.some((_, level) => dividesCamps(votes, level, n)) ? 'two-camps' : 'spread';
}

function hasOneFarOff(votes: readonly number[], n: number): boolean {
	if (n < 3 || n * STRAY_SHARE >= 1) return false;
	return votes.some((count, level) => {
		const isAlone = count === 1 && votes.every((v, at) => !v || isFar(at, level) || at === level);
		return isAlone && isAgreement(votes.with(level, 0), n - 1);
	});
}

function isAgreement(votes: readonly number[], n: number): boolean {
	return votes.some((count, level) => {
		const inside = count + (votes[level + 1] ?? 0);
		const far = sum(votes.filter((_, at) => isFar(at, level) && isFar(at, level + 1)));
		return inside >= n * CLOSE_SHARE && far <= n * STRAY_SHARE;
	});
}

function dividesCamps(votes: readonly number[], level: number, n: number): boolean {
	const low = votes.map((count, at) => (at < level ? count : 0));
	const high = votes.map((count, at) => (at > level ? count : 0));
	const between = votes[level]!;
	const fewest = Math.max(n * CAMP_SHARE, n === 2 ? 1 : 2);
	if (Math.min(sum(low), sum(high)) < fewest) return false;
	if (between * 2 > Math.min(Math.max(...low), Math.max(...high))) return false;
	return meanLevel(high) - meanLevel(low) >= NEAR_CAMPS || between <= n * BETWEEN_SHARE;
}

function isFar(a: number, b: number): boolean {
	return Math.abs(a - b) >= FAR;
}

function meanLevel(votes: readonly number[]): number {
	return sum(votes.map((count, level) => count * level)) / sum(votes);
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
