import { nameKey } from '../../domain/round/team-list.ts';
import type { Team } from '../../domain/round/round.ts';
import { inChunks } from '../database/chunks.ts';
import type { Reader, Tables, Writer } from '../database/schema.ts';

/** In the organizer's order. */
export async function list(db: Reader, roundId: string): Promise<Team[]> {
	const rows = await db
		.selectFrom('teams')
		.selectAll()
		.where('round_id', '=', roundId)
		.orderBy('position')
		.execute();
	return rows.map(toTeam);
}

export async function find(db: Reader, id: string): Promise<Team | null> {
	const row = await db.selectFrom('teams').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? toTeam(row) : null;
}

/**
 * Makes these the round's teams, in this order: some stay, some are new, the others go with their links.
 * Names may change places.
 */
export async function replaceAll(
	db: Writer,
	roundId: string,
	teams: readonly Team[]
): Promise<void> {
	const staying = new Set(teams.map(({ id }) => id));
	const before = await list(db, roundId);
	for (const { id } of before) {
		if (!staying.has(id)) await db.deleteFrom('teams').where('id', '=', id).execute();
		// Until all have their new names, two might share one; an id is nobody's name.
		else await db.updateTable('teams').set({ name_key: id }).where('id', '=', id).execute();
	}

	const rows = teams.map((team, position) => toRow(roundId, team, position));
	const known = new Set(before.map(({ id }) => id));
	for (const { id, ...row } of rows.filter(({ id }) => known.has(id))) {
		await db.updateTable('teams').set(row).where('id', '=', id).execute();
	}
	for (const chunk of inChunks(rows.filter(({ id }) => !known.has(id)))) {
		await db.insertInto('teams').values(chunk).execute();
	}
}

function toTeam({ id, previous_id, name, headcount }: Tables['teams']): Team {
	return { id, previousId: previous_id, name, headcount };
}

function toRow(
	roundId: string,
	{ id, previousId, name, headcount }: Team,
	position: number
): Tables['teams'] {
	return {
		id,
		round_id: roundId,
		previous_id: previousId,
		position,
		name,
		name_key: nameKey(name),
		headcount
	};
}
