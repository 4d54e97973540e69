import type { AnswerRefusal } from '../../domain/round/answering.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { asksGuess } from '../../domain/round/round.ts';
import type { Writer } from '../database/schema.ts';
import * as imports from '../repositories/imports.ts';
import * as sheets from '../repositories/sheets.ts';
import { answeringOn, type Answerer, type AtWork } from './answerer.ts';
import { guessPlace, sheetId, sheetMark, type SheetPlace } from './device-key.ts';
import type { Refused } from './organizer.ts';

export type Guessing = Omit<AtWork, 'place'> & { place: SheetPlace };

/** Opens a member's guess, where the round asks for one: only beside a sheet of their own that is handed in. */
export async function guessing(
	db: Writer,
	{ token, deviceKey, mark }: Answerer,
	now: Date
): Promise<Guessing | Refused<LinkRefusal | AnswerRefusal>> {
	const own = await answeringOn(db, { token, deviceKey }, now);
	if (own.refusal !== null) return own;
	const { round, place } = own;
	if (!asksGuess(round.contract) || place.lens !== 'member' || !own.isFinished)
		return { refusal: 'no-guess' };

	const guess = guessPlace(round.id);
	if (mark !== undefined && mark !== sheetMark(deviceKey, guess))
		return { refusal: 'other-person' };
	const id = sheetId(deviceKey, guess);
	const isFinished = await sheets.isFinished(db, id);
	if (isFinished === null && (await imports.hasTaken(db, guess)))
		return { refusal: 'answers-imported' };
	return { ...own, place: guess, sheetId: id, isFinished };
}
