import { refusalWords, type Refusal } from '$lib/content/round-refusals';
import { holoscope } from '$lib/content/instruments';
import { isWorkshopRefusal, workshopRefusalWords } from '$lib/content/workshop-refusals';
import { addDays } from '$lib/domain/round/days';
import { dayOf } from '$lib/domain/round/round';
import type { WorkshopRefusal } from '$lib/domain/workshop/refusal';
import { createWorkshop } from '$lib/server/use-cases/create-workshop';
import { fail, redirect } from '@sveltejs/kit';
import { plannedTooMuch } from '../../planned-too-much';
import { orKeep } from '../../rounds/storage';
import { emptyWorkshop, readWorkshopForm } from './read-form';
import type { Actions, PageServerLoad } from './$types';

const KEPT_DAYS = 180;

export const load: PageServerLoad = () => {
	const today = dayOf(new Date());
	return {
		today,
		empty: emptyWorkshop(addDays(today, KEPT_DAYS)),
		counts: { quick: holoscope.forms.quick!.length, full: holoscope.forms.full!.length },
		dimensions: holoscope.dimensions.map(({ id, name, monolith, hologram }) => ({
			id,
			name,
			monolith,
			hologram
		}))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { typed, problems, plan } = readWorkshopForm(await event.request.formData());
		if (!plan) return fail(422, { typed, problems, outage: null });

		return orKeep(event, { typed, problems }, async () => {
			const context = await event.locals.context();
			const outage = plannedTooMuch(context.limits, event.getClientAddress());
			if (outage) return fail(429, { typed, problems, outage });
			const created = await createWorkshop(context, plan);
			if (created.refusal === null) redirect(303, `/workshops/facilitate/${created.facilitate}`);
			return fail(409, { typed, problems: [refusalProblem(created.refusal)], outage: null });
		});
	}
};

/** Where a refusal of the whole plan belongs on the page. */
function refusalProblem(refusal: WorkshopRefusal | Refusal) {
	const fields: Partial<Record<WorkshopRefusal | Refusal, string>> = {
		'too-few-for-numbers': 'headcount',
		'kept-too-short': 'kept-until',
		'no-previous': 'previous',
		'unknown-form': 'form'
	};
	const text = isWorkshopRefusal(refusal) ? workshopRefusalWords(refusal) : refusalWords(refusal);
	return { field: fields[refusal] ?? 'organization', text };
}
