import { storageWords } from '$lib/content/storage-words';
import { log } from '$lib/server/operations/log';
import { storageProblemOf } from '$lib/server/database/storage-problem';
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';

/** What a form shows when the storage could not do its work. */
export interface Outage {
	/** What happened and what is safe, in words. */
	outage: string;
}

/**
 * Does what a form asks for. When the storage cannot, the form is told so and shows again what was
 * typed, instead of an error page without it.
 */
export async function orKeep<Done, Typed extends object>(
	{ route, request, setHeaders }: Pick<RequestEvent, 'route' | 'request' | 'setHeaders'>,
	typed: Typed,
	action: () => Promise<Done>
): Promise<Done | ActionFailure<Typed & Outage>> {
	try {
		return await action();
	} catch (error) {
		const problem = storageProblemOf(error);
		if (!problem) throw error;
		// The address holds a secret, so only the route is logged.
		const about = { method: request.method, route: route.id };
		log.error({ ...about, err: error, problem }, 'a form could not be saved');
		setHeaders({ 'retry-after': '60' });
		return fail(503, { ...typed, outage: storageWords[problem]() });
	}
}
