import { dayOf } from '$lib/domain/round/round';
import { showRound } from '$lib/server/use-cases/show-round';
import { refuse } from '../refuse';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, setHeaders, url }) => {
	// A page with keys on it is kept nowhere between here and its reader.
	setHeaders({ 'cache-control': 'private, no-store' });
	const context = await locals.context();
	const shown = await showRound(context, params.key);
	if (shown.refusal !== null) refuse(shown.refusal);

	const { round, phase, teams, isFollowed, organizers, places, resultsToken } = shown;
	const { organization, form, contract, closesOn, closedOn, answersDeletedOn, version } = round;
	return {
		key: params.key,
		origin: url.origin,
		today: dayOf(context.now()),
		round: { organization, form, contract, closesOn, closedOn, answersDeletedOn, version },
		phase,
		teams: teams.map(({ id, name, headcount }) => ({ id, name, headcount })),
		isFollowed,
		organizers,
		places,
		resultsToken
	};
};
