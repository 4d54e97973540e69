import { addDays } from '$lib/domain/round/days';
import { dayOf } from '$lib/domain/round/round';
import { createRound } from '$lib/server/use-cases/create-round';
import { refusalStatus } from '$lib/server/refusal-status';
import { fail, redirect } from '@sveltejs/kit';
import { teamRowField, teamRowWords } from '$lib/content/team-row-words';
import { plannedTooMuch } from '../../planned-too-much';
import { orKeep } from '../storage';
import { readRoundForm, refusalProblem, type TypedRound } from './read-form';
import type { Actions, PageServerLoad } from './$types';

const OPEN_DAYS = 21;
const KEPT_DAYS = 180;
const EMPTY_ROWS = 3;

export const load: PageServerLoad = () => {
	const today = dayOf(new Date());
	const closesOn = addDays(today, OPEN_DAYS);
	const empty: TypedRound = {
		organization: '',
		teams: Array.from({ length: EMPTY_ROWS }, () => ({ id: '', name: '', headcount: '' })),
		pasted: '',
		lenses: ['member'],
		form: 'full',
		outcomes: false,
		guess: true,
		openness: 'anonymous',
		k: '5',
		closesOn,
		keptUntil: addDays(closesOn, KEPT_DAYS)
	};
	return { today, empty };
};

export const actions: Actions = {
	default: async (event) => {
		const { typed, problems, plan } = readRoundForm(await event.request.formData());
		if (!plan) return fail(422, { typed, problems, outage: null });

		const created = await orKeep(event, { typed, problems }, async () => {
			const context = await event.locals.context();
			const outage = plannedTooMuch(context.limits, event.getClientAddress());
			if (outage) return fail(429, { typed, problems, outage });
			return createRound(context, plan);
		});
		if ('status' in created) return created;
		if (created.refusal !== null) {
			const found = created.problems.map((problem) => ({
				field: teamRowField(problem),
				text: teamRowWords(problem)
			}));
			return fail(refusalStatus(created.refusal), {
				typed,
				problems: found.length > 0 ? found : [refusalProblem(created.refusal)],
				outage: null
			});
		}
		redirect(303, `/rounds/${created.organizerToken}`);
	}
};
