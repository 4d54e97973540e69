import { holoscope } from '../../src/lib/content/instruments.ts';
import { hidden, type Hidden, type Reason } from '../../src/lib/domain/publication/reasons.ts';
import type { LedgerEntry } from '../../src/lib/domain/publication/publication.ts';
import type {
	BalanceView,
	GroupView,
	Results,
	ScoreView
} from '../../src/lib/domain/results/results.ts';

const K = 5;
export const because = (reason: Reason): Hidden => hidden(reason, K);

/** A score as a publication would show it; the agreement and the change are what most groups have. */
export function scoreOf(
	measure: string,
	value: number,
	margin: number | null,
	differences: Partial<ScoreView> = {}
): ScoreView {
	return {
		measure,
		n: 12,
		mean: { as: 'value', value },
		margin: margin === null ? because('too-few-for-margin') : { as: 'value', value: margin },
		distribution: null,
		agreement: { as: 'value', value: 'mixed' },
		change: null,
		...differences
	};
}

export function hiddenScore(measure: string, reason: Reason = 'small-group'): ScoreView {
	return scoreOf(measure, 0, null, {
		n: null,
		mean: because(reason),
		margin: null,
		agreement: null
	});
}

/** A profile around which the teams of the builder lie, in the instrument's order. */
const PROFILE = [58, 71, 38, 49, 55, 63, 60, 34, 66];
const ids = holoscope.dimensions.map(({ id }) => id);
const spectrum = ids.filter((_, at) => holoscope.dimensions[at]!.inSpectrum);

/** A group whose dimensions are the profile, moved by some points each. */
export function groupOf(
	id: string,
	name: string,
	{ moved = [], margin = 9, ...differences }: GroupOptions = {}
): GroupView {
	const values = PROFILE.map((value, at) =>
		Math.min(96, Math.max(4, Math.round(value + (moved[at % (moved.length || 1)] ?? 0))))
	);
	const overall = Math.round(
		spectrum.reduce((sum, dimension) => sum + values[ids.indexOf(dimension)]!, 0) / spectrum.length
	);
	return {
		id,
		name,
		lens: 'member',
		headcount: 20,
		sheets: 16,
		response: { as: 'of', headcount: 20 },
		overall: scoreOf('overall', overall, Math.round(margin * 0.7)),
		dimensions: ids.map((dimension, at) =>
			scoreOf(dimension, values[at]!, margin, {
				agreement: {
					as: 'value',
					value: (['close-together', 'mixed', 'wide-apart'] as const)[at % 3]!
				}
			})
		),
		outcomes: [],
		...differences
	};
}

interface GroupOptions extends Partial<GroupView> {
	/** Points that the dimensions are moved by, one after another and over again. */
	moved?: readonly number[];
	margin?: number;
}

/** A group of which nothing may be shown. */
export function hiddenGroup(id: string, name: string, reason: Reason = 'small-group'): GroupView {
	return groupOf(id, name, {
		headcount: 4,
		sheets: null,
		response: { as: 'unknown' },
		overall: hiddenScore('overall', reason),
		dimensions: ids.map((dimension) => hiddenScore(dimension, reason))
	});
}

const NAMES = [
	'Support',
	'Sales',
	'Platform',
	'Design',
	'Finance',
	'People',
	'Field operations',
	'Marketing',
	'Warehouse North',
	'Legal',
	'Purchasing',
	'Quality'
];

/** An organization of twelve teams: one hidden with another beside it, one turned inward, one reading differently. */
export function someResults(differences: Partial<Results> = {}): Results {
	const moves = [[4], [-6, 3], [2, 5], [8, -2], [-22, 24, 18, -25], [6], [-3, 2], [-8, 6, 3]];
	const teams = NAMES.map((name, at) => {
		const id = `team-${at + 1}`;
		if (name === 'Legal') return hiddenGroup(id, name);
		if (name === 'Quality') return hiddenGroup(id, name, 'remainder');
		return groupOf(id, name, { moved: moves[at % moves.length], margin: 7 + ((at * 5) % 9) });
	});
	teams[8]!.overall.mean = { as: 'bound', side: 'or-more', value: 95 };
	teams[8]!.overall.margin = because('bound-says-enough');
	return {
		organization: 'Northwind Foods',
		form: 'full',
		edition: holoscope.edition,
		openedOn: '2026-11-02',
		closesOn: '2026-11-20',
		closedOn: '2026-11-20',
		contract: {
			version: 1,
			openness: 'anonymous',
			k: K,
			lenses: ['customer', 'leader', 'member', 'partner'],
			cuts: ['lens', 'pooled-leaders', 'team', 'whole'],
			sight: 'everyone-with-the-link-at-once',
			keptUntil: '2027-02-28'
		},
		contractHash: '5f1d7a0c8be2493f6a0d1c9e77b3a4528f60d1b2c3e4f5061728394a5b6c7d8e',
		whole: withChange(
			groupOf('whole', 'Northwind Foods', {
				margin: 4,
				headcount: 231,
				sheets: 184,
				response: { as: 'of', headcount: 231 }
			})
		),
		teams,
		lenses: [
			lensOf('leaders', 'leader', [7], 11),
			lensOf('customers', 'customer', [-12, 4], 38),
			hiddenLens('partners', 'partner')
		],
		fidelity: fidelityOf(teams, 'team-5'),
		gaps: [
			{ a: 'member', b: 'leader', dimension: 'voice', difference: -14 },
			{ a: 'member', b: 'customer', dimension: 'overall', difference: 12 }
		],
		mirror: [],
		balance: [
			{
				group: 'whole',
				quadrant: { as: 'value', value: 'turned-inward' },
				isTurnedInward: { as: 'value', value: true }
			},
			...teams.map(({ id, overall }, at): BalanceView => {
				if (overall.mean.as === 'hidden')
					return { group: id, quadrant: overall.mean, isTurnedInward: overall.mean };
				return {
					group: id,
					quadrant: { as: 'value', value: at % 4 === 2 ? 'turned-inward' : 'connected' },
					isTurnedInward: { as: 'value', value: at === 2 }
				};
			})
		],
		hidden: [
			{ reason: 'small-group', groups: ['Legal', 'Partners'], count: 20 },
			{ reason: 'remainder', groups: ['Quality'], count: 10 }
		],
		promises: [],
		comments: commentsFor(teams),
		ledger: teams.flatMap(entriesOf),
		...differences
	};
}

/** Nobody wrote anything. */
function commentsFor(groups: readonly GroupView[]): Results['comments'] {
	return ['whole', ...groups.map(({ id }) => id), 'leaders', 'customers', 'partners'].map(
		(group) => ({ group, texts: [], count: 0, kept: 'few-writers' })
	);
}

/** A round in which one team answered. */
export function oneTeam(): Results {
	const team = groupOf('team-1', 'Everyone', { headcount: 9, sheets: 7, margin: 17 });
	return someResults({
		whole: { ...team, id: 'whole', name: 'Northwind Foods' },
		teams: [team],
		lenses: [],
		gaps: [],
		hidden: [],
		fidelity: {
			verdict: { as: 'value', value: 'too-little-data' },
			fidelity: null,
			gap: null,
			teams: []
		},
		ledger: entriesOf(team)
	});
}

export function manyTeams(count = 200): Results {
	const teams = Array.from({ length: count }, (_, at) =>
		at % 17 === 3
			? hiddenGroup(`team-${at}`, `Branch ${at + 1}`)
			: groupOf(`team-${at}`, `Branch ${at + 1}`, {
					moved: [((at * 7) % 31) - 15, ((at * 11) % 23) - 11],
					margin: 6 + (at % 12)
				})
	);
	return someResults({
		teams,
		fidelity: fidelityOf(teams, 'team-40'),
		balance: someResults().balance.slice(0, 1),
		hidden: [
			{
				reason: 'small-group',
				groups: teams.filter(({ overall }) => overall.mean.as === 'hidden').map(({ name }) => name),
				count: 120
			}
		],
		ledger: teams.flatMap(entriesOf)
	});
}

/** Fewer than k people answered in all. */
export function nothingShown(): Results {
	const none = because('from-hidden-cells');
	const teams = ['Support', 'Sales', 'Platform'].map((name, at) => hiddenGroup(`team-${at}`, name));
	return someResults({
		whole: { ...hiddenGroup('whole', 'Northwind Foods'), headcount: 12 },
		teams,
		lenses: [hiddenLens('customers', 'customer')],
		gaps: [],
		fidelity: { verdict: none, fidelity: none, gap: none, teams: [] },
		balance: [{ group: 'whole', quadrant: none, isTurnedInward: none }],
		hidden: [
			{
				reason: 'small-group',
				groups: ['Northwind Foods', 'Support', 'Sales', 'Platform', 'Customers'],
				count: 50
			}
		],
		ledger: []
	});
}

/** A round that asked for the price of control, with shapes: in numbers, rough, and hidden. */
export function withOutcomes(): Results {
	const results = someResults();
	const outcomes = (values: number[]): ScoreView[] =>
		holoscope.outcomes.map(({ id }, at) =>
			scoreOf(id, values[at]!, 8, {
				agreement: null,
				distribution:
					at === 0
						? { as: 'counts', counts: [0, 2, 3, 5, 2] }
						: at === 1
							? { as: 'shape', heights: ['low', 'low', 'high', 'middle', 'low'] }
							: because('too-few-for-distribution')
			})
		);
	const asked = (group: GroupView, values: number[]): GroupView => ({
		...group,
		overall: { ...group.overall, distribution: { as: 'counts', counts: [0, 2, 9, 5, 0] } },
		dimensions: group.dimensions.map((score, at) => ({
			...score,
			distribution:
				at === 0
					? { as: 'shape', heights: ['low', 'middle', 'high', 'low', 'low'] }
					: because('too-few-for-distribution')
		})),
		outcomes: outcomes(values)
	});
	return {
		...results,
		whole: asked(results.whole, [71, 62, 55]),
		teams: results.teams.map((team) => asked(team, [68, 60, 57])),
		lenses: results.lenses.map((lens) => asked(lens, [52, 49, 41]))
	};
}

/** Names as long as the organizer may type them, with nowhere to break. */
export function longNames(): Results {
	const long = 'Landmaschinengenossenschaftsverwaltungsabteilung'.repeat(3).slice(0, 120);
	const results = someResults({ organization: long });
	return {
		...results,
		whole: { ...results.whole, name: long },
		teams: results.teams.map((team, at) => ({ ...team, name: `${long.slice(0, 110)} ${at + 1}` }))
	};
}

/** The quick form: a place for the whole and nothing by dimension. */
export function quickForm(): Results {
	const results = someResults({ form: 'quick' });
	const bare = (group: GroupView): GroupView => ({ ...group, dimensions: [] });
	return {
		...results,
		whole: bare(results.whole),
		teams: results.teams.map(bare),
		lenses: results.lenses.map(bare),
		fidelity: {
			verdict: { as: 'value', value: 'too-little-data' },
			fidelity: null,
			gap: null,
			teams: []
		},
		balance: []
	};
}

function withChange(group: GroupView): GroupView {
	const change = (difference: number, margin: number) =>
		({
			as: 'value',
			value: { difference, margin, isClear: Math.abs(difference) > margin }
		}) as const;
	return {
		...group,
		overall: { ...group.overall, change: change(6, 4) },
		dimensions: group.dimensions.map((score, at) => ({
			...score,
			change: change(at === 2 ? 11 : 2, 6)
		}))
	};
}

function lensOf(id: string, lens: GroupView['lens'], moved: number[], sheets: number): GroupView {
	const outside = lens === 'customer' || lens === 'partner';
	const group = groupOf(id, '', { lens, moved, sheets, margin: 10 });
	return {
		...group,
		headcount: outside ? null : 12,
		response: outside ? { as: 'unknown' } : { as: 'of', headcount: 12 },
		dimensions: outside ? [] : group.dimensions
	};
}

function hiddenLens(id: string, lens: GroupView['lens']): GroupView {
	return { ...hiddenGroup(id, ''), lens, headcount: null, dimensions: [] };
}

function fidelityOf(teams: readonly GroupView[], odd: string): Results['fidelity'] {
	const shown = teams.filter(({ overall }) => overall.mean.as !== 'hidden');
	return {
		verdict: { as: 'value', value: 'small-differences' },
		fidelity: { as: 'value', value: 78 },
		gap: { as: 'value', value: 6 },
		teams: shown.map(({ id }, at) => ({
			team: id,
			fidelity: { as: 'value', value: id === odd ? 41 : 72 + ((at * 7) % 27) },
			standsOut: { as: 'value', value: id === odd }
		}))
	};
}

function entriesOf(group: GroupView): LedgerEntry[] {
	return [group.overall, ...group.dimensions].flatMap(({ measure, mean, margin }) => {
		if (mean.as === 'hidden') return [];
		const entry = { publication: 'first', group: group.id, measure, atoms: [group.id] };
		const shown = mean.as === 'value' ? `${mean.value}/100` : `${mean.side} ${mean.value}`;
		return [
			{ ...entry, fact: 'mean' as const, shown },
			...(margin?.as === 'value'
				? [{ ...entry, fact: 'margin' as const, shown: `${margin.value}` }]
				: [])
		];
	});
}
