import { roundAddress } from '$lib/content/addresses';
import { refusalWords, type Refusal } from '$lib/content/round-refusals';
import { cleanName } from '$lib/domain/round/team-list';
import type { Context } from '$lib/server/context';
import { refusalStatus } from '$lib/server/refusal-status';
import { closeRound } from '$lib/server/use-cases/close-round';
import { deleteAnswers } from '$lib/server/use-cases/delete-answers';
import { deleteRound } from '$lib/server/use-cases/delete-round';
import { openRound } from '$lib/server/use-cases/open-round';
import { addOrganizerLink, renewOrganizerLink } from '$lib/server/use-cases/organizer-links';
import { revokeLink } from '$lib/server/use-cases/revoke-link';
import { showProgress } from '$lib/server/use-cases/show-progress';
import { showRound } from '$lib/server/use-cases/show-round';
import * as m from '$lib/paraglide/messages';
import { fail, redirect } from '@sveltejs/kit';
import { refuse } from '../refuse';
import { orKeep } from '../storage';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('round:progress');
	const shown = await showProgress(await locals.context(), params.key);
	if (shown.refusal !== null) refuse(shown.refusal);
	return { progress: shown.progress, wasRenewed: url.searchParams.has('renewed') };
};

export const actions: Actions = {
	open: (event) => change(event, openRound),
	close: (event) => change(event, closeRound),
	'delete-answers': (event) => change(event, deleteAnswers),

	'delete-round': (event) =>
		orKeep(event, {}, async () => {
			const typed = String((await event.request.formData()).get('organization') ?? '');
			const context = await event.locals.context();
			const shown = await showRound(context, event.params.key);
			if (shown.refusal !== null) return refused(shown.refusal);
			if (cleanName(typed) !== shown.round.organization)
				return fail(422, { mismatch: m.rounds_delete_mismatch(), typed });

			const refusal = await deleteRound(context, event.params.key);
			if (refusal) return refused(refusal);
			redirect(303, '/rounds/deleted');
		}),

	'add-organizer': (event) =>
		orKeep(event, {}, async () => {
			const added = await addOrganizerLink(await event.locals.context(), event.params.key);
			if (added.refusal !== null) return refused(added.refusal);
			return { added: roundAddress(event.url.origin, added.token) };
		}),

	'renew-organizer': (event) =>
		orKeep(event, {}, async () => {
			const renewed = await renewOrganizerLink(await event.locals.context(), event.params.key);
			if (renewed.refusal !== null) return refused(renewed.refusal);
			redirect(303, `/rounds/${renewed.token}?renewed`);
		}),

	'revoke-organizer': (event) =>
		change(event, async (context, key) => {
			const serial = Number((await event.request.formData()).get('serial'));
			return revokeLink(context, key, { kind: 'organizer', teamId: null, lens: null, serial });
		})
};

/** One step in a round's life, or the reason why not. */
function change(
	event: RequestEvent,
	step: (context: Context, key: string) => Promise<Refusal | null>
) {
	return orKeep(event, {}, async () => {
		const refusal = await step(await event.locals.context(), event.params.key);
		return refusal ? refused(refusal) : { done: true };
	});
}

function refused(refusal: Refusal) {
	return fail(refusalStatus(refusal), { refusal: refusalWords(refusal) });
}
