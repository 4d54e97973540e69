import type { LedgerEntry, Publication, PublishedCell } from '../publication/publication.ts';
import { hidden } from '../publication/reasons.ts';
import type { Round, Team } from '../round/round.ts';
import { outcomesOf } from '../round/questions.ts';
import { formFor } from '../round/round.ts';
import type { Instrument, Lens } from '../instrument/instrument.ts';
import { BALANCE_DIMENSIONS } from '../scoring/balance-dimensions.ts';
import { layoutOf } from '../scoring/layout.ts';
import { agreementId, changeId, gapId, quadrantId, turnedInwardId } from './finding-ids.ts';
import { cellsAt, type CellAt } from './findings/shown-cells.ts';
import { LENS_PAIRS } from './findings/gap-findings.ts';
import { commentViews, type CommentsView, type WrittenComment } from './comment-views.ts';
import { fidelityView } from './fidelity-view.ts';
import { mirrorViews } from './mirror-view.ts';
import { groupIdOf, OVERALL, WHOLE } from './group-ids.ts';
import { hiddenLines } from './hidden-lines.ts';
import { reportedMeasures } from './measures.ts';
import { shownFindings, type ShownFindings } from './shown-findings.ts';
import type {
	BalanceView,
	GapView,
	GroupView,
	PromiseLine,
	Results,
	ScoreView
} from './results.ts';

export interface PublishedRound {
	round: Round;
	/** In the organizer's order. */
	teams: readonly Team[];
	instrument: Instrument;
	publication: Publication;
	/** Everything ever published about the round. */
	ledger: readonly LedgerEntry[];
	/** Of all workshops of the round that have ended. */
	promises: readonly PromiseLine[];
	/** On the whole: from each device at most one in a lens and team. Null where nobody could write any. */
	comments: readonly WrittenComment[] | null;
	/** The lenses' names, for readers. */
	names: Record<Lens, string>;
}

/** Everything that everybody may see of a round. Knows publications and what people typed, and no answer. */
export function resultsOf(published: PublishedRound): Results {
	const { round, teams, publication, ledger } = published;
	const view = viewOf(published);
	const asked = new Set(publication.cells.map(({ group }) => group));
	const shownTeams = teams.filter(({ id }) => asked.has(id));
	const outside = (['leader', 'customer', 'partner'] as const).filter((lens) =>
		asked.has(groupIdOf(lens))
	);
	const whole = groupView(view, WHOLE, round.organization, 'member', totalOf(teams));
	const teamViews = shownTeams.map(({ id, name, headcount }) =>
		groupView(view, id, name, 'member', headcount)
	);
	const lenses = outside.map((lens) =>
		groupView(view, groupIdOf(lens), published.names[lens], lens, null)
	);
	return {
		organization: round.organization,
		form: round.form,
		edition: round.edition,
		openedOn: round.openedOn,
		closesOn: round.closesOn,
		closedOn: round.closedOn,
		contract: round.contract,
		contractHash: publication.contractHash,
		whole,
		teams: teamViews,
		lenses,
		fidelity: fidelityView(view.findings, shownTeams),
		gaps: gapViews(view),
		mirror: mirrorViews(publication, published.instrument, round.contract),
		balance: balanceViews(view, [WHOLE, ...shownTeams.map(({ id }) => id)]),
		hidden: hiddenLines([whole, ...teamViews, ...lenses]),
		comments: commentsIn(published, { whole, teams: teamViews, lenses }),
		promises: shownTeams.flatMap(({ id }) => published.promises.filter(({ team }) => team === id)),
		ledger: ledger.map(withoutHeadcounts)
	};
}

function commentsIn(
	{ round, comments }: PublishedRound,
	groups: Pick<Results, 'whole' | 'teams' | 'lenses'>
): CommentsView[] {
	if (!comments) return [];
	const areDeleted = round.answersDeletedOn !== null;
	return commentViews({ ...groups, contract: round.contract, areDeleted }, comments);
}

interface View {
	published: PublishedRound;
	cellAt: CellAt;
	findings: ShownFindings;
}

function viewOf(published: PublishedRound): View {
	const { publication } = published;
	return { published, cellAt: cellsAt(publication), findings: shownFindings(publication) };
}

function groupView(
	view: View,
	id: string,
	name: string,
	lens: Lens,
	headcount: number | null
): GroupView {
	const { publication, round, instrument } = view.published;
	const group = publication.groups.find((each) => each.group === id);
	const layout = layoutOf(instrument, formFor(round, lens, instrument));
	const scores = reportedMeasures(layout).map((measure) => scoreView(view, id, measure));
	const response = group?.response ?? { as: 'unknown' as const };
	return {
		id,
		name,
		lens,
		// Beside the sheets, it would count the one or two who are missing.
		headcount: response.as === 'nearly-all' ? null : headcount,
		sheets: group?.sheets ?? null,
		response,
		overall: scores[0]!,
		dimensions: scores.slice(1),
		outcomes: outcomesOf(round, instrument).map((each) => scoreView(view, id, each.id))
	};
}

function scoreView(
	{ published, cellAt, findings }: View,
	group: string,
	measure: string
): ScoreView {
	const cell = cellAt(group, measure) ?? neverAsked(group, measure, published);
	const difference = findings.number(changeId('difference', group, measure));
	return {
		measure,
		n: cell.n,
		mean: cell.mean,
		margin: cell.margin,
		distribution: cell.distribution,
		agreement: findings.word(agreementId(group, measure)),
		change:
			difference?.as === 'value'
				? {
						as: 'value',
						value: {
							difference: difference.value,
							margin: findings.valueOf(changeId('margin', group, measure)),
							isClear: findings.saysYes(changeId('is-clear', group, measure))
						}
					}
				: difference
	};
}

/** The contract does not allow the group: it was not even asked for. */
function neverAsked(group: string, measure: string, { round }: PublishedRound): PublishedCell {
	const mean = hidden('not-agreed', round.contract.k);
	return { group, measure, n: null, mean, margin: null, distribution: null };
}

function gapViews({ published, findings }: View): GapView[] {
	const { instrument, round } = published;
	const measures = [OVERALL, ...instrument.dimensions.map(({ id }) => id)];
	const lenses = LENS_PAIRS.filter((pair) =>
		pair.every((lens) => round.contract.lenses.includes(lens))
	);
	return lenses.flatMap(([a, b]) =>
		measures.flatMap((dimension) => {
			const gap = findings.number(gapId(a, b, dimension));
			return gap?.as === 'value' ? [{ a, b, dimension, difference: gap.value }] : [];
		})
	);
}

function balanceViews({ cellAt, findings }: View, groups: readonly string[]): BalanceView[] {
	const { outward, inward } = BALANCE_DIMENSIONS;
	return groups
		.filter((group) => cellAt(group, outward) && cellAt(group, inward))
		.map((group) => ({
			group,
			quadrant: findings.word(quadrantId(group)),
			isTurnedInward: findings.yesNo(turnedInwardId(group))
		}));
}

function totalOf(teams: readonly Team[]): number {
	return teams.reduce((sum, { headcount }) => sum + headcount, 0);
}

/** Headcounts beside counts of sheets would count those who did not answer. The stored entries keep them. */
function withoutHeadcounts(entry: LedgerEntry): LedgerEntry {
	const copy = { ...entry };
	delete copy.strata;
	return copy;
}
