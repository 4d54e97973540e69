import { meaningKey, readMeaning } from '$lib/content/import-words';
import { proposeColumns } from '$lib/domain/import/columns';
import type { ImportPlan } from '$lib/domain/import/read-rows';
import { wordingOf } from '$lib/domain/instrument/form';
import { lensSchema, type Instrument } from '$lib/domain/instrument/instrument';
import { questionsFor, type AskingRound } from '$lib/domain/round/questions';
import type { SheetLens, Team } from '$lib/domain/round/round';
import { nameKey } from '$lib/domain/round/team-list';
import * as m from '$lib/paraglide/messages';

/** A column as the page shows it, with what it is taken to hold. */
export interface ShownColumn {
	header: string;
	chosen: string;
	note: string | null;
}

/** What was chosen on the page, to show it again. */
export interface Chosen {
	teamId: string;
	lens: string;
	/** For names that no team has: a team's id, `skip`, or nothing yet. */
	choices: { name: string; value: string }[];
	leavesOut: boolean;
}

/** What the headings say, limited to what this round asks. */
export function guessedColumns(
	round: AskingRound,
	instrument: Instrument,
	headers: readonly string[]
): ShownColumn[] {
	const asked = new Set(questionsFor(round, 'member', instrument).map(({ id }) => id));
	const taken = new Set<string>();
	return proposeColumns(instrument, headers).map(({ header, meaning, isRepeated }) => {
		const nothing = { header, chosen: '' };
		if (isRepeated) return { ...nothing, note: m.import_repeated() };
		if (meaning.kind === 'item' && !asked.has(meaning.item))
			return { ...nothing, note: m.import_not_asked() };
		const chosen = meaningKey(meaning);
		if (chosen === '' || taken.has(chosen)) return { ...nothing, note: null };
		taken.add(chosen);
		return { header, chosen, note: null };
	});
}

/** The columns as they were chosen; null when the form was made for another file. */
export function chosenColumns(data: FormData, headers: readonly string[]): ShownColumn[] | null {
	if (Number(data.get('columns')) !== headers.length) return null;
	return headers.map((header, index) => ({
		header,
		chosen: String(data.get(`column-${index}`) ?? ''),
		note: null
	}));
}

/** What stands between these columns and a dry run, in words. */
export function columnsProblem(
	columns: readonly ShownColumn[],
	instrument: Instrument
): string | null {
	const chosen = columns.map((column) => column.chosen).filter((key) => key !== '');
	const twice = chosen.find((key, index) => chosen.indexOf(key) !== index);
	const items = new Map(
		[...instrument.items, ...instrument.outcomes].map((item) => [`item:${item.id}`, item])
	);
	if (twice !== undefined) {
		const item = items.get(twice);
		if (item) return m.import_item_twice({ question: wordingOf(item, 'member', '') });
		return m.import_kind_twice({ kind: twice === 'team' ? m.import_team() : m.import_lens() });
	}
	return chosen.some((key) => items.has(key)) ? null : m.import_no_item();
}

export function readChosen(data: FormData): Chosen {
	const names = data.getAll('unknownName').map(String);
	const values = data.getAll('unknownChoice').map(String);
	return {
		teamId: String(data.get('teamId') ?? ''),
		lens: String(data.get('lens') ?? ''),
		choices: names.map((name, index) => ({ name, value: values[index] ?? '' })),
		leavesOut: data.get('leavesOut') === 'yes'
	};
}

/** The plan that these choices make; what a form could not have said is as if nothing was chosen. */
export function planOf(
	columns: readonly ShownColumn[],
	{ teamId, lens, choices }: Chosen,
	{ instrument, teams }: { instrument: Instrument; teams: readonly Pick<Team, 'id'>[] }
): ImportPlan {
	const items = new Set([...instrument.items, ...instrument.outcomes].map(({ id }) => id));
	const isTeam = (id: string) => teams.some((team) => team.id === id);
	return {
		columns: columns.map(({ chosen }) => {
			const meaning = readMeaning(chosen);
			return meaning.kind === 'item' && !items.has(meaning.item) ? { kind: 'ignored' } : meaning;
		}),
		teamId: isTeam(teamId) ? teamId : null,
		lens: readLens(lens),
		teamChoices: new Map(
			choices.flatMap(({ name, value }): [string, string | null][] => {
				if (value === 'skip') return [[nameKey(name), null]];
				return isTeam(value) ? [[nameKey(name), value]] : [];
			})
		)
	};
}

function readLens(lens: string): SheetLens {
	return lens === 'guess' ? lens : (lensSchema.safeParse(lens).data ?? 'member');
}
