import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { meanOf, type TeamSpread } from './fidelity-spread.ts';
import { fCdf } from './quantiles.ts';

/** Scores of one person in all dimensions, in the order of the moments. */
export type PersonScores = readonly number[];

/** How often people who are put into teams at random differ at least as much between teams as here. */
export type ChanceTest = {
	/** Between 0 and 1; below .05 the teams differ by more than chance. */
	p: number;
} & (
	| { method: 'shuffle'; shuffles: number; seed: number }
	// From the moments alone: nobody's scores were needed.
	| { method: 'approximation' }
);

export interface ChanceOptions {
	/** At least 999. */
	shuffles?: number;
	seed?: number;
}

/**
 * Up to this many scores are shuffled, 50,000 people in eight dimensions: 999 shuffles then take less than
 * a second. Beyond, the approximation stands in. Its p is within about .01 of the shuffle's around .05.
 */
export const MOST_SHUFFLED_SCORES = 400_000;

const FEWEST_SHUFFLES = 999;

/**
 * The chance test of team differences: random group resampling on profiles (Bliese & Halverson 1996).
 *
 * People are shuffled over teams whose sizes are kept; the statistic is the mean over dimensions of the
 * variance of team means; p = (1 + #≥)/(1 + shuffles) (Davison & Hinkley 1997). The same people, sizes and
 * seed give the same p, whatever the order of people or teams. Without people, or with more scores
 * than `MOST_SHUFFLED_SCORES`, an F with matched moments takes its place (Satterthwaite 1946, Box 1954).
 * Throws a RangeError when the number of people is not the sum of the sizes or there are too few shuffles.
 */
export function chanceTest(
	spread: TeamSpread,
	people: readonly PersonScores[] | null,
	{ shuffles = FEWEST_SHUFFLES, seed = 1 }: ChanceOptions = {}
): ChanceTest {
	if (people === null || people.length * spread.between.length > MOST_SHUFFLED_SCORES)
		return { p: approximateP(spread), method: 'approximation' };
	if (!(shuffles >= FEWEST_SHUFFLES))
		throw new RangeError(
			`${shuffles} shuffles are too few; at least ${FEWEST_SHUFFLES} are needed.`
		);
	if (people.length !== spread.sizes.reduce((sum, n) => sum + n, 0))
		throw new RangeError(`${people.length} people do not fill the teams.`);

	const asExtreme = countAsExtreme(spread, people, shuffles, seed);
	return { p: (1 + asExtreme) / (1 + shuffles), method: 'shuffle', shuffles, seed };
}

/**
 * P(F ≥ mean V·ñ / mean MSW), where a chi-square with the same mean and variance replaces the weighted
 * sum of chi-squares that unequal sizes and correlated dimensions make of the numerator.
 */
export function approximateP(spread: TeamSpread): number {
	const between = meanOf(spread.between);
	const noise = meanOf(spread.within) / spread.harmonicSize;
	if (between === 0) return 1;
	if (noise === 0) return 0;
	const numeratorDf = contrasts(spread.sizes) * spread.directions;
	// The upper tail by way of 1/F, which keeps its digits when p is tiny.
	return fCdf(noise / between, spread.withinDf * spread.directions, numeratorDf);
}

/**
 * How many independent contrasts between teams the sizes amount to: (tr CΛ)²/tr((CΛ)²) with C the centering
 * matrix and Λ the inverse sizes; T − 1 when all sizes are equal.
 */
function contrasts(sizes: readonly number[]): number {
	const teams = sizes.length;
	const first = sizes.reduce((sum, n) => sum + 1 / n, 0);
	const second = sizes.reduce((sum, n) => sum + 1 / n ** 2, 0);
	const squares = second * (1 - 2 / teams) + (first / teams) ** 2;
	return (first * (1 - 1 / teams)) ** 2 / squares;
}

function countAsExtreme(
	spread: TeamSpread,
	people: readonly PersonScores[],
	shuffles: number,
	seed: number
): number {
	const rows = centeredRows(people, spread.between.length);
	const sizes = Int32Array.from(spread.sizes).sort();
	const labels = Int32Array.from([...sizes].flatMap((n, team) => new Array<number>(n).fill(team)));
	const statistic = statisticOf(rows, sizes, spread.between.length);
	const random = xoroshiro128plus(seed);
	// Rounding differs from order to order; a tie is still a tie.
	const observed = meanOf(spread.between) * (1 - 1e-9) - 1e-12;

	let asExtreme = 0;
	for (let round = 0; round < shuffles; round++) {
		shuffle(labels, random);
		if (statistic(labels) >= observed) asExtreme++;
	}
	return asExtreme;
}

/** Everybody's scores about the overall mean, row after row, in an order that does not depend on who came first. */
function centeredRows(people: readonly PersonScores[], size: number): Float64Array {
	const ordered = [...people].sort(compareScores);
	const rows = new Float64Array(people.length * size);
	for (let d = 0; d < size; d++) {
		const center = meanOf(ordered.map((scores) => scores[d]!));
		ordered.forEach((scores, person) => (rows[person * size + d] = scores[d]! - center));
	}
	return rows;
}

function compareScores(a: PersonScores, b: PersonScores): number {
	const d = a.findIndex((score, at) => score !== b[at]);
	return d < 0 ? 0 : a[d]! - b[d]!;
}

/** Fisher–Yates. 2³² does not divide evenly; among 50,000 people the bias is one part in 80,000. */
function shuffle(labels: Int32Array, random: ReturnType<typeof xoroshiro128plus>): void {
	for (let last = labels.length - 1; last > 0; last--) {
		const other = Math.floor((random.next() >>> 0) * 2 ** -32 * (last + 1));
		const label = labels[last]!;
		labels[last] = labels[other]!;
		labels[other] = label;
	}
}

/** The mean over dimensions of the variance of team means, for people who carry these team labels. */
function statisticOf(
	rows: Float64Array,
	sizes: Int32Array,
	size: number
): (labels: Int32Array) => number {
	const teams = sizes.length;
	const sums = new Float64Array(teams * size);
	return (labels) => {
		sums.fill(0);
		for (let person = 0, at = 0; person < labels.length; person++) {
			const team = labels[person]! * size;
			for (let d = 0; d < size; d++) sums[team + d]! += rows[at++]!;
		}
		let total = 0;
		for (let d = 0; d < size; d++) {
			let first = 0;
			let second = 0;
			for (let team = 0; team < teams; team++) {
				const mean = sums[team * size + d]! / sizes[team]!;
				first += mean;
				second += mean * mean;
			}
			total += (second - (first * first) / teams) / (teams - 1);
		}
		return total / size;
	};
}
