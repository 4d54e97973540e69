import type { AnswerRefusal } from '../../domain/round/answering.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { answeringOn, type Answerer } from '../access/answerer.ts';
import { commentId } from '../access/device-key.ts';
import type { Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as comments from '../repositories/comments.ts';

/** Shows somebody the comment that they left from this device; empty when there is none. */
export async function ownComment(
	{ db, now }: Context,
	answerer: Answerer,
	prompt: string
): Promise<Refused<LinkRefusal | AnswerRefusal> | { refusal: null; words: string }> {
	return db.write(async (writer) => {
		const work = await answeringOn(writer, answerer, now());
		if (work.refusal !== null) return work;
		const id = commentId(answerer.deviceKey, work.place, prompt);
		return { refusal: null, words: (await comments.find(writer, id)) ?? '' };
	});
}
