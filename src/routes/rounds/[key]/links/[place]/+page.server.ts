import { refusalWords, type Refusal } from '$lib/content/round-refusals';
import { SINGLE_USE_LIMIT } from '$lib/domain/round/link';
import { readPlaceKey } from '$lib/domain/round/place-key';
import * as m from '$lib/paraglide/messages';
import { refusalStatus } from '$lib/server/refusal-status';
import { createSingleUseLinks } from '$lib/server/use-cases/create-single-use-links';
import { renewLink } from '$lib/server/use-cases/renew-link';
import { revokeLink } from '$lib/server/use-cases/revoke-link';
import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { orKeep } from '../../../storage';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

// `z.coerce.number()` would read an empty field as 0.
const countSchema = z.string().trim().regex(/^\d+$/).transform(Number);
const singleUseSchema = countSchema.pipe(z.int().min(1).max(SINGLE_USE_LIMIT));
const serialSchema = countSchema.pipe(z.int().min(1));

export const load: PageServerLoad = async ({ params, parent }) => {
	const { places } = await parent();
	const asked = readPlaceKey(params.place);
	const place = places.find(({ teamId, lens }) => teamId === asked?.teamId && lens === asked?.lens);
	return { place: place ?? error(404) };
};

export const actions: Actions = {
	renew: (event) =>
		orKeep(event, {}, async () => {
			const renewed = await renewLink(
				await event.locals.context(),
				event.params.key,
				await sharedLink(event)
			);
			return renewed.refusal === null ? { done: true } : refused(renewed.refusal);
		}),

	revoke: (event) =>
		orKeep(event, {}, async () => {
			const refusal = await revokeLink(
				await event.locals.context(),
				event.params.key,
				await sharedLink(event)
			);
			return refusal ? refused(refusal) : { done: true };
		}),

	'single-use': async (event) => {
		const typed = String((await event.request.formData()).get('count') ?? '');
		const count = singleUseSchema.safeParse(typed);
		if (!count.success)
			return fail(422, {
				typed,
				problem: m.rounds_link_single_range({ limit: SINGLE_USE_LIMIT })
			});
		return orKeep(event, { typed }, async () => {
			const made = await createSingleUseLinks(await event.locals.context(), event.params.key, {
				...placeOf(event),
				count: count.data
			});
			return made.refusal === null ? { done: true } : refused(made.refusal);
		});
	}
};

function placeOf({ params }: RequestEvent) {
	return readPlaceKey(params.place) ?? error(404);
}

/** The link that the organizer was looking at: one that was replaced meanwhile is not replaced again. */
async function sharedLink(event: RequestEvent) {
	const serial = serialSchema.safeParse((await event.request.formData()).get('serial'));
	if (!serial.success) error(400);
	return { kind: 'answer' as const, ...placeOf(event), serial: serial.data };
}

function refused(refusal: Refusal) {
	return fail(refusalStatus(refusal), { refusal: refusalWords(refusal) });
}
