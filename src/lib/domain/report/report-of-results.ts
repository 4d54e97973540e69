import type { Hidden } from '../publication/reasons.ts';
import { hiddenLines } from '../results/hidden-lines.ts';
import { inwardTrend } from '../results/inward-trend.ts';
import { promisesByTeam } from '../results/promises-by-team.ts';
import type { GroupView, HiddenLine, Results, ScoreView, Shown } from '../results/results.ts';
import { shownMargin, shownPlace } from '../results/span.ts';
import type {
	GroupReport,
	ReportBalance,
	ReportChange,
	ReportContract,
	ReportFidelity,
	ReportGroup,
	ReportPromise,
	ReportScore,
	ReportShape
} from './group-report.ts';

/** The report for everybody who may see the results: made from a publication, so it holds nothing that is hidden. */
export function reportOfResults(results: Results, day: string): GroupReport {
	const { whole, teams, lenses } = results;
	const isOneTeam = teams.length < 2;
	return {
		name: results.organization,
		day,
		lens: 'member',
		form: results.form,
		whole: groupOf(whole),
		marginsOf: 'these-people',
		shapes: shapesOf(whole),
		teams: isOneTeam ? [] : teams.map((team) => teamOf(results, team)),
		lenses: lenses.map((group) => ({ lens: group.lens, group: groupOf(group) })),
		within: null,
		changes: changesOf(whole),
		fidelity: isOneTeam ? null : fidelityOf(results),
		gaps: results.gaps.map(({ a, b, dimension, difference }) => ({
			a,
			b,
			measure: dimension,
			difference
		})),
		mirror: results.mirror,
		inward: inwardTrend(whole, lenses.find(({ lens }) => lens === 'customer') ?? null),
		balance: balanceOf(results, whole.id, teams),
		careless: null,
		items: null,
		smallest: results.contract.k,
		hidden: hiddenOf([whole, ...teams, ...lenses], results.hidden),
		contract: contractOf(results),
		promises: promisesOf(results, teams)
	};
}

/** The report of one team, from the same publication: what its page says, and no number of another team. */
export function reportOfTeam(results: Results, team: GroupView, day: string): GroupReport {
	const compared = results.fidelity.teams.find((entry) => entry.team === team.id);
	return {
		name: team.name,
		day,
		lens: 'member',
		form: results.form,
		whole: teamOf(results, team),
		marginsOf: 'these-people',
		shapes: shapesOf(team),
		teams: [],
		lenses: [],
		within: {
			whole: {
				...groupOf(results.whole),
				name: results.organization,
				fidelity: valueOf(results.fidelity.fidelity)
			},
			differs: compared ? valueOf(compared.standsOut) : null
		},
		changes: changesOf(team),
		fidelity: null,
		gaps: [],
		mirror: [],
		inward: inwardTrend(team, null),
		balance: balanceOf(results, team.id, []),
		careless: null,
		items: null,
		smallest: results.contract.k,
		hidden: hiddenOf([team], hiddenLines([team])),
		contract: contractOf(results),
		promises: promisesOf(results, [team])
	};
}

function contractOf({ contract, contractHash, closesOn }: Results): ReportContract {
	return { terms: contract, hash: contractHash, closesOn };
}

function promisesOf({ promises }: Results, teams: readonly GroupView[]): ReportPromise[] {
	return promisesByTeam(promises, teams).map(({ name, ...promise }) => ({
		...promise,
		team: name
	}));
}

function teamOf(results: Results, team: GroupView): ReportGroup {
	const found = results.fidelity.teams.find((entry) => entry.team === team.id);
	return { ...groupOf(team), fidelity: found ? valueOf(found.fidelity) : null };
}

function groupOf({ name, headcount, sheets, ...scores }: GroupView): ReportGroup {
	const { overall, dimensions, outcomes } = scores;
	return {
		name,
		headcount,
		sheets,
		overall: scoreOf(overall),
		dimensions: dimensions.map(scoreOf),
		outcomes: outcomes.map(scoreOf),
		fidelity: null
	};
}

function scoreOf(score: ScoreView): ReportScore {
	const { measure, n, mean, agreement } = score;
	return {
		measure,
		n,
		mean: shownPlace(score),
		margin: shownMargin(score),
		bound: mean.as === 'bound' ? mean.side : null,
		agreement: valueOf(agreement),
		missing: mean.as === 'hidden' ? 'hidden' : null
	};
}

function shapesOf({ overall, dimensions }: GroupView): ReportShape[] {
	return [overall, ...dimensions].flatMap(({ measure, distribution }) =>
		distribution ? [{ measure, distribution }] : []
	);
}

function fidelityOf({ fidelity, teams }: Results): ReportFidelity {
	const apart = new Set(
		fidelity.teams.filter(({ standsOut }) => valueOf(standsOut)).map(({ team }) => team)
	);
	return {
		verdict: valueOf(fidelity.verdict) ?? 'hidden',
		fidelity: valueOf(fidelity.fidelity),
		gap: valueOf(fidelity.gap),
		standOut: teams.filter(({ id }) => apart.has(id)).map(({ name }) => name)
	};
}

function balanceOf(
	{ balance }: Results,
	group: string,
	teams: readonly GroupView[]
): ReportBalance | null {
	const own = balance.find((entry) => entry.group === group);
	const quadrant = own && valueOf(own.quadrant);
	if (!quadrant) return null;
	const inward = new Set(
		balance.filter(({ isTurnedInward }) => valueOf(isTurnedInward)).map(({ group }) => group)
	);
	return {
		quadrant,
		turnedInward: teams.filter(({ id }) => inward.has(id)).map(({ name }) => name)
	};
}

function changesOf({ overall, dimensions }: GroupView): ReportChange[] {
	return [overall, ...dimensions].flatMap(({ measure, change }) => {
		const value = valueOf(change);
		return value ? [{ measure, ...value }] : [];
	});
}

/** Each rule once, with the least number of people that it asks for. */
function hiddenOf(
	groups: readonly GroupView[],
	lines: readonly HiddenLine[]
): GroupReport['hidden'] {
	const rules = groups
		.flatMap(({ overall, dimensions, outcomes }) => [overall, ...dimensions, ...outcomes])
		.flatMap(({ mean, margin }): (typeof mean | typeof margin)[] => [mean, margin])
		.filter((shown): shown is Hidden => shown?.as === 'hidden');
	return lines.flatMap(({ reason, groups }) => {
		const rule = rules.find(({ because }) => because === reason);
		return rule ? [{ rule, groups }] : [];
	});
}

function valueOf<T>(shown: Shown<T> | null): T | null {
	return shown?.as === 'value' ? shown.value : null;
}
