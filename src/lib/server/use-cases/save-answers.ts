import { instrumentOf } from '../../content/instruments.ts';
import {
	answersRefusal,
	type AnswerRefusal,
	type SentAnswer
} from '../../domain/round/answering.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { questionsFor } from '../../domain/round/questions.ts';
import { answeringOn, type Answerer } from '../access/answerer.ts';
import type { Guessing } from '../access/guesser.ts';
import type { Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as answers from '../repositories/answers.ts';
import * as sheets from '../repositories/sheets.ts';

export interface Saved {
	refusal: null;
	answered: number;
	asked: number;
	isFinished: boolean;
}

/**
 * Saves answers exactly once in effect: sent again they change nothing, and one that was overtaken on
 * the way is left aside. All of them are taken, or none. A sheet with every item answered is finished.
 */
export async function saveAnswers(
	{ db, now }: Context,
	answerer: Answerer,
	sent: readonly SentAnswer[]
): Promise<Saved | Refused<LinkRefusal | AnswerRefusal>> {
	return db.write(async (writer) => {
		const work = await answeringOn(writer, answerer, now());
		return work.refusal === null ? keepAnswers(writer, work, sent) : work;
	});
}

export async function keepAnswers(
	writer: Writer,
	{ round, place, sheetId, isFinished }: Omit<Guessing, 'link' | 'refusal'>,
	sent: readonly SentAnswer[]
): Promise<Saved | Refused<AnswerRefusal>> {
	const instrument = instrumentOf(round);
	const asked = questionsFor(round, place.lens, instrument);
	const refusal = answersRefusal(instrument, asked, sent);
	if (refusal) return { refusal };

	await answers.save(writer, sheetId, sent);
	const answered = (await answers.list(writer, sheetId)).length;
	const isComplete = answered === asked.length;
	if (isComplete && !isFinished) await sheets.finish(writer, sheetId);
	return {
		refusal: null,
		answered,
		asked: asked.length,
		isFinished: isComplete || isFinished === true
	};
}
