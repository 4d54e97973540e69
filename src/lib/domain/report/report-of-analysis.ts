import type { Analysis, GroupAnalysis, LensAnalysis } from '../analysis/analysis.ts';
import type { GroupReport, ReportBalance, ReportGroup, ReportScore } from './group-report.ts';

interface About {
	/** Of the organization; empty when nobody said it. */
	name: string;
	day: string;
	/** The team of people who named none; it is no name to print. */
	everybody?: string;
}

/**
 * The report for the owner of the data, who sees every number: of the members where they were asked, else of the
 * first lens. One team alone is the whole.
 */
export function reportOfAnalysis(analysis: Analysis, { name, day, everybody }: About): GroupReport {
	const main = analysis.lenses[0]!;
	const isOneTeam = main.teams.length < 2;
	const team = isOneTeam ? (main.teams[0]?.team ?? '') : '';
	const names = new Set([name, team === everybody ? '' : team]);
	const wholeName = [...names].filter(Boolean).join(', ');
	return {
		name: wholeName,
		day,
		lens: main.lens,
		form: main.form,
		whole: groupOf(wholeName, main.organization),
		marginsOf: main.organization.overall.now ? 'these-people' : 'climate',
		shapes: [],
		teams: isOneTeam
			? []
			: main.teams.map((team) => ({
					...groupOf(team.team, team),
					fidelity:
						main.fidelity.estimate?.byTeam.find((entry) => entry.team === team.team)?.fidelity ??
						null
				})),
		lenses: analysis.lenses.slice(1).map(({ lens, organization }) => ({
			lens,
			group: groupOf(lens, organization)
		})),
		within: null,
		changes: changesOf(analysis),
		fidelity: isOneTeam ? null : fidelityOf(main),
		gaps: gapsOf(analysis),
		mirror: [],
		inward: null,
		balance: balanceOf(analysis, isOneTeam),
		careless: carelessOf(main),
		items: main.items.map(({ item, counts, notSure }) => ({ item, counts, notSure })),
		smallest: null,
		hidden: [],
		contract: null,
		promises: []
	};
}

function groupOf(name: string, group: GroupAnalysis): ReportGroup {
	const { headcount, sheets, overall, dimensions, agreement } = group;
	return {
		name,
		headcount,
		sheets,
		overall: scoreOf('overall', overall, agreement.overall.word),
		outcomes: [],
		dimensions: dimensions.map((score, d) => ({
			...scoreOf(score.dimension, score, agreement.dimensions[d]!.word),
			...(score.isPointer ? { mean: null, margin: null, missing: 'pointer' as const } : {})
		})),
		fidelity: null
	};
}

function scoreOf(
	measure: string,
	{ n, mean, now, climate, missing }: GroupAnalysis['overall'],
	agreement: ReportScore['agreement']
): ReportScore {
	return {
		measure,
		n,
		mean,
		margin: (now ?? climate)?.margin ?? null,
		bound: null,
		agreement,
		missing: mean !== null ? null : missing === 'not-asked' ? 'not-asked' : 'nobody'
	};
}

function fidelityOf({ fidelity: { verdict, estimate }, teams }: LensAnalysis) {
	const outside = new Set(
		estimate?.byTeam.filter(({ standsOut }) => standsOut).map(({ team }) => team)
	);
	return {
		verdict,
		fidelity: estimate?.fidelity ?? null,
		gap: estimate?.gap ?? null,
		standOut: teams.map(({ team }) => team).filter((team) => outside.has(team))
	};
}

/** Of everybody in the main lens; what has no interval is not in it. */
function changesOf({ lenses, change }: Analysis): GroupReport['changes'] {
	const own = change?.find(({ lens }) => lens === lenses[0]!.lens)?.organization;
	if (!own) return [];
	const scores = [{ ...own.overall, dimension: 'overall' }, ...own.dimensions];
	return scores.flatMap(({ dimension: measure, difference, smallestClear: margin, isClear, n }) =>
		difference === null || margin === null
			? []
			: [{ measure, difference, margin, isClear, linked: n.linked }]
	);
}

function gapsOf({ gaps }: Analysis): GroupReport['gaps'] {
	return gaps.flatMap(({ a, b, organization }) =>
		organization.dimensions
			.filter(({ mayShow }) => mayShow)
			.map(({ dimension, difference }) => ({ a, b, measure: dimension, difference: difference! }))
	);
}

function balanceOf({ balance }: Analysis, isOneTeam: boolean): ReportBalance | null {
	if (!balance?.organization.quadrant) return null;
	const { quadrant } = balance.organization;
	const inward = balance.teams.filter((team) => team.isTurnedInward).map(({ team }) => team);
	return { quadrant, turnedInward: isOneTeam ? [] : inward };
}

function carelessOf({ careless }: LensAnalysis): GroupReport['careless'] {
	const { leftOut, flagged, withAndWithout } = careless;
	return {
		leftOut,
		flagged,
		moved: withAndWithout.filter(({ moves }) => moves).map(({ dimension }) => dimension)
	};
}
