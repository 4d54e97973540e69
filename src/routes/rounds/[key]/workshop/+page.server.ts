import { readAgenda, typedAgendaIn, typedFrom } from '$lib/components/workshop/create/typed-agenda';
import { refusalWords } from '$lib/content/round-refusals';
import { instrumentOf, holoscope } from '$lib/content/instruments';
import { isWorkshopRefusal, workshopRefusalWords } from '$lib/content/workshop-refusals';
import { createWorkshopInRound } from '$lib/server/use-cases/create-workshop';
import { fail, redirect } from '@sveltejs/kit';
import { orKeep } from '../../storage';
import type { Actions, PageServerLoad } from './$types';

const { dimensions } = instrumentOf({ instrument: holoscope.id, edition: holoscope.edition });
const dimensionIds = dimensions.map(({ id }) => id);

export const load: PageServerLoad = ({ url }) => ({
	team: url.searchParams.get('team') ?? '',
	empty: typedFrom('ninety-minutes', dimensionIds),
	dimensions: dimensions.map(({ id, name, monolith, hologram }) => ({
		id,
		name,
		monolith,
		hologram
	}))
});

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const typed = {
			team: String(data.get('team') ?? ''),
			agenda: typedAgendaIn(data, dimensionIds)
		};
		const { agenda, problems } = readAgenda(typed.agenda, dimensionIds);
		if (!agenda) return fail(422, { typed, problems, outage: null });

		return orKeep(event, { typed, problems }, async () => {
			const context = await event.locals.context();
			const plan = { agenda, previous: null, teamId: typed.team };
			const created = await createWorkshopInRound(context, event.params.key, plan);
			if (created.refusal === null) redirect(303, `/workshops/facilitate/${created.facilitate}`);
			const { refusal } = created;
			const text = isWorkshopRefusal(refusal)
				? workshopRefusalWords(refusal)
				: refusalWords(refusal);
			return fail(409, { typed, problems: [{ field: 'team', text }], outage: null });
		});
	}
};
