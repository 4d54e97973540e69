import type { AnswerRefusal, SentAnswer } from '../../domain/round/answering.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import type { Answerer } from '../access/answerer.ts';
import { guessing } from '../access/guesser.ts';
import type { Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as answers from '../repositories/answers.ts';
import * as sheets from '../repositories/sheets.ts';

/** Begins this member's guess of how customers would answer, or finds it again. */
export async function openGuess(
	{ db, now }: Context,
	answerer: Answerer
): Promise<
	| { refusal: null; answers: SentAnswer[]; isFinished: boolean }
	| Refused<LinkRefusal | AnswerRefusal>
> {
	return db.write(async (writer) => {
		const work = await guessing(writer, answerer, now());
		if (work.refusal !== null) return work;
		const { sheetId: id, place, isFinished } = work;
		if (isFinished === null) await sheets.ensure(writer, { id, ...place });
		return {
			refusal: null,
			answers: await answers.list(writer, id),
			isFinished: isFinished === true
		};
	});
}
