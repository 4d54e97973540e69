import type { Hidden } from '../publication/reasons.ts';
import type { GroupView, Results, ScoreView, Shown } from '../results/results.ts';
import { shownMargin, shownPlace } from '../results/span.ts';
import type {
	GroupReport,
	ReportBalance,
	ReportFidelity,
	ReportGroup,
	ReportScore
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
		teams: isOneTeam ? [] : teams.map(groupOf),
		lenses: lenses.map((group) => ({ lens: group.lens, group: groupOf(group) })),
		fidelity: isOneTeam ? null : fidelityOf(results),
		gaps: results.gaps.map(({ a, b, dimension, difference }) => ({
			a,
			b,
			measure: dimension,
			difference
		})),
		balance: balanceOf(results),
		careless: null,
		items: null,
		smallest: results.contract.k,
		hidden: hiddenOf(results)
	};
}

function groupOf({ name, headcount, sheets, overall, dimensions }: GroupView): ReportGroup {
	return {
		name,
		headcount,
		sheets,
		overall: scoreOf(overall),
		dimensions: dimensions.map(scoreOf)
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

function balanceOf({ whole, teams, balance }: Results): ReportBalance | null {
	const own = balance.find(({ group }) => group === whole.id);
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

/** Each rule once, with the least number of people that it asks for. */
function hiddenOf({ whole, teams, lenses, hidden }: Results): GroupReport['hidden'] {
	const rules = [whole, ...teams, ...lenses]
		.flatMap(({ overall, dimensions }) => [overall, ...dimensions])
		.flatMap(({ mean, margin }): (typeof mean | typeof margin)[] => [mean, margin])
		.filter((shown): shown is Hidden => shown?.as === 'hidden');
	return hidden.flatMap(({ reason, groups }) => {
		const rule = rules.find(({ because }) => because === reason);
		return rule ? [{ rule, groups }] : [];
	});
}

function valueOf<T>(shown: Shown<T> | null): T | null {
	return shown?.as === 'value' ? shown.value : null;
}
