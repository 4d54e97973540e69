import { refusalProblem } from '../../new/read-form';
import { addDays } from '$lib/domain/round/days';
import { followRound } from '$lib/server/use-cases/follow-round';
import { refusalStatus } from '$lib/server/refusal-status';
import * as m from '$lib/paraglide/messages';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { orKeep } from '../../storage';
import type { Actions, PageServerLoad } from './$types';

const OPEN_DAYS = 21;
const KEPT_DAYS = 180;
const formSchema = z.object({ closesOn: z.iso.date(), keptUntil: z.iso.date() });

export const load: PageServerLoad = async ({ parent }) => {
	const { today } = await parent();
	const closesOn = addDays(today, OPEN_DAYS);
	return { planned: { closesOn, keptUntil: addDays(closesOn, KEPT_DAYS) } };
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const typed = {
			closesOn: String(data.get('closesOn') ?? ''),
			keptUntil: String(data.get('keptUntil') ?? '')
		};
		const form = formSchema.safeParse(typed);
		if (!form.success) {
			const wrong = form.error.issues.map(({ path }) => path[0]);
			const problems = [
				{ name: 'closesOn', field: 'closes-on' },
				{ name: 'keptUntil', field: 'kept-until' }
			].filter(({ name }) => wrong.includes(name));
			return fail(422, {
				typed,
				problems: problems.map(({ field }) => ({ field, text: m.rounds_day_missing() })),
				outage: null
			});
		}
		return orKeep(event, { typed, problems: [] }, async () => {
			const followed = await followRound(await event.locals.context(), event.params.key, form.data);
			if (followed.refusal === null) redirect(303, `/rounds/${followed.organizerToken}`);
			return fail(refusalStatus(followed.refusal), {
				typed,
				problems: [refusalProblem(followed.refusal)],
				outage: null
			});
		});
	}
};
