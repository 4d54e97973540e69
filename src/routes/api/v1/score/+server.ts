import { holoscope } from '$lib/content/instruments';
import { scoreRequest, scoreRequestFor } from '$lib/domain/analysis/score-request';
import { problemAnswer } from '$lib/server/api/problem-answer';
import { readJson } from '$lib/server/api/read-json';
import type { RequestHandler } from './$types';

const LARGEST_REQUEST = 5 * 1024 * 1024;

const requestSchema = scoreRequestFor(holoscope);

/** Scores sheets for the one whose data they are. Needs no cookie, keeps nothing, logs nothing of what it was sent. */
export const POST: RequestHandler = async ({ request }) => {
	const read = await readJson(request, requestSchema, LARGEST_REQUEST);
	if (!read.ok) return problemAnswer(read.code, read.problems);
	return Response.json(scoreRequest(read.value, holoscope), {
		headers: { 'cache-control': 'no-store' }
	});
};
