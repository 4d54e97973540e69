import { ON_THE_WHOLE } from '$lib/domain/round/comment';
import { problemAnswer } from '$lib/server/api/problem-answer';
import { readJson } from '$lib/server/api/read-json';
import { refusalAnswer } from '$lib/server/api/refusal-answer';
import { openAnswerLink } from '$lib/server/use-cases/open-answer-link';
import { ownComment } from '$lib/server/use-cases/own-comment';
import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { answererOf, LARGEST_MESSAGE, markSchema } from '../answerer';
import type { RequestHandler } from './$types';

const messageSchema = z.object({ sheet: markSchema });

/** Begins this device's sheet, or finds it again with its answers. */
export const POST: RequestHandler = async (event) => {
	const read = await readJson(event.request, messageSchema, LARGEST_MESSAGE);
	if (!read.ok) return problemAnswer(read.code, read.problems);
	const answerer = answererOf(event, read.value.sheet);
	if (!answerer) return refusalAnswer('no-sheet');

	const context = await event.locals.context();
	const opened = await openAnswerLink(context, answerer);
	if (opened.refusal !== null) return refusalAnswer(opened.refusal);
	const own = await ownComment(context, answerer, ON_THE_WHOLE);
	if (own.refusal !== null) return refusalAnswer(own.refusal);
	return json({ answers: opened.answers, isFinished: opened.isFinished, comment: own.words });
};
