import type { AnswerRefusal } from '../../domain/round/answering.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { answeringOn, type Answerer } from '../access/answerer.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as answers from '../repositories/answers.ts';
import * as sheets from '../repositories/sheets.ts';

/** Hands in a sheet, with items left out if the person wants it so. It can be changed until the round closes. */
export async function finishSheet(
	{ db, now }: Context,
	answerer: Answerer
): Promise<LinkRefusal | AnswerRefusal | null> {
	return db.write(async (writer) => {
		const work = await answeringOn(writer, answerer, now());
		if (work.refusal !== null) return work.refusal;
		return handIn(writer, work.sheetId);
	});
}

export async function handIn(writer: Writer, sheetId: string): Promise<AnswerRefusal | null> {
	const given = await answers.list(writer, sheetId);
	if (given.every(({ value }) => value === null)) return 'nothing-answered';

	await sheets.finish(writer, sheetId);
	return null;
}
