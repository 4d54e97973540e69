import { problemAnswer } from '$lib/server/api/problem-answer';
import { readJson } from '$lib/server/api/read-json';
import { refusalAnswer } from '$lib/server/api/refusal-answer';
import { openGuess } from '$lib/server/use-cases/open-guess';
import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { answererOf, LARGEST_MESSAGE, markSchema } from '../../answerer';
import type { RequestHandler } from './$types';

const messageSchema = z.object({ sheet: markSchema });

/** Begins this device's guess, or finds it again with its answers. */
export const POST: RequestHandler = async (event) => {
	const read = await readJson(event.request, messageSchema, LARGEST_MESSAGE);
	if (!read.ok) return problemAnswer(read.code, read.problems);
	const answerer = answererOf(event, read.value.sheet);
	if (!answerer) return refusalAnswer('no-sheet');

	const opened = await openGuess(await event.locals.context(), answerer);
	if (opened.refusal !== null) return refusalAnswer(opened.refusal);
	return json({ answers: opened.answers, isFinished: opened.isFinished, comment: '' });
};
