import { z } from 'zod';
import { sentAnswersSchema } from '$lib/domain/round/answering';
import { answerInWorkshop } from '$lib/server/use-cases/answer-in-workshop';
import { asParticipant, done, refusedByRound } from '$lib/server/workshop-requests';

const schema = z.object({
	// Handing in what was saved before sends none.
	answers: sentAnswersSchema.or(z.tuple([])),
	isDone: z.boolean().default(false)
});

/** Saves answers to the questions; `isDone` hands them in with items left out. */
export const POST = asParticipant(schema, async (context, seat, { answers: sent, isDone }) => {
	const saved = await answerInWorkshop(context, seat, { sent, isDone });
	return saved.refusal === null ? done(saved) : refusedByRound(saved.refusal);
});
