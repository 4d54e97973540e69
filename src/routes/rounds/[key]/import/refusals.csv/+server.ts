import { csvText } from '$lib/content/csv-text';
import { expectedWords } from '$lib/content/import-words';
import { instrumentOf } from '$lib/content/instruments';
import { refusalWords } from '$lib/content/round-refusals';
import * as m from '$lib/paraglide/messages';
import { refusalStatus } from '$lib/server/refusal-status';
import { showRound } from '$lib/server/use-cases/show-round';
import { error } from '@sveltejs/kit';
import { refuse } from '../../../refuse';
import { checkFile } from '../check-file';
import { isTooLarge, readFile, tooLarge } from '../read-file';
import { chosenColumns, columnsProblem, planOf, readChosen } from '../read-plan';
import type { RequestHandler } from './$types';

/** Every cell of a file that cannot be taken. Changes nothing; the file comes with the request. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	if (isTooLarge(request)) error(413, tooLarge().text);
	const data = await request.formData();
	const { table, problem } = await readFile(data);
	if (!table) error(problem!.status, problem!.text);

	const context = await locals.context();
	const found = await showRound(context, params.key);
	if (found.refusal !== null) refuse(found.refusal);
	const { round, teams } = found;
	const instrument = instrumentOf(round);
	const columns = chosenColumns(data, table.headers);
	if (!columns) error(409, m.import_columns_changed());
	const unclear = columnsProblem(columns, instrument);
	if (unclear) error(422, unclear);

	const plan = planOf(columns, readChosen(data), { instrument, teams });
	const { outcome, refusals } = await checkFile(
		context,
		{ key: params.key, round, instrument, teams, table, plan },
		{ isDryRun: true, leavesOut: true }
	);
	if (outcome.refusal !== null && outcome.refusal !== 'import-has-problems')
		error(refusalStatus(outcome.refusal), refusalWords(outcome.refusal));

	const rows = refusals.map(({ code, row, column, value }) => [
		row,
		column === null ? '' : table.headers[column],
		value,
		expectedWords(code)
	]);
	const fields = [
		m.import_csv_row(),
		m.import_csv_column(),
		m.import_csv_value(),
		m.import_csv_expected()
	];
	return new Response(csvText({ fields, data: rows }), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${m.import_csv_name()}"`,
			'cache-control': 'private, no-store'
		}
	});
};
