import { z } from 'zod';
import { scaleRange } from '../instrument/form.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Question } from './questions.ts';
import { phaseOf, type Round } from './round.ts';

/** One answer on its way. A higher revision is newer, so that a late repetition undoes nothing. */
export const sentAnswerSchema = z.object({
	item: z.string().max(60),
	value: z.int().nullable(),
	revision: z.int().min(1).max(1_000_000)
});
export type SentAnswer = z.infer<typeof sentAnswerSchema>;

/** The most answers in one message: more than any form asks. */
export const sentAnswersSchema = z.array(sentAnswerSchema).min(1).max(500);

/** Why an answer cannot be taken. */
export const answerRefusals = [
	'round-not-open-yet',
	'round-closed',
	'answers-imported',
	'no-sheet',
	'other-person',
	'unknown-item',
	'off-scale',
	'nothing-answered',
	'unknown-prompt',
	'no-guess'
] as const;
export type AnswerRefusal = (typeof answerRefusals)[number];

/** Answers are welcome while the round is open, and then never again. */
export function welcomeRefusal(round: Round, now: Date): AnswerRefusal | null {
	const phase = phaseOf(round, now);
	if (phase === 'draft') return 'round-not-open-yet';
	return phase === 'closed' ? 'round-closed' : null;
}

/** Says what is wrong with the first answer that does not fit these questions and this scale, or nothing. */
export function answersRefusal(
	instrument: Pick<Instrument, 'scale'>,
	asked: readonly Pick<Question, 'id'>[],
	answers: readonly Pick<SentAnswer, 'item' | 'value'>[]
): AnswerRefusal | null {
	const items = new Set(asked.map(({ id }) => id));
	const { low, high } = scaleRange(instrument);
	for (const { item, value } of answers) {
		if (!items.has(item)) return 'unknown-item';
		if (value !== null && (!Number.isInteger(value) || value < low || value > high))
			return 'off-scale';
	}
	return null;
}
