import { answerAddress } from '$lib/content/addresses';
import { csvText } from '$lib/content/csv-text';
import { lensNames } from '$lib/content/round-words';
import { readPlaceKey } from '$lib/domain/round/place-key';
import * as m from '$lib/paraglide/messages';
import * as teams from '$lib/server/repositories/teams';
import { showLinks } from '$lib/server/use-cases/show-links';
import { error } from '@sveltejs/kit';
import { refuse } from '../../../../refuse';
import type { RequestHandler } from './$types';

/** All single-use links of one place, to be handed out one by one. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const place = readPlaceKey(params.place) ?? error(404);
	const context = await locals.context();
	const shown = await showLinks(context, params.key);
	if (shown.refusal !== null) refuse(shown.refusal);

	const here = shown.links.filter(
		({ kind, teamId, lens }) =>
			kind === 'single-use' && teamId === place.teamId && lens === place.lens
	);
	if (here.length === 0) error(404);
	const team = place.teamId && (await teams.find(context.db.read, place.teamId));
	const rows = here.map(({ serial, token }) => [
		team ? team.name : '',
		lensNames[place.lens](),
		serial,
		answerAddress(url.origin, token)
	]);
	const fields = [
		m.rounds_csv_team(),
		m.rounds_csv_lens(),
		m.rounds_csv_number(),
		m.rounds_csv_address()
	];
	return new Response(csvText({ fields, data: rows }), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="single-use-links.csv"',
			'cache-control': 'private, no-store'
		}
	});
};
