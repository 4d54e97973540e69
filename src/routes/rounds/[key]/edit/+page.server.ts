import { refusalWords } from '$lib/content/round-refusals';
import { teamRowField, teamRowWords } from '$lib/content/team-row-words';
import { editRound } from '$lib/server/use-cases/edit-round';
import { showRound } from '$lib/server/use-cases/show-round';
import { refusalStatus } from '$lib/server/refusal-status';
import { fail, redirect } from '@sveltejs/kit';
import { refuse } from '../../refuse';
import { orKeep } from '../../storage';
import { readEditForm } from './read-form';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const { typed, problems, edit } = readEditForm(await event.request.formData());
		if (!edit) return fail(422, { typed, problems, theirs: null, outage: null });

		return orKeep(event, { typed, problems, theirs: null }, async () => {
			const context = await event.locals.context();
			const edited = await editRound(context, event.params.key, edit);
			if (edited.refusal === null) redirect(303, `/rounds/${event.params.key}`);

			if (edited.refusal === 'changed-meanwhile') {
				const theirs = await showRound(context, event.params.key);
				if (theirs.refusal !== null) refuse(theirs.refusal);
				const { organization, closesOn, version } = theirs.round;
				const { teams } = theirs;
				return fail(409, {
					typed,
					problems,
					theirs: { organization, closesOn, version, teams },
					outage: null
				});
			}
			const found = edited.problems.map((problem) => ({
				field: teamRowField(problem),
				text:
					edited.refusal === 'headcount-below-answers'
						? refusalWords(edited.refusal)
						: teamRowWords(problem)
			}));
			const whole = { field: 'closes-on', text: refusalWords(edited.refusal) };
			return fail(refusalStatus(edited.refusal), {
				typed,
				problems: found.length > 0 ? found : [whole],
				theirs: null,
				outage: null
			});
		});
	}
};
