import { z } from 'zod';
import { proposeUnmet } from '$lib/server/use-cases/propose-unmet';
import { asFacilitator, outcome } from '$lib/server/workshop-requests';

const schema = z.object({ dimension: z.string().min(1).max(60) });

/** Turns the unmet needs of give and get into proposals for promises. */
export const POST = asFacilitator(schema, async (context, token, body) =>
	outcome(await proposeUnmet(context, token, body))
);
