import type { Lens } from '../instrument/instrument.ts';
import { betweenTeams, type TeamSummary } from '../scoring/between-teams.ts';
import { answerStep, fidelity } from '../scoring/fidelity.ts';
import { pairwiseCovariance } from '../scoring/pairwise.ts';
import * as readings from '../scoring/readings.ts';
import { reliability } from '../scoring/reliability.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import type { ItemAnalysis, LensAnalysis } from './analysis.ts';
import { dimensionBackground, overallBackground } from './background.ts';
import { carelessAnalysis } from './careless-analysis.ts';
import { dimensionPairs, type PairMode } from './dimension-pairs.ts';
import {
	organizationAnalysis,
	teamAnalysis,
	type Backgrounds,
	type TeamCell
} from './group-analysis.ts';
import { profilesByTeam } from './profiles.ts';

/** Everything about one lens, from its tally; `teams` in the order in which they are shown. */
export function lensAnalysis(
	lens: Lens,
	tally: Tally,
	teams: readonly TeamCell[],
	seed: number
): LensAnalysis {
	const { layout } = tally;
	const total = readings.totalCell(tally);
	const { reliabilities, organization, teams: scored } = groupAnalyses(tally, teams);

	return {
		lens,
		form: layout.form,
		organization,
		teams: scored,
		items: layout.items.map((_, place) => itemAnalysis(tally, total, place)),
		betweenTeams: betweenAnalyses(tally, teams),
		reliability: reliabilities,
		fidelity: fidelityOf(tally, teams, organization.overall.mean, seed),
		careless: carelessAnalysis(tally, total)
	};
}

/** The scores and the agreement of teams and of all of them together, without what compares them. */
export function groupAnalyses(
	tally: Tally,
	teams: readonly TeamCell[]
): Pick<LensAnalysis, 'organization' | 'teams'> & { reliabilities: LensAnalysis['reliability'] } {
	const total = readings.totalCell(tally);
	const reliabilities = tally.layout.dimensions.flatMap(
		(_, d) => reliabilityOf(tally, total, d) ?? []
	);
	const backgrounds = backgroundsOf(tally, teams, total, reliabilities);
	return {
		reliabilities,
		organization: organizationAnalysis(tally, teams, total, backgrounds),
		teams: teams.map((team) => teamAnalysis(tally, team, backgrounds))
	};
}

function backgroundsOf(
	tally: Tally,
	teams: readonly TeamCell[],
	total: Cell,
	reliabilities: LensAnalysis['reliability']
): Backgrounds {
	const samples = (read: (cell: Cell) => Sample) => teams.map(({ cell }) => read(cell));
	const alphaOf = (id: string) =>
		reliabilities.find(({ dimension }) => dimension === id)?.pairwise.alpha ?? null;
	return {
		overall: overallBackground(
			tally,
			samples((cell) => readings.overallSample(tally, cell)),
			total
		),
		dimensions: tally.layout.dimensions.map(({ dimension }, d) =>
			dimensionBackground(
				tally,
				samples((cell) => readings.dimensionSample(tally, cell, d)),
				d,
				alphaOf(dimension.id)
			)
		)
	};
}

/** Undefined for a dimension that the form asks less than two items of. */
function reliabilityOf(tally: Tally, total: Cell, d: number) {
	const { dimension, places } = tally.layout.dimensions[d]!;
	if (places.length < 2) return undefined;
	const keys = Array.from(places, (place) => tally.layout.items[place]!.key);
	const inMode = (mode: PairMode) => {
		const { covariance, people } = pairwiseCovariance(dimensionPairs(tally, total, d, mode));
		return reliability(covariance, keys, people);
	};
	return { dimension: dimension.id, pairwise: inMode('pairwise'), listwise: inMode('listwise') };
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

function betweenAnalyses(tally: Tally, teams: readonly TeamCell[]): LensAnalysis['betweenTeams'] {
	const between = (dimension: string, read: (cell: Cell) => Sample) => {
		const result = betweenTeams(teams.map(({ cell }) => summaryOf(read(cell))));
		const missing = result ? null : ('too-few-teams-or-people' as const);
		return { dimension, result, missing };
	};
	return [
		between('overall', (cell) => readings.overallSample(tally, cell)),
		...tally.layout.dimensions.flatMap(({ dimension, places }, d) =>
			places.length === 0
				? []
				: [between(dimension.id, (cell) => readings.dimensionSample(tally, cell, d))]
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
