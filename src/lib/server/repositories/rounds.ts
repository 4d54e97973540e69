import { contractSchema } from '../../domain/publication/contract.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Reader, Tables, Writer } from '../database/schema.ts';

/** How a rule that rests on the round holds it: shared by all who answer, alone for whoever changes it. */
type Hold = 'forShare' | 'forUpdate';

export async function find(db: Reader, id: string): Promise<Round | null> {
	const row = await db.selectFrom('rounds').selectAll().where('id', '=', id).executeTakeFirst();
	return row ? toRound(row) : null;
}

/** Finds the round and keeps others from changing it until this write ends. */
export async function hold(db: Writer, id: string, how: Hold): Promise<Round | null> {
	const query = db.selectFrom('rounds').selectAll().where('id', '=', id);
	const row = await (how === 'forShare' ? query.forShare() : query.forUpdate()).executeTakeFirst();
	return row ? toRound(row) : null;
}

/** The round that follows this one. */
export async function findNext(db: Reader, id: string): Promise<Round | null> {
	const row = await db
		.selectFrom('rounds')
		.selectAll()
		.where('previous_id', '=', id)
		.executeTakeFirst();
	return row ? toRound(row) : null;
}

/** Rounds that may be due for something: still open, or closed with answers left. */
export async function listUnsettled(db: Reader): Promise<Round[]> {
	const rows = await db
		.selectFrom('rounds')
		.selectAll()
		.where('state', '!=', 'draft')
		.where('answers_deleted_on', 'is', null)
		.orderBy('id')
		.execute();
	return rows.map(toRound);
}

export async function insert(db: Writer, round: Round): Promise<void> {
	await db.insertInto('rounds').values(toRow(round)).execute();
}

/** Saves a changed round as its next version. */
export async function update(db: Writer, round: Round): Promise<void> {
	const { id, ...row } = toRow({ ...round, version: round.version + 1 });
	await db.updateTable('rounds').set(row).where('id', '=', id).execute();
}

/** Removes the round with everything that belongs to it. */
export async function remove(db: Writer, id: string): Promise<void> {
	await db.deleteFrom('rounds').where('id', '=', id).execute();
}

function toRound(row: Tables['rounds']): Round {
	return {
		id: row.id,
		previousId: row.previous_id,
		organization: row.organization,
		instrument: row.instrument,
		edition: row.edition,
		form: row.form,
		locale: row.locale,
		contract: contractSchema.parse(JSON.parse(row.contract)),
		contractHash: row.contract_hash,
		closesOn: row.closes_on,
		state: row.state,
		openedOn: row.opened_on,
		closedOn: row.closed_on,
		answersDeletedOn: row.answers_deleted_on,
		version: row.version
	};
}

function toRow(round: Round): Tables['rounds'] {
	return {
		id: round.id,
		previous_id: round.previousId,
		organization: round.organization,
		instrument: round.instrument,
		edition: round.edition,
		form: round.form,
		locale: round.locale,
		contract: JSON.stringify(round.contract),
		contract_hash: round.contractHash,
		closes_on: round.closesOn,
		state: round.state,
		opened_on: round.openedOn,
		closed_on: round.closedOn,
		answers_deleted_on: round.answersDeletedOn,
		version: round.version
	};
}
