import { instrumentOf } from '$lib/content/instruments';
import { refusalWords } from '$lib/content/round-refusals';
import { lensSchema } from '$lib/domain/instrument/instrument';
import { sheetLenses } from '$lib/domain/round/round';
import { questionsFor } from '$lib/domain/round/questions';
import * as m from '$lib/paraglide/messages';
import * as imports from '$lib/server/repositories/imports';
import { refusalStatus } from '$lib/server/refusal-status';
import { showRound } from '$lib/server/use-cases/show-round';
import { fail } from '@sveltejs/kit';
import { refuse } from '../../refuse';
import { orKeep } from '../../storage';
import { checkFile } from './check-file';
import { isTooLarge, readFile, tooLarge, type ReadFile } from './read-file';
import {
	chosenColumns,
	columnsProblem,
	guessedColumns,
	planOf,
	readChosen,
	type Chosen,
	type ShownColumn
} from './read-plan';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
	const { round, teams } = await parent();
	const context = await locals.context();
	const shown = await showRound(context, params.key);
	if (shown.refusal !== null) refuse(shown.refusal);
	const instrument = instrumentOf(shown.round);
	return {
		// Members first: theirs are the answers that most files hold.
		lenses: [...lensSchema.options, 'guess' as const].filter((lens) =>
			sheetLenses(round.contract).includes(lens)
		),
		teams,
		questions: questionsFor(shown.round, 'member', instrument).map(({ id }) => id),
		taken: await imports.list(context.db.read, shown.round.id)
	};
};

export const actions: Actions = {
	look: (event) => step(event, 'look'),
	check: (event) => step(event, 'check'),
	import: (event) => step(event, 'import')
};

/** What the page shows again, whatever comes of it. */
interface Kept {
	/** Only for a page without scripts; the others have it. */
	text: string | null;
	file: { name: string; isLatin: boolean };
	columns: ShownColumn[] | null;
	chosen: Chosen;
	problem: string | null;
}

async function step(event: RequestEvent, goal: 'look' | 'check' | 'import') {
	if (isTooLarge(event.request)) {
		const problem = tooLarge();
		return fail(problem.status, { problem: problem.text });
	}
	const data = await event.request.formData();
	const file = await readFile(data);
	const kept: Kept = {
		text: data.get('keepsText') === 'yes' ? null : file.text,
		file: { name: file.name, isLatin: file.isLatin },
		columns: null,
		chosen: readChosen(data),
		problem: null
	};
	if (file.problem) return fail(file.problem.status, { ...kept, problem: file.problem.text });

	return orKeep(event, { ...kept, columns: chosenColumns(data, file.table!.headers) }, () =>
		takeStep(event, goal, { data, table: file.table!, kept })
	);
}

async function takeStep(
	{ locals, params }: RequestEvent,
	goal: 'look' | 'check' | 'import',
	{ data, table, kept }: { data: FormData; table: NonNullable<ReadFile['table']>; kept: Kept }
) {
	const context = await locals.context();
	const found = await showRound(context, params.key);
	if (found.refusal !== null) refuse(found.refusal);
	const { round, teams } = found;
	const instrument = instrumentOf(round);
	const guessed = () => guessedColumns(round, instrument, table.headers);
	if (goal === 'look') return { ...kept, columns: guessed() };

	const columns = chosenColumns(data, table.headers);
	if (!columns)
		return fail(409, { ...kept, columns: guessed(), problem: m.import_columns_changed() });
	const shown = { ...kept, columns };
	const unclear = columnsProblem(columns, instrument);
	if (unclear) return fail(422, { ...shown, problem: unclear });

	const plan = planOf(columns, kept.chosen, { instrument, teams });
	const isDryRun = goal === 'check';
	const { outcome, checked } = await checkFile(
		context,
		{ key: params.key, round, instrument, teams, table, plan },
		{ isDryRun, leavesOut: kept.chosen.leavesOut }
	);
	if (outcome.refusal !== null && outcome.refusal !== 'import-has-problems')
		return fail(refusalStatus(outcome.refusal), {
			...shown,
			problem: refusalWords(outcome.refusal)
		});
	if (isDryRun) return { ...shown, checked };
	const isTaken = outcome.refusal === null && (checked.refusedRows === 0 || kept.chosen.leavesOut);
	if (!isTaken)
		return fail(422, { ...shown, checked, problem: refusalWords('import-has-problems') });
	return { done: checked };
}
