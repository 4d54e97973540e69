import { z } from 'zod';

/** What a workshop can be made of, in the order that makes sense. */
export const stepKindSchema = z.enum([
	'welcome',
	'questions',
	'clues',
	'talk',
	'who-we-are',
	'voices',
	'give-get',
	'focus',
	'promises',
	'close'
]);
export type StepKind = z.infer<typeof stepKindSchema>;

/** How long a step takes when nobody says, in minutes. */
export const usualMinutes: Record<StepKind, number> = {
	welcome: 5,
	questions: 8,
	clues: 30,
	talk: 30,
	'who-we-are': 15,
	voices: 15,
	'give-get': 20,
	focus: 5,
	promises: 20,
	close: 5
};

const LONGEST_STEP_MINUTES = 180;

/** Whether a step has dimensions to look at, to choose from, or to promise something for. */
export function needsDimension(kind: StepKind): boolean {
	return kind === 'clues' || kind === 'talk' || kind === 'focus' || kind === 'promises';
}

/** The steps a facilitator plans, each at most once, and the dimensions that the clues step walks through. */
export const agendaSchema = z
	.object({
		steps: z
			.array(
				z.object({
					kind: stepKindSchema,
					minutes: z.int().min(1).max(LONGEST_STEP_MINUTES)
				})
			)
			.min(1)
			.max(stepKindSchema.options.length),
		dimensions: z.array(z.string().min(1).max(60)).max(50)
	})
	.refine(({ steps }) => isDistinct(steps.map(({ kind }) => kind)), {
		path: ['steps'],
		error: 'Each step can be planned once.'
	})
	.refine(({ dimensions }) => isDistinct(dimensions), {
		path: ['dimensions'],
		error: 'Each dimension can be planned once.'
	})
	.refine(
		({ steps, dimensions }) =>
			dimensions.length > 0 || !steps.some(({ kind }) => needsDimension(kind)),
		{ path: ['dimensions'], error: 'Choose at least one dimension.' }
	);
export type Agenda = z.infer<typeof agendaSchema>;
export type PlannedStep = Agenda['steps'][number];

/**
 * The agendas we offer. `own-words` is for a team that has seen its score: everybody writes. `talk-first` is for
 * anonymous teams too small for numbers: everybody talks, nobody votes.
 */
export type AgendaTemplate =
	'ninety-minutes' | 'sixty-minutes' | 'thirty-minutes' | 'own-words' | 'talk-first';

/** One of the agendas we offer, for these dimensions, of which the first four are the clues. */
export function agendaFrom(template: AgendaTemplate, dimensions: readonly string[]): Agenda {
	const { steps, dimensions: most } = templates[template];
	return {
		steps: steps.map(([kind, minutes]) => ({ kind, minutes })),
		dimensions: dimensions.slice(0, most)
	};
}

/** How long the agenda takes, in minutes. */
export function plannedMinutes({ steps }: Agenda): number {
	return steps.reduce((sum, { minutes }) => sum + minutes, 0);
}

const ALL = Infinity;

const templates: Record<AgendaTemplate, { steps: [StepKind, number][]; dimensions: number }> = {
	'ninety-minutes': {
		steps: [
			['welcome', 5],
			['questions', 8],
			['clues', 45],
			['focus', 5],
			['promises', 22],
			['close', 5]
		],
		dimensions: 8
	},
	'sixty-minutes': {
		steps: [
			['welcome', 4],
			['clues', 30],
			['focus', 4],
			['promises', 18],
			['close', 4]
		],
		dimensions: 5
	},
	'thirty-minutes': {
		steps: [
			['welcome', 2],
			['clues', 16],
			['promises', 10],
			['close', 2]
		],
		dimensions: 3
	},
	'own-words': {
		steps: [
			['welcome', 5],
			['who-we-are', 16],
			['voices', 20],
			['give-get', 22],
			['promises', 22],
			['close', 5]
		],
		dimensions: ALL
	},
	'talk-first': {
		steps: [
			['welcome', 5],
			['talk', 30],
			['promises', 20],
			['close', 5]
		],
		dimensions: 4
	}
};

function isDistinct(values: readonly string[]): boolean {
	return new Set(values).size === values.length;
}
