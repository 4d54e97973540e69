import { holoscope } from '../../content/instruments.ts';
import { PLAIN } from '../../domain/branding/branding.ts';
import { freezeContract } from '../../domain/publication/contract.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { planRefusal, type RoundRefusal } from '../../domain/round/round-rules.ts';
import { phaseOf, type Round } from '../../domain/round/round.ts';
import { organizing } from '../access/organizer.ts';
import { randomId } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import * as brandings from '../repositories/brandings.ts';
import * as rounds from '../repositories/rounds.ts';
import * as teams from '../repositories/teams.ts';
import { saveNewRound } from './create-round.ts';

export interface NextRound {
	closesOn: string;
	/** The day after which the next round's answers are deleted. */
	keptUntil: string;
}

export type Followed =
	| { refusal: RoundRefusal | LinkRefusal }
	| { refusal: null; roundId: string; organizerToken: string };

/** Plans the next round with the same teams, form, lenses, promise and branding, to see what has changed. */
export async function followRound(
	{ db, now }: Context,
	organizerToken: string,
	{ closesOn, keptUntil }: NextRound
): Promise<Followed> {
	return db.write(async (writer): Promise<Followed> => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized;
		const { round } = organized;
		if (phaseOf(round, now()) !== 'closed') return { refusal: 'not-closed' };
		if (await rounds.findNext(writer, round.id)) return { refusal: 'already-followed' };

		const { contract, hash } = await freezeContract({ ...round.contract, keptUntil });
		const next: Round = {
			...round,
			id: randomId(),
			previousId: round.id,
			instrument: holoscope.id,
			edition: holoscope.edition,
			contract,
			contractHash: hash,
			closesOn,
			state: 'draft',
			openedOn: null,
			closedOn: null,
			answersDeletedOn: null,
			version: 1
		};
		const refusal = planRefusal(next, now());
		if (refusal) return { refusal };

		const same = (await teams.list(writer, round.id)).map((team) => ({
			...team,
			id: randomId(),
			previousId: team.id
		}));
		const nextToken = await saveNewRound(writer, next, same);
		const branding = await brandings.find(writer, round.id);
		if (branding !== PLAIN) await brandings.save(writer, next.id, branding);
		return { refusal: null, roundId: next.id, organizerToken: nextToken };
	});
}
