import { workshopRefusalWords } from '$lib/content/workshop-refusals';
import type { Recap } from '$lib/domain/workshop/recap';
import type { RecapDoor } from '$lib/server/access/workshop-access';
import { showRecap } from '$lib/server/use-cases/show-recap';
import { statusOf } from '$lib/server/workshop-requests';
import { error, type RequestEvent } from '@sveltejs/kit';

type RecapEvent = Pick<RequestEvent, 'locals' | 'setHeaders'>;

/** The recap behind this door, or null while the workshop goes on. A door that opens nothing ends the request in words. */
export async function openRecap(
	{ locals, setHeaders }: RecapEvent,
	door: RecapDoor | null
): Promise<Recap | null> {
	// It belongs to those who have the link: nobody on the way keeps it.
	setHeaders({ 'cache-control': 'private, no-store' });
	const shown = door
		? await showRecap(await locals.context(), door)
		: { refusal: 'not-in-this-room' as const };
	if (shown.refusal !== null) error(statusOf(shown.refusal), workshopRefusalWords(shown.refusal));
	return shown.recap;
}
