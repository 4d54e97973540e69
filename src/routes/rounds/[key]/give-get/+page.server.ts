import { refusalWords } from '$lib/content/round-refusals';
import * as m from '$lib/paraglide/messages';
import { refusalStatus } from '$lib/server/refusal-status';
import { sayAcross, showAcross } from '$lib/server/use-cases/say-across';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { refuse } from '../../refuse';
import { orKeep } from '../../storage';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const shown = await showAcross(await locals.context(), params.key);
	if (shown.refusal !== null) refuse(shown.refusal);
	return { exchange: shown.exchange };
};

const textId = z.string().min(1).max(100);
const saidSchema = z.object({
	said: z.enum(['same', 'different', 'nothing']),
	get: textId,
	give: textId
});

export const actions: Actions = {
	default: (event) =>
		orKeep(event, {}, async () => {
			const typed = Object.fromEntries(await event.request.formData());
			const form = saidSchema.safeParse(typed);
			if (!form.success) return fail(422, { problem: m.across_refusal_no_pair() });
			const refusal = await sayAcross(await event.locals.context(), event.params.key, form.data);
			if (refusal === null) return { done: m.across_desk_kept() };
			return fail(refusalStatus(refusal), { problem: refusalWords(refusal) });
		})
};
