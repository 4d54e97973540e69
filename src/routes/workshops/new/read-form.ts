import { problemAt, type Problem } from '$lib/components/round/problems';
import {
	readAgenda,
	typedAgendaIn,
	typedFrom,
	wholeNumber,
	type TypedAgenda
} from '$lib/components/workshop/create/typed-agenda';
import { holoscope } from '$lib/content/instruments';
import { newWorkshopSchema, type NewWorkshop } from '$lib/domain/workshop/new-workshop';
import { NAME_LENGTH } from '$lib/domain/sheet';
import * as m from '$lib/paraglide/messages';

/** Everything on the page as it was typed, to show it again. */
export interface TypedWorkshop {
	organization: string;
	team: string;
	headcount: string;
	previous: string;
	form: string;
	openness: 'anonymous' | 'open';
	k: string;
	keptUntil: string;
	agenda: TypedAgenda;
}

export interface ReadWorkshop {
	typed: TypedWorkshop;
	problems: Problem[];
	/** Null as long as there are problems. */
	plan: NewWorkshop | null;
}

const dimensionIds = holoscope.dimensions.map(({ id }) => id);

export function emptyWorkshop(keptUntil: string): TypedWorkshop {
	return {
		organization: '',
		team: '',
		headcount: '',
		previous: '',
		form: 'quick',
		openness: 'anonymous',
		k: '5',
		keptUntil,
		agenda: typedFrom('ninety-minutes', dimensionIds)
	};
}

/** Reads the page: what was typed, what is wrong with it, and the plan when nothing is. */
export function readWorkshopForm(data: FormData): ReadWorkshop {
	const typed = readTyped(data);
	const { agenda, problems: ofAgenda } = readAgenda(typed.agenda, dimensionIds);
	const read = newWorkshopSchema.omit({ agenda: true }).safeParse({
		...typed,
		headcount: wholeNumber(typed.headcount),
		k: wholeNumber(typed.k),
		previous: tokenIn(typed.previous)
	});
	const problems = [...fieldProblems(read), ...ofAgenda];
	const plan = read.success && agenda && problems.length === 0 ? { ...read.data, agenda } : null;
	return { typed, problems, plan };
}

/** A facilitator's link as it was pasted: the secret is its last part. */
function tokenIn(link: string): string | null {
	return (
		link
			.trim()
			.replace(/[/?#]+$/, '')
			.split('/')
			.at(-1) || null
	);
}

function readTyped(data: FormData): TypedWorkshop {
	const text = (name: string) => String(data.get(name) ?? '');
	return {
		organization: text('organization'),
		team: text('team'),
		headcount: text('headcount'),
		previous: text('previous'),
		form: text('form') || 'quick',
		openness: text('openness') === 'open' ? 'open' : 'anonymous',
		k: text('k'),
		keptUntil: text('keptUntil'),
		agenda: typedAgendaIn(data, dimensionIds)
	};
}

const words: Record<string, (code: string) => Problem> = {
	organization: (code) => ({
		field: 'organization',
		text:
			code === 'too_big'
				? m.rounds_organization_too_long({ limit: NAME_LENGTH })
				: m.rounds_organization_missing()
	}),
	team: () => ({ field: 'team', text: m.workshop_create_team_missing({ limit: NAME_LENGTH }) }),
	headcount: () => ({ field: 'headcount', text: m.workshop_create_headcount_range() }),
	k: () => ({ field: 'k', text: m.rounds_k_range() }),
	keptUntil: () => ({ field: 'kept-until', text: m.rounds_day_missing() }),
	previous: () => ({ field: 'previous', text: m.workshop_refusal_no_previous() }),
	form: () => ({ field: 'form', text: m.workshop_refusal_unknown_form() })
};

/** Each field once, in words, from the top of the page down. */
function fieldProblems(read: {
	error?: { issues: { path: PropertyKey[]; code: string }[] };
}): Problem[] {
	const found: Problem[] = [];
	for (const name of Object.keys(words)) {
		const issue = read.error?.issues.find(({ path }) => path[0] === name);
		const problem = issue && words[name]!(issue.code);
		if (problem && !problemAt(found, problem.field)) found.push(problem);
	}
	return found;
}
