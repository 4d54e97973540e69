import { sentTextSchema } from '$lib/domain/workshop/text-schemas';
import { sendText } from '$lib/server/use-cases/send-text';
import { asParticipant, outcome } from '$lib/server/workshop-requests';

/** Keeps what somebody wrote for this step, or changes it. */
export const POST = asParticipant(sentTextSchema, async (context, seat, text) =>
	outcome(await sendText(context, seat, text))
);
