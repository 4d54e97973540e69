import { instrumentOf } from '../../content/instruments.ts';
import type { AnswerRefusal } from '../../domain/round/answering.ts';
import { COMMENT_LENGTH, ON_THE_WHOLE } from '../../domain/round/comment.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { answeringOn, type Answerer } from '../access/answerer.ts';
import { commentId } from '../access/device-key.ts';
import type { Context } from '../context.ts';
import * as comments from '../repositories/comments.ts';

export interface SentComment {
	/** The dimension it is about, or “whole”. */
	prompt: string;
	words: string;
}

/** Keeps one comment for each prompt, apart from the writer's sheet. Empty words take it back. */
export async function saveComment(
	{ db, now }: Context,
	answerer: Answerer,
	{ prompt, words }: SentComment
): Promise<LinkRefusal | AnswerRefusal | null> {
	return db.write(async (writer) => {
		const work = await answeringOn(writer, answerer, now());
		if (work.refusal !== null) return work.refusal;
		const { dimensions } = instrumentOf(work.round);
		if (prompt !== ON_THE_WHOLE && !dimensions.some(({ id }) => id === prompt))
			return 'unknown-prompt';

		const id = commentId(answerer.deviceKey, work.place, prompt);
		const kept = words
			.toWellFormed()
			.replace(/\p{Cc}+/gu, ' ')
			.trim()
			.slice(0, COMMENT_LENGTH);
		if (kept === '') await comments.remove(writer, id);
		else await comments.save(writer, { id, ...work.place, prompt, words: kept });
		return null;
	});
}
