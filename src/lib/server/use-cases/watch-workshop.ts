import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { Refused } from '../access/organizer.ts';
import { facilitating, opened } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';

type Watching = Refused<WorkshopAccessRefusal> | { refusal: null; stream: Response };

/** The views of the screen that everyone sees, for as long as the link to it is good. */
export async function watchScreen(
	{ db, rooms }: Context,
	token: string,
	lastSeen: string | null = null
): Promise<Watching> {
	const find = () => opened(db.read, token, 'present');
	const workshop = await find();
	if (!workshop) return { refusal: 'no-such-workshop' };
	const mayStay = async () => (await find()) !== null;
	return { refusal: null, stream: rooms.watch(workshop.id, 'presenter', { lastSeen, mayStay }) };
}

/** The views of whoever facilitates, the owner or a guest, for as long as their link is good. */
export async function watchAsFacilitator(
	{ db, rooms }: Context,
	token: string,
	lastSeen: string | null = null
): Promise<Watching> {
	const found = await facilitating(db.read, token);
	if (found.refusal !== null) return found;
	const mayStay = async () => (await facilitating(db.read, token)).refusal === null;
	const { id } = found.workshop;
	return { refusal: null, stream: rooms.watch(id, 'facilitator', { lastSeen, mayStay }) };
}
