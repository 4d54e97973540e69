import type { Lens } from '../../domain/instrument/instrument.ts';
import type { LinkPlace, LinkState } from '../../domain/round/link.ts';
import { inChunks } from '../database/chunks.ts';
import type { Reader, Tables, Writer } from '../database/schema.ts';

/** A capability as it is kept: who holds the secret opens what it stands for; we hold its hash. */
export interface Link extends LinkPlace {
	hash: string;
	roundId: string;
	state: LinkState;
	/** Only with an organizer's link: the round's seed, readable to whoever has the link's secret. */
	sealedSeed: string | null;
}

export async function find(db: Reader, hash: string): Promise<Link | null> {
	const row = await db.selectFrom('links').selectAll().where('hash', '=', hash).executeTakeFirst();
	return row ? toLink(row) : null;
}

/** Finds a link and keeps others from using or changing it until this write ends. */
export async function hold(db: Writer, hash: string): Promise<Link | null> {
	const row = await db
		.selectFrom('links')
		.selectAll()
		.where('hash', '=', hash)
		.forUpdate()
		.executeTakeFirst();
	return row ? toLink(row) : null;
}

/** By kind and number; whoever shows them puts them in the order of the teams. */
export async function list(db: Reader, roundId: string): Promise<Link[]> {
	const rows = await db
		.selectFrom('links')
		.selectAll()
		.where('round_id', '=', roundId)
		.orderBy('kind')
		.orderBy('serial')
		.orderBy('hash')
		.execute();
	return rows.map(toLink);
}

export async function insertAll(db: Writer, links: readonly Link[]): Promise<void> {
	for (const chunk of inChunks(links.map(toRow))) {
		await db.insertInto('links').values(chunk).execute();
	}
}

export async function setState(
	db: Writer,
	hashes: readonly string[],
	state: LinkState
): Promise<void> {
	for (const chunk of inChunks(hashes)) {
		await db.updateTable('links').set({ state }).where('hash', 'in', chunk).execute();
	}
}

function toLink(row: Tables['links']): Link {
	return {
		hash: row.hash,
		roundId: row.round_id,
		kind: row.kind,
		teamId: row.team_id,
		lens: row.lens as Lens | null,
		serial: row.serial,
		state: row.state,
		sealedSeed: row.sealed_seed
	};
}

function toRow(link: Link): Tables['links'] {
	return {
		hash: link.hash,
		round_id: link.roundId,
		kind: link.kind,
		team_id: link.teamId,
		lens: link.lens,
		serial: link.serial,
		state: link.state,
		sealed_seed: link.sealedSeed
	};
}
