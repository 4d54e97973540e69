import { z } from 'zod';
import { textKeySchema, textStepSchema } from '$lib/domain/workshop/text-schemas';
import { takeTextBack } from '$lib/server/use-cases/send-text';
import { asParticipant, outcome } from '$lib/server/workshop-requests';

const schema = z.object({ step: textStepSchema, key: textKeySchema });

/** Takes a text back for good. */
export const POST = asParticipant(schema, async (context, seat, text) =>
	outcome(await takeTextBack(context, seat, text))
);
