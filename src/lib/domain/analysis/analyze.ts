import type { Lens } from '../instrument/instrument.ts';
import { emptyCell } from '../scoring/cell.ts';
import * as readings from '../scoring/readings.ts';
import type { Tally } from '../scoring/tally.ts';
import type { Analysis } from './analysis.ts';
import { balanceAnalysis } from './balance-analysis.ts';
import { changeAnalysis, type LinkedPeople } from './change-analysis.ts';
import type { TeamCell } from './group-analysis.ts';
import { lensAnalysis } from './lens-analysis.ts';
import { lensGaps, type LensTally } from './lens-gaps.ts';
import { mirrorAnalysis } from './mirror-analysis.ts';
import { ANALYSIS_VERSION } from './version.ts';

export interface AnalysisOptions {
	/** People in each team, answered or not; teams are shown in this order, others after them by name. */
	headcounts?: ReadonlyMap<string, number>;
	/** An earlier round of the same instrument, for what has changed since. */
	before?: readonly LensTally[];
	/** Members of both rounds who can be told by a code, lens by lens. Without it, changes are careful. */
	people?: LinkedPeople;
	/** What employees guess that customers would answer, for the mirror. */
	guess?: Tally | null;
	/** Of the shuffles in the chance tests. The same answers and seed give the same analysis. */
	seed?: number;
}

const LENS_ORDER: readonly Lens[] = ['member', 'leader', 'customer', 'partner'];

/**
 * Everything that can be said about the answers of one instrument, lens by lens and between lenses. The cost
 * depends on teams and items, not on people, except for the chance test and distances among up to 20,000 of them.
 *
 * Headcounts count members: a team of the member lens that nobody answered from is in the result, with nulls.
 * Throws a RangeError when a lens comes twice or lenses answered different instruments, and for no lens at all;
 * the same holds for an earlier round and a guess.
 */
export function analyze(
	lenses: readonly LensTally[],
	{ headcounts = new Map(), before, people, guess = null, seed = 1 }: AnalysisOptions = {}
): Analysis {
	refuseMixture(lenses, guess ? [guess] : []);
	if (before?.length) refuseMixture(before, [lenses[0]!.tally]);
	const ordered = lenses
		.toSorted((a, b) => LENS_ORDER.indexOf(a.lens) - LENS_ORDER.indexOf(b.lens))
		.map((counted) => ({ ...counted, total: readings.totalCell(counted.tally) }));
	const { id, edition, locale, status } = ordered[0]!.tally.layout.instrument;
	const teams = teamOrder(
		ordered.filter(({ lens }) => lens === 'member' || lens === 'leader'),
		headcounts
	);
	return {
		version: ANALYSIS_VERSION,
		instrument: { id, edition, locale, status },
		seed,
		lenses: ordered.map((counted) =>
			lensAnalysis(counted, teamCells(counted.lens, counted.tally, headcounts), seed)
		),
		gaps: lensGaps(ordered),
		balance: balanceAnalysis(ordered, teams),
		mirror: mirrorAnalysis(ordered, guess),
		change: before ? changeAnalysis(before, ordered, headcounts, people) : null
	};
}

/** `others` are not lenses of this round, but must have answered the same instrument. */
function refuseMixture(lenses: readonly LensTally[], others: readonly Tally[]): void {
	if (lenses.length === 0) throw new RangeError('An analysis needs at least one lens.');
	if (new Set(lenses.map(({ lens }) => lens)).size < lenses.length)
		throw new RangeError('A lens comes twice. Merge its tallies first.');
	const tallies = [...lenses.map(({ tally }) => tally), ...others];
	if (new Set(tallies.map(({ layout }) => layout.instrument)).size > 1)
		throw new RangeError('The lenses or rounds answered different instruments.');
}

function teamCells(lens: Lens, tally: Tally, headcounts: ReadonlyMap<string, number>): TeamCell[] {
	const known = lens === 'member' ? headcounts : new Map<string, number>();
	return teamOrder([{ lens, tally }], known, headcounts).map((team) => ({
		cell: tally.cells.get(team) ?? emptyCell(tally, team),
		headcount: known.get(team) ?? null
	}));
}

/** Teams with a headcount first, in its order, then the others by name; `included` teams are there without an answer. */
function teamOrder(
	lenses: readonly LensTally[],
	included: ReadonlyMap<string, number>,
	order: ReadonlyMap<string, number> = included
): string[] {
	const answered = new Set(lenses.flatMap(({ tally }) => [...tally.cells.keys()]));
	const first = [...order.keys()].filter((team) => included.has(team) || answered.has(team));
	const others = [...answered].filter((team) => !order.has(team));
	return [...first, ...others.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))];
}
