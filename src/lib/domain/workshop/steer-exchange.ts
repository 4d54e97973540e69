import { isSamePair, type Pair, type Party } from '../give-get/give-get.ts';
import type { SteerRefusal } from './command.ts';
import { currentStep, type Workshop } from './workshop.ts';

/** What the facilitator says about a need and a give. */
export type Said = 'same' | 'different' | 'nothing';

export type ExchangeCommand =
	| { kind: 'name-parties'; parties: Party[] }
	| { kind: 'say-pair'; said: Said; get: string; give: string; canMeet: boolean };

/** The workshop after the facilitator has named the parties, or said whether a need and a give are the same. */
export function steerExchange(
	workshop: Workshop,
	command: ExchangeCommand
): { workshop: Workshop } | { refusal: SteerRefusal } {
	if (currentStep(workshop) !== 'give-get') return { refusal: 'not-in-this-step' };
	const { exchange } = workshop;
	if (command.kind === 'name-parties')
		return { workshop: { ...workshop, exchange: { ...exchange, parties: command.parties } } };
	if (!command.canMeet) return { refusal: 'no-such-pair' };

	const { said, get, give } = command;
	const pair: Pair = { get, give };
	const isOther = (known: Pair) => !isSamePair(known, pair);
	// A get that is met once more, or a give, is not met as before.
	const isFree = (known: Pair) => known.get !== get && known.give !== give;
	const same = exchange.same.filter(said === 'same' ? isFree : isOther);
	const different = exchange.different.filter(isOther);
	return {
		workshop: {
			...workshop,
			exchange: {
				...exchange,
				same: said === 'same' ? [...same, pair] : same,
				different: said === 'different' ? [...different, pair] : different
			}
		}
	};
}
