import { commentMinimum } from '../domain/publication/comment-minimum.ts';
import type { Contract, ToldContract } from '../domain/publication/contract.ts';
import { asksGuess } from '../domain/round/round.ts';
import * as m from '../paraglide/messages.js';
import { dayWords } from './day-words.ts';

export interface Promised {
	contract: ToldContract & Partial<Pick<Contract, 'cuts' | 'lenses'>>;
	closesOn: string;
}

/** What people are promised before the first question, in a few sentences. */
export function contractSentences({ contract, closesOn }: Promised): string[] {
	const { openness, k, keptUntil, outcomes, cuts = [], lenses = [] } = contract;
	return [
		openness === 'open' ? m.contract_open() : m.contract_anonymous({ k }),
		m.contract_sight({ closesOn: dayWords(closesOn), comments: commentMinimum({ k }) }),
		...(outcomes ? [m.contract_outcomes()] : []),
		...(asksGuess({ cuts, lenses }) ? [m.guess_contract()] : []),
		m.contract_kept({ keptUntil: dayWords(keptUntil) })
	];
}

/** What a team too small for numbers is told before it answers, or nothing. */
export function smallTeamSentence(
	{ openness, k }: Pick<Contract, 'openness' | 'k'>,
	{ name, headcount }: { name: string; headcount: number }
): string | null {
	if (openness === 'open' || headcount >= k) return null;
	return m.contract_small_team({ team: name, k });
}
