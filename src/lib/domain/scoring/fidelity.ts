import { scaleRange } from '../instrument/form.ts';
import type { Instrument } from '../instrument/instrument.ts';
import {
	fidelityEstimate,
	type EstimateOptions,
	type FidelityEstimate,
	type TeamProfiles
} from './fidelity-estimate.ts';
import { meanOf } from './fidelity-spread.ts';

/**
 * The headline: the parts mirror the whole; there are small but real differences; the parts show different
 * pictures; or there is too little data to tell.
 */
export type FidelityVerdict =
	'mirror' | 'small-differences' | 'different-pictures' | 'too-little-data';

export type FidelityFlag =
	/** Below three teams fidelity is not defined; with three or four there is mostly too little data. */
	| 'fewer-than-three-teams'
	| 'three-or-four-teams'
	/** Close to an end of the scale the gaps shrink, and fidelity looks better than it is. */
	| 'floor'
	| 'ceiling';

export interface Fidelity {
	verdict: FidelityVerdict;
	flags: FidelityFlag[];
	/** Null for fewer than three teams. */
	estimate: FidelityEstimate | null;
	/** One answer step in points: the unit of fidelity. */
	step: number;
	teams: number;
	people: number;
	/** Teams of fewer than three people with all dimensions. */
	leftOut: string[];
}

export interface FidelityOptions extends EstimateOptions {
	/** The organization's overall score; the mean of the team means when it is not given. */
	organizationMean?: number | null;
}

const FEWEST_PEOPLE = 3;
const FEWEST_TEAMS = 3;
const ENOUGH_TEAMS = 5;
/** Closer to the ends than this, in points, gaps have no room. */
const END_OF_SCALE = 15;

/** One answer step of the instrument in points of 0 to 100. */
export function answerStep(instrument: Instrument): number {
	const { low, high } = scaleRange(instrument);
	return 100 / (high - low);
}

/**
 * Part–whole fidelity: how far the true profiles of the teams lie from the profile of the whole, once the
 * blur of small teams is taken out.
 *
 * Every team of at least three people counts once, whatever its size: that is the meaning of “each part”.
 * τ²_d = V_d − MSW_d/ñ, τ² its mean over dimensions, F = 100·max(0, 1 − τ/step). Scores in points of 0 to
 * 100. Fewer than three such teams give no estimate. Throws a RangeError without dimensions, for moments of
 * another size, or a step that is not above zero. Our own index; the variance component is that of a
 * one-way random effects model (Searle, Casella & McCulloch 1992) with unweighted means.
 */
export function fidelity(teams: readonly TeamProfiles[], options: FidelityOptions): Fidelity {
	const { dimensions, step } = options;
	if (dimensions.length === 0 || !(step > 0))
		throw new RangeError('Fidelity needs dimensions and a step.');
	if (teams.some(({ moments }) => moments.sums.length !== dimensions.length))
		throw new RangeError('Every team needs moments over the same dimensions.');

	const counted = teams.filter(({ moments }) => moments.n >= FEWEST_PEOPLE);
	const estimate = counted.length < FEWEST_TEAMS ? null : fidelityEstimate(counted, options);
	return {
		verdict: verdictOf(estimate, step),
		flags: flagsOf(counted, options),
		estimate,
		step,
		teams: counted.length,
		people: counted.reduce((sum, { moments }) => sum + moments.n, 0),
		leftOut: teams.filter(({ moments }) => moments.n < FEWEST_PEOPLE).map(({ team }) => team)
	};
}

function verdictOf(estimate: FidelityEstimate | null, step: number): FidelityVerdict {
	if (!estimate) return 'too-little-data';
	const isByChance = estimate.chance.p >= 0.05;
	const isSmall = estimate.gapUpperBound < step / 2;
	if (isSmall) return isByChance ? 'mirror' : 'small-differences';
	return isByChance ? 'too-little-data' : 'different-pictures';
}

function flagsOf(teams: readonly TeamProfiles[], options: FidelityOptions): FidelityFlag[] {
	const flags: FidelityFlag[] = [];
	if (teams.length < FEWEST_TEAMS) flags.push('fewer-than-three-teams');
	else if (teams.length < ENOUGH_TEAMS) flags.push('three-or-four-teams');

	const mean = options.organizationMean ?? meanOfTeams(teams);
	if (mean !== null && mean < END_OF_SCALE) flags.push('floor');
	if (mean !== null && mean > 100 - END_OF_SCALE) flags.push('ceiling');
	return flags;
}

function meanOfTeams(teams: readonly TeamProfiles[]): number | null {
	if (teams.length === 0) return null;
	return meanOf(teams.map(({ moments: { n, sums } }) => meanOf(sums) / n));
}
