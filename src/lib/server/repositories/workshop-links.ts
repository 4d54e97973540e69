import type { Reader, Tables, Writer } from '../database/schema.ts';

export type WorkshopLinkKind = Tables['workshop_links']['kind'];

/** A link of a workshop as it is kept: the hash of its secret, and what it opens. */
export interface WorkshopLink {
	hash: string;
	workshopId: string;
	kind: WorkshopLinkKind;
	serial: number;
	state: 'active' | 'revoked';
	/** Only with a facilitator's link: what the other links are made of, locked with its secret. */
	sealedSeed: string | null;
}

export async function find(db: Reader, hash: string): Promise<WorkshopLink | null> {
	const row = await db
		.selectFrom('workshop_links')
		.selectAll()
		.where('hash', '=', hash)
		.executeTakeFirst();
	return row ? toLink(row) : null;
}

/** By number, the latest last. */
export async function list(
	db: Reader,
	workshopId: string,
	kind: WorkshopLinkKind
): Promise<WorkshopLink[]> {
	const rows = await db
		.selectFrom('workshop_links')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.where('kind', '=', kind)
		.orderBy('serial')
		.execute();
	return rows.map(toLink);
}

export async function insertAll(db: Writer, links: readonly WorkshopLink[]): Promise<void> {
	const rows = links.map(({ workshopId, sealedSeed, ...link }) => ({
		...link,
		workshop_id: workshopId,
		sealed_seed: sealedSeed
	}));
	await db.insertInto('workshop_links').values(rows).execute();
}

/** From now on none of this kind opens anything. */
export async function revokeAll(
	db: Writer,
	workshopId: string,
	kind: WorkshopLinkKind
): Promise<void> {
	await db
		.updateTable('workshop_links')
		.set({ state: 'revoked' })
		.where('workshop_id', '=', workshopId)
		.where('kind', '=', kind)
		.execute();
}

function toLink(row: Tables['workshop_links']): WorkshopLink {
	const { workshop_id, sealed_seed, ...link } = row;
	return { ...link, workshopId: workshop_id, sealedSeed: sealed_seed };
}
