import {
	agendaFrom,
	agendaSchema,
	needsDimension,
	stepKindSchema,
	usualMinutes,
	type Agenda,
	type AgendaTemplate,
	type StepKind
} from '$lib/domain/workshop/agenda';
import * as m from '$lib/paraglide/messages';
import type { Problem } from '../../round/problems';

export const templates = [
	'ninety-minutes',
	'sixty-minutes',
	'thirty-minutes',
	'own-words',
	'talk-first'
] as const satisfies readonly AgendaTemplate[];

/** The agenda as it stands on the page, to show it again. */
export interface TypedAgenda {
	template: AgendaTemplate | 'own';
	/** Every kind of step once, in the order of an agenda of one's own. */
	steps: { kind: StepKind; minutes: string; isOn: boolean }[];
	dimensions: string[];
}

const MOST_MINUTES = 180;

/** One of the agendas we offer, laid out so that it can be changed. */
export function typedFrom(template: AgendaTemplate, dimensions: readonly string[]): TypedAgenda {
	const agenda = agendaFrom(template, dimensions);
	const planned = agenda.steps.map(({ kind, minutes }) => ({
		kind,
		minutes: String(minutes),
		isOn: true
	}));
	const rest = stepKindSchema.options
		.filter((kind) => !planned.some((step) => step.kind === kind))
		.map((kind) => ({ kind, minutes: String(usualMinutes[kind]), isOn: false }));
	return { template, steps: [...planned, ...rest], dimensions: agenda.dimensions };
}

/** The agenda as the form sent it. Names that are no steps are left out, and so is a step's second time. */
export function typedAgendaIn(data: FormData, dimensions: readonly string[]): TypedAgenda {
	const named = String(data.get('template') ?? '');
	const template = templates.find((known) => known === named);
	if (template) return typedFrom(template, dimensions);

	const minutes = data.getAll('stepMinutes').map(String);
	const on = new Set(data.getAll('stepOn').map(String));
	const sent = data.getAll('stepKind').flatMap((name, index) => {
		const kind = stepKindSchema.safeParse(name);
		return kind.success
			? [{ kind: kind.data, minutes: minutes[index] ?? '', isOn: on.has(kind.data) }]
			: [];
	});
	return {
		template: 'own',
		steps: sent.filter(({ kind }, at) => sent.findIndex((step) => step.kind === kind) === at),
		dimensions: dimensions.filter((id) => data.getAll('dimension').includes(id))
	};
}

/** The agenda that was meant, or what is wrong with it. */
export function readAgenda(
	{ template, steps, dimensions }: TypedAgenda,
	all: readonly string[]
): { agenda: Agenda | null; problems: Problem[] } {
	if (template !== 'own') return { agenda: agendaFrom(template, all), problems: [] };
	const planned = steps
		.filter(({ isOn }) => isOn)
		.map(({ kind, minutes }) => ({ kind, minutes: wholeNumber(minutes) }));
	const problems: Problem[] = planned
		.filter(({ minutes }) => !(minutes >= 1 && minutes <= MOST_MINUTES))
		.map(({ kind }) => ({
			field: `minutes-${kind}`,
			text: m.workshop_create_minutes_range({ most: MOST_MINUTES })
		}));
	if (planned.length === 0)
		problems.push({ field: 'own-steps', text: m.workshop_create_steps_missing() });
	if (dimensions.length === 0 && planned.some(({ kind }) => needsDimension(kind)))
		problems.push({ field: 'dimensions', text: m.workshop_create_dimensions_missing() });
	if (problems.length > 0) return { agenda: null, problems };
	return { agenda: agendaSchema.parse({ steps: planned, dimensions }), problems: [] };
}

/** An empty field is no number; Number would read it as 0. */
export function wholeNumber(text: string): number {
	return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
