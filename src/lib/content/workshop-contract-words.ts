import type { Contract, ToldContract } from '../domain/publication/contract.ts';
import * as m from '../paraglide/messages.js';
import { dayWords } from './day-words.ts';

/** What a room is promised before anybody answers, in a few sentences. */
export function workshopContractSentences({
	openness,
	k,
	keptUntil,
	outcomes
}: ToldContract): string[] {
	return [
		openness === 'open' ? m.workshop_join_promise_open() : m.workshop_join_promise_anonymous({ k }),
		m.workshop_join_promise_sight(),
		...(outcomes ? [m.contract_outcomes()] : []),
		m.workshop_join_promise_kept({ day: dayWords(keptUntil) })
	];
}

/** What a team too small for numbers is told before it answers, or nothing. */
export function smallRoomSentence(
	{ openness, k }: Pick<Contract, 'openness' | 'k'>,
	headcount: number
): string | null {
	return openness === 'open' || headcount >= k ? null : m.workshop_join_small_team({ k });
}
