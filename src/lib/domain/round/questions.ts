import { itemsOf } from '../instrument/form.ts';
import type { Instrument, Item, Outcome } from '../instrument/instrument.ts';
import type { Contract } from '../publication/contract.ts';
import { formFor, type Round, type SheetLens } from './round.ts';

/** What decides about the questions. */
export type AskingRound = Pick<Round, 'form'> & { contract: Pick<Contract, 'outcomes'> };

/** What a round asks somebody. */
export type Question = Pick<Item | Outcome, 'id' | 'wording'>;

/** The questions about the price of control, where the contract says that they are asked. */
export function outcomesOf(
	{ contract }: Pick<AskingRound, 'contract'>,
	{ outcomes }: Pick<Instrument, 'outcomes'>
): readonly Outcome[] {
	return contract.outcomes ? outcomes : [];
}

/** All that a lens is asked in a round, in order: its form, and at the end the price of control, which nobody guesses. */
export function questionsFor(
	round: AskingRound,
	lens: SheetLens,
	instrument: Instrument
): Question[] {
	return [
		...itemsOf(instrument, formFor(round, lens, instrument)),
		...(lens === 'guess' ? [] : outcomesOf(round, instrument))
	];
}
