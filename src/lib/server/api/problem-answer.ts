import { apiWords, type ApiProblem, type ProblemPath } from '../../content/api-words.ts';

const STATUS: Record<ApiProblem, number> = {
	'not-json': 415,
	'too-large': 413,
	malformed: 400,
	invalid: 422,
	unprintable: 422,
	busy: 503,
	'too-slow': 503
};
const RETRY_AFTER_SECONDS = '5';

/** Says what went wrong in the one form that every address of the API uses. */
export function problemAnswer(code: ApiProblem, problems?: ProblemPath[]): Response {
	const status = STATUS[code];
	const error = { code, message: apiWords[code](), ...(problems ? { problems } : {}) };
	return Response.json(
		{ error },
		{
			status,
			headers: {
				'cache-control': 'no-store',
				...(status === 503 ? { 'retry-after': RETRY_AFTER_SECONDS } : {})
			}
		}
	);
}
