import { z } from 'zod';
import { requestSchema } from '$lib/domain/workshop/command';
import { steerWorkshop } from '$lib/server/use-cases/steer-workshop';
import { asFacilitator, done, refused } from '$lib/server/workshop-requests';

const schema = z.object({ revision: z.int().min(1), command: requestSchema });

/** Does what the facilitator asks, unless the room has moved on since `revision`. */
export const POST = asFacilitator(schema, async (context, token, { revision, command }) => {
	const steered = await steerWorkshop(context, token, command, revision);
	return steered.refusal === null ? done({ revision: steered.revision }) : refused(steered.refusal);
});
