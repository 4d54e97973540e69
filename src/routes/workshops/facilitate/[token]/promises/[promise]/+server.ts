import { z } from 'zod';
import { acceptanceSchema } from '$lib/domain/workshop/promise';
import { acceptPromise, hidePromise, releasePromise } from '$lib/server/use-cases/settle-promise';
import { asFacilitator, outcome } from '$lib/server/workshop-requests';
import type { RequestHandler } from './$types';

const schema = z.discriminatedUnion('kind', [
	acceptanceSchema.extend({ kind: z.literal('accept') }),
	z.object({ kind: z.enum(['release', 'hide', 'show']) })
]);

/** Accepts a promise, releases it again, hides its text or brings it back. */
export const POST: RequestHandler = (event) =>
	asFacilitator(schema, async (context, token, change) => {
		const id = event.params.promise;
		if (change.kind === 'accept')
			return outcome(await acceptPromise(context, token, { ...change, id }));
		if (change.kind === 'release') return outcome(await releasePromise(context, token, id));
		const isHidden = change.kind === 'hide';
		return outcome(await hidePromise(context, token, { id, isHidden }));
	})(event);
