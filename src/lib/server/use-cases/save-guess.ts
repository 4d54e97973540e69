import type { AnswerRefusal, SentAnswer } from '../../domain/round/answering.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import type { Answerer } from '../access/answerer.ts';
import { guessing } from '../access/guesser.ts';
import type { Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import { handIn } from './finish-sheet.ts';
import { keepAnswers } from './save-answers.ts';

export interface SentGuess {
	answers: readonly SentAnswer[];
	/** Whether the person hands it in, with items left out perhaps. */
	finish: boolean;
}

/** Saves a member's guess, and hands it in. Sent again, it changes nothing. */
export async function saveGuess(
	{ db, now }: Context,
	answerer: Answerer,
	{ answers, finish }: SentGuess
): Promise<{ refusal: null; isFinished: boolean } | Refused<LinkRefusal | AnswerRefusal>> {
	return db.write(async (writer) => {
		const work = await guessing(writer, answerer, now());
		if (work.refusal !== null) return work;
		if (work.isFinished === null) return { refusal: 'no-sheet' };

		const saved = await keepAnswers(writer, work, answers);
		if (saved.refusal !== null) return saved;
		const refusal = finish && !saved.isFinished ? await handIn(writer, work.sheetId) : null;
		return refusal ? { refusal } : { refusal: null, isFinished: finish || saved.isFinished };
	});
}
