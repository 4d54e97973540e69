import { groupAnalyses } from '../analysis/lens-analysis.ts';
import type { GroupAnalysis } from '../analysis/analysis.ts';
import type { Answers } from '../answers.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { outcomesOf } from '../round/questions.ts';
import { formFor, sheetLenses, type Round, type SheetLens, type Team } from '../round/round.ts';
import { encodeAnswers, layoutOf } from '../scoring/layout.ts';
import * as readings from '../scoring/readings.ts';
import { Tally, type Cell } from '../scoring/tally.ts';
import { groupIdOf } from './group-ids.ts';
import { OutcomeCounts } from './outcomes.ts';

/** One finished sheet, with nothing that tells it from another but what it says. */
export interface RoundSheet {
	teamId: string | null;
	lens: SheetLens;
	answers: Answers;
}

export interface ClosedRound {
	round: Round;
	/** In the organizer's order. */
	teams: readonly Team[];
	instrument: Instrument;
}

/** A group of people who answered alike in kind: the members as a whole, a team of them, another lens, or the guesses. */
export interface CountedGroup {
	id: string;
	lens: SheetLens;
	tally: Tally;
	cell: Cell;
	analysis: GroupAnalysis;
}

/** A closed round with everybody counted: for the gate, and for nobody to see. */
export interface CountedRound extends ClosedRound {
	tallies: ReadonlyMap<SheetLens, Tally>;
	/** By id: the whole, each team of members, then leaders, customers, partners and guesses if they were asked. */
	groups: ReadonlyMap<string, CountedGroup>;
	/** What was answered about the price of control. */
	outcomes: OutcomeCounts;
}

/** Counts the sheets of a closed round. Their order never shows. */
export function countRound(closed: ClosedRound, sheets: readonly RoundSheet[]): CountedRound {
	const { round, instrument } = closed;
	const tallies = new Map(
		sheetLenses(round.contract).map((lens) => [
			lens,
			new Tally(layoutOf(instrument, formFor(round, lens, instrument)))
		])
	);
	const outcomes = new OutcomeCounts(outcomesOf(round, instrument), instrument);
	const code = new Uint8Array(instrument.items.length);
	for (const { lens, teamId, answers } of sheets) {
		const tally = tallies.get(lens);
		if (!tally) continue;
		encodeAnswers(tally.layout, answers, code);
		const cell = tally.cell(cellName(teamId));
		const leftOut = cell.sums[tally.at.leftOut]!;
		tally.add(cell, code);
		// Who answered without reading is left out of everything.
		if (cell.sums[tally.at.leftOut] === leftOut) outcomes.add(lens, cell.team, answers);
	}
	return { ...countTallies(closed, tallies), outcomes };
}

/** The same for sheets that were counted elsewhere, in cells that are named by the teams' ids. */
export function countTallies(
	closed: ClosedRound,
	tallies: ReadonlyMap<SheetLens, Tally>
): CountedRound {
	const groups = [...tallies].flatMap(([lens, tally]) =>
		lens === 'member' ? memberGroups(closed, tally) : [lensGroup(lens, tally)]
	);
	return {
		...closed,
		tallies,
		groups: new Map(groups.map((group) => [group.id, group])),
		outcomes: new OutcomeCounts([], closed.instrument)
	};
}

/** The counts of one team in one lens; null where nobody answered. Customers and partners have no team. */
export function cellFor(
	{ tallies }: CountedRound,
	lens: SheetLens,
	teamId: string | null
): Cell | null {
	return tallies.get(lens)?.cells.get(cellName(teamId)) ?? null;
}

function cellName(teamId: string | null): string {
	return teamId ?? '';
}

function memberGroups({ teams }: ClosedRound, tally: Tally): CountedGroup[] {
	const cells = teams.map(({ id, headcount }) => ({ cell: tally.cell(id), headcount }));
	const total = readings.totalCell(tally);
	const { organization, teams: analyses } = groupAnalyses(tally, cells, total);
	const lens = 'member';
	return [
		{ id: groupIdOf(lens), lens, tally, cell: total, analysis: organization },
		...cells.map(({ cell }, at) => ({
			id: cell.team,
			lens: lens as SheetLens,
			tally,
			cell,
			analysis: analyses[at]!
		}))
	];
}

/** Everybody of a lens together, each with the same weight: nobody knows how many they might have been. */
function lensGroup(lens: SheetLens, tally: Tally): CountedGroup {
	const cell = readings.totalCell(tally);
	const [analysis] = groupAnalyses(tally, [{ cell, headcount: null }], cell).teams;
	return { id: groupIdOf(lens), lens, tally, cell, analysis: analysis! };
}
