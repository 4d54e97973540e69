import type { Voter } from '../../domain/workshop/results.ts';
import type { VotePair } from '../../domain/workshop/vote-request.ts';
import type { Ballot } from '../../domain/workshop/workshop.ts';
import type { Reader, Writer } from '../database/schema.ts';

/** One person's vote on one dimension. Its id is another one for each dimension. */
export interface Vote {
	id: string;
	workshopId: string;
	dimension: string;
	ballot: Ballot;
	level: number;
	/** A higher one is newer, so that a late repetition undoes nothing. */
	revision: number;
	/** Only under an open contract: who it was. */
	participantId: string | null;
}

/** Keeps the newest vote: sending one again changes nothing, and an old one comes too late. */
export async function save(db: Writer, vote: Vote): Promise<void> {
	const { id, workshopId, dimension, ballot, level, revision, participantId } = vote;
	await db
		.insertInto('votes')
		.values({
			id,
			ballot,
			workshop_id: workshopId,
			dimension,
			level,
			revision,
			participant_id: participantId
		})
		.onConflict((conflict) =>
			conflict
				.columns(['id', 'ballot'])
				.doUpdateSet(({ ref }) => ({
					level: ref('excluded.level'),
					revision: ref('excluded.revision')
				}))
				.whereRef('votes.revision', '<=', 'excluded.revision')
		)
		.execute();
}

export async function count(
	db: Reader,
	{ workshopId, dimension, ballot }: Pick<Vote, 'workshopId' | 'dimension' | 'ballot'>
): Promise<number> {
	const { voted } = await db
		.selectFrom('votes')
		.select(({ cast, fn }) => cast<number>(fn.countAll(), 'integer').as('voted'))
		.where('workshop_id', '=', workshopId)
		.where('dimension', '=', dimension)
		.where('ballot', '=', ballot)
		.executeTakeFirstOrThrow();
	return voted;
}

/** For the gate and nobody else: each person's two votes on one dimension, in the order of random ids. */
export async function listPairs(
	db: Reader,
	{ workshopId, dimension }: Pick<Vote, 'workshopId' | 'dimension'>
): Promise<VotePair[]> {
	const rows = await db
		.selectFrom('votes')
		.select(['id', 'ballot', 'level'])
		.where('workshop_id', '=', workshopId)
		.where('dimension', '=', dimension)
		.orderBy('id')
		.execute();
	const pairs = new Map<string, VotePair>();
	for (const { id, ballot, level } of rows) {
		const pair = pairs.get(id) ?? { first: null, second: null };
		pair[ballot] = level;
		pairs.set(id, pair);
	}
	return [...pairs.values()];
}

/** Under an open contract: who chose what, by level and name. */
export async function listVoters(
	db: Reader,
	{ workshopId, dimension, ballot }: Pick<Vote, 'workshopId' | 'dimension' | 'ballot'>
): Promise<Voter[]> {
	const rows = await db
		.selectFrom('votes')
		.innerJoin('participants', 'participants.id', 'votes.participant_id')
		.select(['votes.id', 'votes.ballot', 'votes.level', 'participants.alias'])
		.where('votes.workshop_id', '=', workshopId)
		.where('votes.dimension', '=', dimension)
		.orderBy('votes.ballot')
		.orderBy('votes.id')
		.execute();
	const voters = new Map<string, Voter>();
	// A second vote stands in the place of the first; somebody who did not touch it stays there.
	for (const row of rows)
		if (row.ballot === 'first' || ballot === 'second')
			voters.set(row.id, { alias: row.alias, level: row.level });
	return [...voters.values()].sort(
		(a, b) => a.level - b.level || (a.alias ?? '').localeCompare(b.alias ?? '')
	);
}

/** What one person chose, found by ids that only their device can make. */
export async function listOwn(
	db: Reader,
	ids: readonly string[]
): Promise<Pick<Vote, 'dimension' | 'ballot' | 'level' | 'revision'>[]> {
	if (ids.length === 0) return [];
	return db
		.selectFrom('votes')
		.select(['dimension', 'ballot', 'level', 'revision'])
		.where('id', 'in', ids)
		.orderBy('dimension')
		.orderBy('ballot')
		.execute();
}

/** After the end, nothing tells any more how often somebody changed their mind. */
export async function forgetRevisions(db: Writer, workshopId: string): Promise<void> {
	await db
		.updateTable('votes')
		.set({ revision: 0 })
		.where('workshop_id', '=', workshopId)
		.execute();
}
