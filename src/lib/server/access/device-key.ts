import { randomBytes } from 'node:crypto';
import type { Lens } from '../../domain/instrument/instrument.ts';
import type { SheetLens } from '../../domain/round/round.ts';
import { derived, hashOf } from './secrets.ts';

const MARK_LENGTH = 16;

/** Where a sheet lies: a round, a team and whom it speaks for. */
export interface SheetPlace {
	roundId: string;
	teamId: string | null;
	lens: SheetLens;
}

/** Where somebody answers as themselves. */
export interface AnswerPlace extends SheetPlace {
	lens: Lens;
}

/** Where members' guesses lie: all together, so that none of them says which team it is from. */
export function guessPlace(roundId: string): SheetPlace {
	return { roundId, teamId: null, lens: 'guess' };
}

/** What a person's device keeps in its cookie, and nobody else has. */
export function createDeviceKey(): string {
	return randomBytes(32).toString('base64url');
}

export function isDeviceKey(text: string | undefined): text is string {
	return text !== undefined && /^[\w-]{43}$/.test(text);
}

/**
 * The sheet of this device at this place. It comes out of the device's key alone, so the same device
 * finds its sheet again, and nothing that we keep leads from one place to another or to a person.
 */
export function sheetId(deviceKey: string, place: SheetPlace): string {
	return idOf(deviceKey, 'sheet', place);
}

/**
 * What a page shows of the sheet it holds, so that a tab left open by somebody else on the same device
 * cannot write on it. It is kept nowhere and opens nothing.
 */
export function sheetMark(deviceKey: string, place: SheetPlace): string {
	return idOf(deviceKey, 'mark', place).slice(0, MARK_LENGTH);
}

/** Where this device's comment is kept. Without the device's key, nothing shows that it goes with a sheet. */
export function commentId(deviceKey: string, place: AnswerPlace, prompt: string): string {
	return idOf(deviceKey, `comment ${prompt}`, place);
}

function idOf(deviceKey: string, purpose: string, { roundId, teamId, lens }: SheetPlace): string {
	return hashOf(derived(deviceKey, purpose, roundId, teamId ?? '', lens).toString('base64url'));
}
