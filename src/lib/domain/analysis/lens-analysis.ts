import { betweenTeams, type TeamSummary } from '../scoring/between-teams.ts';
import { answerStep, fidelity } from '../scoring/fidelity.ts';
import { pairwiseCovariance, type PairSums } from '../scoring/pairwise.ts';
import * as readings from '../scoring/readings.ts';
import { reliability } from '../scoring/reliability.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import type { ItemAnalysis, LensAnalysis } from './analysis.ts';
import { dimensionBackground, overallBackground } from './background.ts';
import { carelessAnalysis } from './careless-analysis.ts';
import { dimensionPairs } from './dimension-pairs.ts';
import {
	organizationAnalysis,
	teamAnalysis,
	type Backgrounds,
	type TeamCell
} from './group-analysis.ts';
import type { CountedLens } from './lens-gaps.ts';
import { profilesByTeam } from './profiles.ts';
import { scoreSamples, type ScoreSamples } from './score-samples.ts';

/** Everything about one lens, from its tally; `teams` in the order in which they are shown. */
export function lensAnalysis(
	{ lens, tally, total }: CountedLens,
	teams: readonly TeamCell[],
	seed: number
): LensAnalysis {
	const { layout } = tally;
	const samples = samplesOf(tally, teams);
	const scored = groupAnalyses(tally, teams, total, samples);

	return {
		lens,
		form: layout.form,
		organization: scored.organization,
		teams: scored.teams,
		items: layout.items.map((_, place) => itemAnalysis(tally, total, place)),
		betweenTeams: betweenAnalyses(tally, samples),
		reliability: scored.reliabilities,
		fidelity: fidelityOf(tally, teams, scored.organization.overall.mean, seed),
		careless: carelessAnalysis(tally, total)
	};
}

/** The scores and the agreement of teams and of all of them together, without what compares them. */
export function groupAnalyses(
	tally: Tally,
	teams: readonly TeamCell[],
	total: Cell,
	samples = samplesOf(tally, teams)
): Pick<LensAnalysis, 'organization' | 'teams'> & { reliabilities: LensAnalysis['reliability'] } {
	const reliabilities = tally.layout.dimensions.flatMap(
		(_, d) => reliabilityOf(tally, total, d) ?? []
	);
	const backgrounds = backgroundsOf(tally, samples, total, reliabilities);
	return {
		reliabilities,
		organization: organizationAnalysis(tally, { teams, samples, total }, backgrounds),
		teams: teams.map((team, t) => teamAnalysis(tally, team, { samples, t }, backgrounds))
	};
}

function samplesOf(tally: Tally, teams: readonly TeamCell[]): ScoreSamples {
	return scoreSamples(
		tally,
		teams.map(({ cell }) => cell)
	);
}

function backgroundsOf(
	tally: Tally,
	samples: ScoreSamples,
	total: Cell,
	reliabilities: LensAnalysis['reliability']
): Backgrounds {
	const alphaOf = (id: string) =>
		reliabilities.find(({ dimension }) => dimension === id)?.pairwise.alpha ?? null;
	return {
		overall: overallBackground(tally, samples.overall, total),
		dimensions: tally.layout.dimensions.map(({ dimension }, d) =>
			dimensionBackground(tally, samples.dimensions[d]!, d, alphaOf(dimension.id))
		)
	};
}

/** Undefined for a dimension that the form asks less than two items of. */
function reliabilityOf(tally: Tally, total: Cell, d: number) {
	const { dimension, places } = tally.layout.dimensions[d]!;
	if (places.length < 2) return undefined;
	const keys = Array.from(places, (place) => tally.layout.items[place]!.key);
	const reliabilityFrom = (pairs: PairSums) => {
		const { covariance, people } = pairwiseCovariance(pairs);
		return reliability(covariance, keys, people);
	};
	const { pairwise, listwise } = dimensionPairs(tally, total, d);
	return {
		dimension: dimension.id,
		pairwise: reliabilityFrom(pairwise),
		listwise: reliabilityFrom(listwise)
	};
}

function itemAnalysis(tally: Tally, total: Cell, place: number): ItemAnalysis {
	const { layout } = tally;
	const { id, dimension } = layout.items[place]!;
	const counts = readings.answerCounts(tally, total, place);
	const { mean, variance } = readings.answerSample(tally, total, place);
	return {
		item: id,
		dimension,
		counts,
		notSure: readings.notSureCount(tally, total, place),
		unanswered: total.counts[place * layout.codes]!,
		mean,
		sd: variance === null ? null : Math.sqrt(variance)
	};
}

function betweenAnalyses(tally: Tally, samples: ScoreSamples): LensAnalysis['betweenTeams'] {
	const between = (dimension: string, ofTeams: readonly Sample[]) => {
		const result = betweenTeams(ofTeams.map(summaryOf));
		const missing = result ? null : ('too-few-teams-or-people' as const);
		return { dimension, result, missing };
	};
	return [
		between('overall', samples.overall),
		...tally.layout.dimensions.flatMap(({ dimension, places }, d) =>
			places.length === 0 ? [] : [between(dimension.id, samples.dimensions[d]!)]
		)
	];
}

function summaryOf({ n, mean, variance }: Sample): TeamSummary {
	return { n, mean: mean ?? 0, within: (variance ?? 0) * Math.max(0, n - 1) };
}

function fidelityOf(
	tally: Tally,
	teams: readonly TeamCell[],
	organizationMean: number | null,
	seed: number
) {
	const { instrument, spectrumPlaces, dimensions } = tally.layout;
	const people = profilesByTeam(tally);
	return fidelity(
		teams.map(({ cell }) => ({
			team: cell.team,
			moments: readings.profileMoments(tally, cell),
			...(people && { people: people.get(cell.team) ?? [] })
		})),
		{
			dimensions: Array.from(spectrumPlaces, (d) => dimensions[d]!.dimension.id),
			step: answerStep(instrument),
			organizationMean,
			seed
		}
	);
}
