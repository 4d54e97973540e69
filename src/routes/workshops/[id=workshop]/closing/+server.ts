import { closingSchema } from '$lib/domain/workshop/promise';
import { answerClosing } from '$lib/server/use-cases/answer-closing';
import { asParticipant, outcome } from '$lib/server/workshop-requests';

/** Answers the two closing questions. */
export const POST = asParticipant(closingSchema, async (context, seat, answers) =>
	outcome(await answerClosing(context, seat, answers))
);
