import { isKeptTooLong } from '../../domain/round/round-rules.ts';
import { phaseOf } from '../../domain/round/round.ts';
import type { Context } from '../context.ts';
import * as rounds from '../repositories/rounds.ts';
import { settle } from './close-round.ts';
import { removeAnswers } from './delete-answers.ts';

/** Does what contracts say without being asked: closes rounds whose day has passed, deletes answers that are due. */
export async function keepPromises({ db, now }: Context): Promise<void> {
	let hasChanged = false;
	for (const { id } of await rounds.listUnsettled(db.read)) {
		await db.write(async (writer) => {
			const round = await rounds.hold(writer, id, 'forUpdate');
			if (!round) return;
			if (isKeptTooLong(round, now())) await removeAnswers(writer, round, now());
			else if (round.state === 'open' && phaseOf(round, now()) === 'closed')
				await settle(writer, round, now());
			else return;
			hasChanged = true;
		});
	}
	if (hasChanged) await db.scrub();
}
