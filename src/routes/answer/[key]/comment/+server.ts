import { COMMENT_LENGTH, ON_THE_WHOLE } from '$lib/domain/round/comment';
import { problemAnswer } from '$lib/server/api/problem-answer';
import { readJson } from '$lib/server/api/read-json';
import { refusalAnswer } from '$lib/server/api/refusal-answer';
import { saveComment } from '$lib/server/use-cases/save-comment';
import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { answererOf, LARGEST_MESSAGE, markSchema } from '../answerer';
import type { RequestHandler } from './$types';

const messageSchema = z.object({
	sheet: markSchema,
	// Characters that a browser counts as one may count twice here.
	words: z.string().max(2 * COMMENT_LENGTH)
});

/** Keeps a comment apart from the sheet; empty words take it back. */
export const POST: RequestHandler = async (event) => {
	const read = await readJson(event.request, messageSchema, LARGEST_MESSAGE);
	if (!read.ok) return problemAnswer(read.code, read.problems);
	const answerer = answererOf(event, read.value.sheet);
	if (!answerer) return refusalAnswer('no-sheet');

	const comment = { prompt: ON_THE_WHOLE, words: read.value.words };
	const refusal = await saveComment(await event.locals.context(), answerer, comment);
	return refusal ? refusalAnswer(refusal) : json({});
};
