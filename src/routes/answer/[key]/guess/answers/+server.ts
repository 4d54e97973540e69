import { sentAnswersSchema } from '$lib/domain/round/answering';
import { problemAnswer } from '$lib/server/api/problem-answer';
import { readJson } from '$lib/server/api/read-json';
import { refusalAnswer } from '$lib/server/api/refusal-answer';
import { saveGuess } from '$lib/server/use-cases/save-guess';
import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { answererOf, LARGEST_MESSAGE, markSchema } from '../../answerer';
import type { RequestHandler } from './$types';

const messageSchema = z.object({
	sheet: markSchema,
	answers: sentAnswersSchema.optional(),
	/** Whether the person hands the guess in, with items left out perhaps. */
	finish: z.boolean().default(false)
});

/** Saves a guess, and hands it in. Sent again, it changes nothing. */
export const POST: RequestHandler = async (event) => {
	const read = await readJson(event.request, messageSchema, LARGEST_MESSAGE);
	if (!read.ok) return problemAnswer(read.code, read.problems);
	const { sheet, answers = [], finish } = read.value;
	const answerer = answererOf(event, sheet);
	if (!answerer) return refusalAnswer('no-sheet');

	const saved = await saveGuess(await event.locals.context(), answerer, { answers, finish });
	if (saved.refusal !== null) return refusalAnswer(saved.refusal);
	return json({ isFinished: saved.isFinished });
};
