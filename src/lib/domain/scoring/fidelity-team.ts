import { meanOf, type TeamSpread } from './fidelity-spread.ts';
import { chiSquareQuantile } from './quantiles.ts';

/** What a raw squared distance consists of; the three add up to it (Cronbach & Gleser 1953). */
export interface ProfileDistance {
	/** In squared points, the noise of small teams included. */
	squared: number;
	/** The team lies higher or lower as a whole. */
	elevation: number;
	/** Its profile has higher peaks, or lower ones. */
	scatter: number;
	/** Its peaks are in other places. */
	shape: number;
	/** Correlation of the profiles, −1 to 1; null when one of them is flat. */
	correlation: number | null;
}

/** How well one team shows the picture of the others: for drawing attention, not for judging. */
export interface TeamFidelity {
	team: string;
	n: number;
	/** 0 to 100, like the fidelity of the whole. */
	fidelity: number;
	/** Typical distance to the other teams' mean, without noise, in points. */
	gap: number;
	/** Squared distance that noise alone makes, in squared points. */
	noise: number;
	distance: ProfileDistance;
	/** Where the fidelity of 90 % of such teams lies when none of them differs from the others. */
	chanceBand: { low: number; high: number };
	/** Whether the fidelity lies below the chance band. */
	standsOut: boolean;
}

/**
 * Each team against the mean of the other teams, as a part must not be compared with itself. `ids` name
 * the teams of the spread in its order; `step` is one answer step in points. On average, the squared gap
 * of a team is T/(T − 1) times that of the whole.
 */
export function teamFidelities(
	ids: readonly string[],
	spread: TeamSpread,
	step: number
): TeamFidelity[] {
	const teams = ids.length;
	const sums = spread.between.map((_, d) =>
		spread.profiles.reduce((sum, profile) => sum + profile[d]!, 0)
	);
	const inverses = spread.sizes.reduce((sum, n) => sum + 1 / n, 0);
	const within = meanOf(spread.within);

	return ids.map((team, at) => {
		const profile = spread.profiles[at]!;
		const n = spread.sizes[at]!;
		const others = profile.map((mean, d) => (sums[d]! - mean) / (teams - 1));
		const noise = within * (1 / n + (inverses - 1 / n) / (teams - 1) ** 2);
		const distance = profileDistance(profile, others);
		const gap = Math.sqrt(Math.max(0, distance.squared - noise));
		const chanceBand = chanceBandOf(noise, spread.directions, step);
		const fidelity = fidelityOf(gap, step);
		const standsOut = fidelity < chanceBand.low;
		return { team, n, fidelity, gap, noise, distance, chanceBand, standsOut };
	});
}

/** 100 for no gap, 0 from a whole answer step on; `gap` and `step` in points. */
export function fidelityOf(gap: number, step: number): number {
	return 100 * Math.max(0, 1 - gap / step);
}

/** The mean squared distance of two profiles of the same length and its split into elevation, scatter and shape. */
export function profileDistance(
	profile: readonly number[],
	others: readonly number[]
): ProfileDistance {
	const [a, b] = [deviations(profile), deviations(others)];
	const covariance = meanProduct(a.values, b.values);
	const product = a.sd * b.sd;
	const elevation = (a.mean - b.mean) ** 2;
	const scatter = (a.sd - b.sd) ** 2;
	const shape = Math.max(0, 2 * (product - covariance));
	const correlation = product > 0 ? Math.min(1, Math.max(-1, covariance / product)) : null;
	return { squared: elevation + scatter + shape, elevation, scatter, shape, correlation };
}

/** 5 % and 95 % points of a team's fidelity under pure noise, whose squared distance is a scaled χ². */
function chanceBandOf(
	noise: number,
	directions: number,
	step: number
): { low: number; high: number } {
	const at = (p: number) => {
		const squared = (noise * chiSquareQuantile(p, directions)) / directions;
		return fidelityOf(Math.sqrt(Math.max(0, squared - noise)), step);
	};
	return { low: at(0.95), high: at(0.05) };
}

function deviations(profile: readonly number[]): { mean: number; sd: number; values: number[] } {
	const mean = meanOf(profile);
	const values = profile.map((value) => value - mean);
	return { mean, values, sd: Math.sqrt(meanProduct(values, values)) };
}

function meanProduct(a: readonly number[], b: readonly number[]): number {
	let sum = 0;
	for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
	return sum / a.length;
}
