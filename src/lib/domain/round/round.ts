import type { Instrument, Lens } from '../instrument/instrument.ts';
import type { Contract } from '../publication/contract.ts';

export type RoundState = 'draft' | 'open' | 'closed';

/** One measurement of an organization. Its contract and its edition never change. */
export interface Round {
	id: string;
	/** The round that this one follows. */
	previousId: string | null;
	organization: string;
	instrument: string;
	edition: string;
	form: string;
	locale: string;
	contract: Contract;
	contractHash: string;
	/** The last day on which answers are welcome, as in 2026-12-18. */
	closesOn: string;
	state: RoundState;
	openedOn: string | null;
	closedOn: string | null;
	answersDeletedOn: string | null;
	/** Grows with every change, so that two organizers cannot overwrite each other unseen. */
	version: number;
}

export interface Team {
	id: string;
	/** The same team in the round before. */
	previousId: string | null;
	name: string;
	headcount: number;
}

/** Whom a sheet speaks for: a lens, or members who guess how customers would answer. */
export type SheetLens = Lens | 'guess';

/** Whether members may guess how customers would answer: promised beforehand, and there is somebody to compare with. */
export function asksGuess({ cuts, lenses }: Pick<Contract, 'cuts' | 'lenses'>): boolean {
	return cuts.includes('guess') && lenses.includes('member') && lenses.includes('customer');
}

/** Everybody's sheets that a round counts: its lenses, and the guess where it asks for one. */
export function sheetLenses(contract: Pick<Contract, 'cuts' | 'lenses'>): SheetLens[] {
	return asksGuess(contract) ? [...contract.lenses, 'guess'] : [...contract.lenses];
}

/** Members and leaders answer for a team; customers, partners and guesses are about the whole. */
export function answersForTeam(lens: SheetLens): boolean {
	return lens === 'member' || lens === 'leader';
}

/** What customers and partners are asked: two minutes of somebody else's time. */
const OUTSIDE_FORM = 'quick';

/** The form that this lens answers in this round. */
export function formFor(
	{ form }: Pick<Round, 'form'>,
	lens: SheetLens,
	{ forms }: Instrument
): string {
	return !answersForTeam(lens) && forms[OUTSIDE_FORM] ? OUTSIDE_FORM : form;
}

/** Where the round is now: one whose day has passed is closed before anybody has closed it. */
export function phaseOf(
	{ state, closesOn }: Pick<Round, 'state' | 'closesOn'>,
	now: Date
): RoundState {
	return state === 'open' && isOver(closesOn, now) ? 'closed' : state;
}

/** Whether the day has ended everywhere on earth: nobody is shut out before their own midnight. */
export function isOver(day: string, now: Date): boolean {
	return now.getTime() > Date.parse(`${day}T23:59:59.999-12:00`);
}

/** The day of a moment, as in 2026-12-18, in universal time. */
export function dayOf(now: Date): string {
	return now.toISOString().slice(0, 10);
}
