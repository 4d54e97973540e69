import type { Lens } from '../domain/instrument/instrument.ts';
import type { Progress } from '../domain/publication/rules/progress.ts';
import type { GroupProgress, RoundProgress } from '../domain/round/progress.ts';
import { formFor, type Round, type RoundState, type SheetLens } from '../domain/round/round.ts';
import * as m from '../paraglide/messages.js';
import { holoscope } from './instruments.ts';

export const lensNames: Record<Lens, () => string> = {
	member: m.rounds_lens_member,
	leader: m.rounds_lens_leader,
	customer: m.rounds_lens_customer,
	partner: m.rounds_lens_partner
};

/** Whose sheets they are, the guesses too. */
export const sheetLensNames: Record<SheetLens, () => string> = {
	...lensNames,
	guess: m.guess_lens
};

export const stateNames: Record<RoundState, () => string> = {
	draft: m.rounds_state_draft,
	open: m.rounds_state_open,
	closed: m.rounds_state_closed
};

/** Who answers where, as in “Members, Harbor”. */
export function placeWords(lens: SheetLens, team: string | null): string {
	const name = sheetLensNames[lens]();
	return team === null ? name : m.rounds_place({ lens: name, team });
}

/** How long somebody takes to answer. */
export function minutesFor(round: Pick<Round, 'form'>, lens: Lens): number {
	return formFor(round, lens, holoscope) === 'full' ? 6 : 2;
}

/** How far a group is, as far as it may be said: “8 of 12”, “nearly all of 12”, “fewer than 5 of 12”. */
export function progressWords({ finished, headcount }: GroupProgress, k: number): string {
	if (finished.as === 'count')
		return m.rounds_progress_team({ finished: finished.finished, headcount });
	return finished.as === 'nearly-all'
		? m.rounds_progress_nearly_all({ headcount })
		: m.rounds_progress_too_few({ k, headcount });
}

/** Everybody who is asked, lens by lens; empty where nothing can be said. */
export function progressLines({ k, members, leaders, outside }: RoundProgress): string[] {
	return [
		...(members ? [m.rounds_progress_members({ amount: progressWords(members, k) })] : []),
		...(leaders ? [m.rounds_progress_leaders({ amount: progressWords(leaders, k) })] : []),
		...outside.map(({ lens, finished }) => outsideWords(lens, finished, k))
	];
}

function outsideWords(lens: Lens, progress: Progress, k: number): string {
	const isCustomer = lens === 'customer';
	if (progress.as !== 'count')
		return isCustomer
			? m.rounds_progress_few_customers({ k })
			: m.rounds_progress_few_partners({ k });
	const { finished } = progress;
	return isCustomer
		? m.rounds_progress_customers({ finished })
		: m.rounds_progress_partners({ finished });
}
