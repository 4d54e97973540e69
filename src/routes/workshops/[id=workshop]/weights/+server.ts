import { z } from 'zod';
import { weightSchema } from '$lib/domain/workshop/promise';
import { weighPromise } from '$lib/server/use-cases/weigh-promise';
import { asParticipant, outcome } from '$lib/server/workshop-requests';

/** PostgreSQL cannot look for every sign that JSON can hold. */
const idSchema = z
	.string()
	.max(40)
	.regex(/^[\w-]*$/);
const schema = z.object({ promiseId: idSchema, weight: weightSchema });

/** Weighs a promise. */
export const POST = asParticipant(schema, async (context, seat, weight) =>
	outcome(await weighPromise(context, seat, weight))
);
