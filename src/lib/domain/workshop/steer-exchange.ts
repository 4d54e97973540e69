import { withSaid, type Said } from '../give-get/edit.ts';
import type { Party } from '../give-get/give-get.ts';
import type { SteerRefusal } from './command.ts';
import { currentStep, type Workshop } from './workshop.ts';

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
	return { workshop: { ...workshop, exchange: withSaid(exchange, { get, give }, said) } };
}
