import { z } from 'zod';
import { hideText } from '$lib/server/use-cases/hide-text';
import { placeText } from '$lib/server/use-cases/place-text';
import { asFacilitator, outcome } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

const schema = z.discriminatedUnion('kind', [
	z.object({ kind: z.enum(['hide', 'show', 'set-apart']) }),
	z.object({ kind: z.literal('put-with'), text: z.string().min(1).max(100) })
]);

/** Hides a text from the room or brings it back; puts it with another one or apart. */
export const POST: RequestHandler = (event) =>
	asFacilitator(schema, async (context, token, change) => {
		const id = event.params.text;
		if (change.kind === 'put-with')
			return outcome(await placeText(context, token, { id, withId: change.text }));
		if (change.kind === 'set-apart')
			return outcome(await placeText(context, token, { id, withId: null }));
		return outcome(await hideText(context, token, { id, isHidden: change.kind === 'hide' }));
	})(event);
