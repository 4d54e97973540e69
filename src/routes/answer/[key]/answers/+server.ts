import { sentAnswersSchema } from '$lib/domain/round/answering';
import { problemAnswer } from '$lib/server/api/problem-answer';
import { readJson } from '$lib/server/api/read-json';
import { refusalAnswer } from '$lib/server/api/refusal-answer';
import { finishSheet } from '$lib/server/use-cases/finish-sheet';
import { saveAnswers } from '$lib/server/use-cases/save-answers';
import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { answererOf, LARGEST_MESSAGE, markSchema } from '../answerer';
import type { RequestHandler } from './$types';

const messageSchema = z.object({
	sheet: markSchema,
	answers: sentAnswersSchema.optional(),
	/** Whether the person hands the sheet in, with items left out perhaps. */
	finish: z.boolean().default(false)
});

/** Saves answers, and hands the sheet in. Sent again, it changes nothing. */
export const POST: RequestHandler = async (event) => {
	const read = await readJson(event.request, messageSchema, LARGEST_MESSAGE);
	if (!read.ok) return problemAnswer(read.code, read.problems);
	const answerer = answererOf(event, read.value.sheet);
	if (!answerer) return refusalAnswer('no-sheet');

	const context = await event.locals.context();
	const saved = read.value.answers && (await saveAnswers(context, answerer, read.value.answers));
	if (saved && saved.refusal !== null) return refusalAnswer(saved.refusal);
	const refusal = read.value.finish ? await finishSheet(context, answerer) : null;
	if (refusal) return refusalAnswer(refusal);
	return json({ isFinished: read.value.finish || saved?.isFinished === true });
};
