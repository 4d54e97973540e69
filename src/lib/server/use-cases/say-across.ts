import { withSaid, type Said } from '../../domain/give-get/edit.ts';
import { canMeet, type Pair } from '../../domain/give-get/give-get.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { phaseOf, type Round } from '../../domain/round/round.ts';
import { isSaid } from '../../domain/workshop/across-teams.ts';
import type { ToldExchange } from '../../domain/workshop/told.ts';
import { organized, organizing, type Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../database/schema.ts';
import * as exchangePairs from '../repositories/exchange-pairs.ts';
import * as teams from '../repositories/teams.ts';
import { exchangeAcross } from './exchange-across.ts';
import { heldIn } from './held-workshops.ts';

/**
 * What whoever organizes a round may put together: the same as everybody reads beside its results, and nothing before
 * that. Null while the round goes on, and where no team has written.
 */
export async function showAcross(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	organizerToken: string
): Promise<Refused<LinkRefusal> | { refusal: null; exchange: ToldExchange | null }> {
	const opened = await organized(db.read, organizerToken);
	if (opened.refusal !== null) return opened;
	const isClosed = phaseOf(opened.round, now()) === 'closed';
	return { refusal: null, exchange: isClosed ? await exchangeOf(db.read, opened.round) : null };
}

/** Says whether a need and a give of different rooms are the same. What a room has said itself stays. */
export async function sayAcross(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	organizerToken: string,
	{ said, ...pair }: Pair & { said: Said }
): Promise<LinkRefusal | 'not-closed' | 'no-such-pair' | null> {
	return db.write(async (writer) => {
		const opened = await organizing(writer, organizerToken);
		if (opened.refusal !== null) return opened.refusal;
		const { round } = opened;
		if (phaseOf(round, now()) !== 'closed') return 'not-closed';
		const exchange = await exchangeOf(writer, round);
		const isOpen = exchange && canMeet(exchange.whole, pair) && !isSaid(exchange.inRooms, pair);
		if (!isOpen) return 'no-such-pair';

		const before = await exchangePairs.list(writer, round.id);
		await exchangePairs.save(writer, round.id, withSaid(before, pair, said));
		return null;
	});
}

async function exchangeOf(read: Reader, round: Round): Promise<ToldExchange | null> {
	return exchangeAcross(read, round, {
		held: await heldIn(read, round.id),
		teams: await teams.list(read, round.id)
	});
}
