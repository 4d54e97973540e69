import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { Refused } from '../access/organizer.ts';
import { facilitating, steering, type Facilitating } from '../access/workshop-access.ts';
import { facilitatorLink, linkOf, presentToken, recapToken } from '../access/workshop-tokens.ts';
import type { Context } from '../context.ts';
import type { Reader, Writer } from '../database/schema.ts';
import * as links from '../repositories/workshop-links.ts';

export type LinksRefusal = WorkshopAccessRefusal | 'not-the-owner';

/** The links that whoever facilitates hands out: secrets, without the rest of the address. */
export async function showWorkshopLinks(
	{ db }: Context,
	token: string
): Promise<
	| Refused<WorkshopAccessRefusal>
	| {
			refusal: null;
			code: string | null;
			present: string;
			recap: string;
			isOwner: boolean;
			hasCoFacilitator: boolean;
	  }
> {
	const opened = await facilitating(db.read, token);
	if (opened.refusal !== null) return opened;
	const { workshop, isOwner } = opened;
	const present = presentToken(opened.seed, await serialOf(db.read, workshop.id));
	const guests = await links.list(db.read, workshop.id, 'co-facilitate');
	return {
		refusal: null,
		code: workshop.code,
		present,
		recap: recapToken(present),
		isOwner,
		hasCoFacilitator: guests.some(({ state }) => state === 'active')
	};
}

/**
 * Makes new links for the shared screen and for the recap; the ones before open nothing any more. They go
 * together, since the screen hands out the recap's.
 */
export async function renewSharedLinks(
	context: Context,
	token: string
): Promise<Refused<LinksRefusal> | { refusal: null; present: string; recap: string }> {
	return asOwner(context, token, async (writer, { workshop: { id }, seed }) => {
		const serial = (await serialOf(writer, id)) + 1;
		const present = presentToken(seed, serial);
		const recap = recapToken(present);
		for (const kind of ['present', 'recap'] as const) await links.revokeAll(writer, id, kind);
		await links.insertAll(writer, [
			linkOf(id, 'present', present, serial),
			linkOf(id, 'recap', recap, serial)
		]);
		return { refusal: null, present, recap };
	});
}

/** How many screens' links there have been: the last one opens. */
async function serialOf(read: Reader, workshopId: string): Promise<number> {
	return (await links.list(read, workshopId, 'present')).at(-1)?.serial ?? 1;
}

/** A link with which somebody else can drive too. The one before opens nothing any more. */
export async function renewCoFacilitatorLink(
	context: Context,
	token: string
): Promise<Refused<LinksRefusal> | { refusal: null; token: string }> {
	return asOwner(context, token, async (writer, { workshop, seed }) => {
		const before = await links.list(writer, workshop.id, 'co-facilitate');
		const serial = (before.at(-1)?.serial ?? 0) + 1;
		const co = facilitatorLink(workshop.id, seed, { kind: 'co-facilitate', serial });
		await links.revokeAll(writer, workshop.id, 'co-facilitate');
		await links.insertAll(writer, [co.link]);
		return { refusal: null, token: co.token };
	});
}

/** Takes the co-facilitator's link back. */
export async function revokeCoFacilitatorLink(
	context: Context,
	token: string
): Promise<LinksRefusal | null> {
	const { refusal } = await asOwner(context, token, async (writer, { workshop }) => {
		await links.revokeAll(writer, workshop.id, 'co-facilitate');
		return { refusal: null };
	});
	return refusal;
}

/** Afterwards everybody who came with a link that is gone is shown out. */
async function asOwner<T extends { refusal: LinksRefusal | null }>(
	{ db, live }: Context,
	token: string,
	work: (writer: Writer, opened: Facilitating) => Promise<T>
): Promise<T | Refused<LinksRefusal>> {
	const { outcome, workshopId } = await db.write(async (writer) => {
		const opened = await steering(writer, token);
		if (opened.refusal !== null) return { outcome: opened, workshopId: null };
		const { id: workshopId } = opened.workshop;
		const refused: Refused<LinksRefusal> = { refusal: 'not-the-owner' };
		return { outcome: opened.isOwner ? await work(writer, opened) : refused, workshopId };
	});
	if (workshopId && outcome.refusal === null) live.tell({ workshopId, kind: 'links-changed' });
	return outcome;
}
