import { NO_EXCHANGE } from '../../domain/workshop/exchange.ts';
import type { Workshop } from '../../domain/workshop/workshop.ts';
import { dayOf } from '../../domain/round/round.ts';
import type { Reader, Tables, Writer } from '../database/schema.ts';

/** A live session of one team in a round, as it is kept. */
export interface WorkshopRecord {
	id: string;
	roundId: string;
	teamId: string;
	/** The workshop of this team before. */
	previousId: string | null;
	/** What people type to join; null once it has ended, so that the code can be used again. */
	code: string | null;
	state: Workshop;
	/** Grows with every change that the facilitator makes. */
	revision: number;
	ownsRound: boolean;
	/** The day it was made for, as in 2026-11-22. */
	heldOn: string;
}

export async function find(db: Reader, id: string): Promise<WorkshopRecord | null> {
	const row = await db.selectFrom('workshops').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? toRecord(row) : null;
}

export async function findByCode(db: Reader, code: string): Promise<WorkshopRecord | null> {
	const row = await db
		.selectFrom('workshops')
		.selectAll()
		.where('code', '=', code)
		.executeTakeFirst();
	return row ? toRecord(row) : null;
}

/** Finds the workshop and keeps others from changing it until this write ends: alone, or with all who answer. */
export async function hold(
	db: Writer,
	id: string,
	how: 'forShare' | 'forUpdate'
): Promise<WorkshopRecord | null> {
	const query = db.selectFrom('workshops').selectAll().where('id', '=', id);
	const row = await (how === 'forShare' ? query.forShare() : query.forUpdate()).executeTakeFirst();
	return row ? toRecord(row) : null;
}

/** All workshops that led to this one, the latest first. */
export async function listBefore(db: Reader, { previousId }: WorkshopRecord): Promise<string[]> {
	const ids: string[] = [];
	for (let id = previousId; id && !ids.includes(id);) {
		ids.push(id);
		id = (await find(db, id))?.previousId ?? null;
	}
	return ids;
}

/** All workshops of a round, in the order of their random ids. */
export async function listOfRound(db: Reader, roundId: string): Promise<WorkshopRecord[]> {
	const rows = await db
		.selectFrom('workshops')
		.selectAll()
		.where('round_id', '=', roundId)
		.orderBy('id')
		.execute();
	return rows.map(toRecord);
}

export async function insert(db: Writer, workshop: WorkshopRecord): Promise<void> {
	await db.insertInto('workshops').values(toRow(workshop)).execute();
}

/** Saves what the facilitator did as the next revision. */
export async function update(db: Writer, workshop: WorkshopRecord): Promise<WorkshopRecord> {
	const next = { ...workshop, revision: workshop.revision + 1 };
	const { id, ...row } = toRow(next);
	await db.updateTable('workshops').set(row).where('id', '=', id).execute();
	return next;
}

/** Saves what no view shows, without a new revision: nobody's press comes too late by it. */
export async function keepState(db: Writer, { id, state }: WorkshopRecord): Promise<void> {
	await db
		.updateTable('workshops')
		.set({ state: JSON.stringify(state) })
		.where('id', '=', id)
		.execute();
}

/** Deletes who took part and what they answered in the workshops of a round; what was shown and promised stays. */
export async function removeAnswers(db: Writer, roundId: string): Promise<void> {
	const inRound = db.selectFrom('workshops').select('id').where('round_id', '=', roundId);
	for (const table of ['votes', 'dots', 'texts', 'closings', 'participants'] as const)
		await db.deleteFrom(table).where('workshop_id', 'in', inRound).execute();
	await db
		.deleteFrom('weights')
		.where('promise_id', 'in', (query) =>
			query.selectFrom('promises').select('id').where('workshop_id', 'in', inRound)
		)
		.execute();
}

export function newlyHeld(
	workshop: Omit<WorkshopRecord, 'revision' | 'heldOn'>,
	now: Date
): WorkshopRecord {
	return { ...workshop, revision: 1, heldOn: dayOf(now) };
}

/** A workshop that began before people could write knows no texts, and no give and get. */
const withoutTexts = { texts: {}, exchange: NO_EXCHANGE };

function toRecord(row: Tables['workshops']): WorkshopRecord {
	return {
		id: row.id,
		roundId: row.round_id,
		teamId: row.team_id,
		previousId: row.previous_id,
		code: row.code,
		state: { ...withoutTexts, ...(JSON.parse(row.state) as Workshop) },
		revision: row.revision,
		ownsRound: row.owns_round === 1,
		heldOn: row.held_on
	};
}

function toRow(workshop: WorkshopRecord): Tables['workshops'] {
	return {
		id: workshop.id,
		round_id: workshop.roundId,
		team_id: workshop.teamId,
		previous_id: workshop.previousId,
		code: workshop.code,
		state: JSON.stringify(workshop.state),
		revision: workshop.revision,
		owns_round: workshop.ownsRound ? 1 : 0,
		held_on: workshop.heldOn
	};
}
