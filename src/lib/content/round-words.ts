import type { Lens } from '../domain/instrument/instrument.ts';
import { formFor, type Round, type RoundState } from '../domain/round/round.ts';
import * as m from '../paraglide/messages.js';
import { holoscope } from './instruments.ts';

export const lensNames: Record<Lens, () => string> = {
	member: m.rounds_lens_member,
	leader: m.rounds_lens_leader,
	customer: m.rounds_lens_customer,
	partner: m.rounds_lens_partner
};

export const stateNames: Record<RoundState, () => string> = {
	draft: m.rounds_state_draft,
	open: m.rounds_state_open,
	closed: m.rounds_state_closed
};

/** Who answers where, as in “Members, Harbor”. */
export function placeWords(lens: Lens, team: string | null): string {
	const name = lensNames[lens]();
	return team === null ? name : m.rounds_place({ lens: name, team });
}

/** How long somebody takes to answer. */
export function minutesFor(round: Pick<Round, 'form'>, lens: Lens): number {
	return formFor(round, lens, holoscope) === 'full' ? 6 : 2;
}
