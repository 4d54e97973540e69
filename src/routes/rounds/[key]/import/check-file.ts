import { expectedWords, lensWords } from '$lib/content/import-words';
import { placeWords } from '$lib/content/round-words';
import {
	readRows,
	refusalsOf,
	type ImportPlan,
	type ImportRefusal
} from '$lib/domain/import/read-rows';
import { groupRefusals } from '$lib/domain/import/refusal-groups';
import type { Instrument } from '$lib/domain/instrument/instrument';
import type { ImportedSheet } from '$lib/domain/round/imported-sheet';
import type { AskingRound } from '$lib/domain/round/questions';
import type { Team } from '$lib/domain/round/round';
import * as m from '$lib/paraglide/messages';
import type { Context } from '$lib/server/context';
import type { Table } from '$lib/server/import/read-table';
import { importSheets, type Imported } from '$lib/server/use-cases/import-sheets';

export interface FileInRound {
	key: string;
	round: AskingRound;
	instrument: Instrument;
	teams: readonly Team[];
	table: Table;
	plan: ImportPlan;
}

const GROUPS_SHOWN = 12;
const NAMES_SHOWN = 100;

/** All that cannot be taken, in the file's order, and what can. */
export interface CheckedFile {
	outcome: Imported;
	refusals: ImportRefusal[];
	checked: Checked;
}
export type Checked = ReturnType<typeof shown>;

/** Reads a file as it was mapped and asks the round about it; takes it in unless this is a dry run. */
export async function checkFile(
	context: Context,
	{ key, round, instrument, teams, table, plan }: FileInRound,
	{ isDryRun, leavesOut }: { isDryRun: boolean; leavesOut: boolean }
): Promise<CheckedFile> {
	const place = { round, instrument, teams, lensWords: lensWords() };
	const read = readRows(place, plan, table.rows);
	// A row with a bad cell keeps the whole file out, as a bad sheet does.
	const isHeld = read.refusals.length > 0 && !leavesOut;
	const outcome = await importSheets(context, key, read.sheets, {
		isDryRun: isDryRun || isHeld,
		leavesOut: leavesOut || isDryRun || isHeld
	});
	const fromRound = refusalsOf(read, teams, outcome.problems);
	const refusals = [...read.refusals, ...fromRound].sort((a, b) => a.row - b.row);
	const refused = new Set(outcome.problems.map(({ sheet }) => sheet));
	const good =
		outcome.refusal === null ? read.sheets.filter((_, index) => !refused.has(index + 1)) : [];
	return { outcome, refusals, checked: shown({ read, refusals, good, table, teams, outcome }) };
}

function shown({
	read,
	refusals,
	good,
	table,
	teams,
	outcome
}: {
	read: ReturnType<typeof readRows>;
	refusals: readonly ImportRefusal[];
	good: readonly ImportedSheet[];
	table: Table;
	teams: readonly Team[];
	outcome: Imported;
}) {
	const groups = groupRefusals(refusals);
	return {
		count: good.length,
		isRepeated: outcome.refusal === null && outcome.isRepeated,
		places: countPlaces(good, teams),
		skipped: read.skipped,
		leftOut: read.leftOut,
		unknownTeams: read.unknownTeams.slice(0, NAMES_SHOWN),
		moreUnknown: Math.max(0, read.unknownTeams.length - NAMES_SHOWN),
		refusedRows: new Set(refusals.map(({ row }) => row)).size,
		groups: groups.slice(0, GROUPS_SHOWN).map(({ code, column, count, first }) => ({
			words: sentence(table, column, expectedWords(code)),
			count,
			first
		})),
		moreGroups: Math.max(0, groups.length - GROUPS_SHOWN)
	};
}

function sentence({ headers }: Table, column: number | null, expected: string): string {
	return column === null
		? m.import_refused_row({ expected })
		: m.import_refused_column({ heading: headers[column] || m.import_column_empty(), expected });
}

/** Sheets by lens and team, in the organizer's order. */
function countPlaces(sheets: readonly ImportedSheet[], teams: readonly Team[]) {
	const counts = new Map<string, number>();
	for (const { lens, teamId } of sheets) {
		const key = `${lens} ${teamId}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const order = [...teams.map(({ id, name }) => ({ id, name })), { id: null, name: null }];
	return order.flatMap(({ id, name }) =>
		(['member', 'leader', 'customer', 'partner', 'guess'] as const).flatMap((lens) => {
			const count = counts.get(`${lens} ${id}`);
			return count ? [{ words: placeWords(lens, name), count }] : [];
		})
	);
}
