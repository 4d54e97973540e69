import { z } from 'zod';
import { hideText } from '$lib/server/use-cases/hide-text';
import { asFacilitator, outcome } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

const schema = z.object({ kind: z.enum(['hide', 'show']) });

/** Hides a text from the room, or brings it back. */
export const POST: RequestHandler = (event) =>
	asFacilitator(schema, async (context, token, { kind }) =>
		outcome(await hideText(context, token, { id: event.params.text, isHidden: kind === 'hide' }))
	)(event);
