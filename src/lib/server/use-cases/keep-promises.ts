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
			const isOver = round.state === 'open' && phaseOf(round, now()) === 'closed';
			const isDue = isKeptTooLong(round, now());
			if (isOver) await settle(writer, round, now());
			// Published by then: results stay when answers go.
			const settled = (await rounds.find(writer, id))!;
			if (isDue) await removeAnswers(writer, settled, now());
			hasChanged ||= isOver || isDue;
		});
	}
	if (hasChanged) await db.scrub();
}
