import type { z } from 'zod';
import type { ApiProblem, ProblemPath } from '../../content/api-words.ts';
import { readWithin } from './read-within.ts';

export type Read<Value> =
	{ ok: true; value: Value } | { ok: false; code: ApiProblem; problems?: ProblemPath[] };

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;
/** Nobody mends more at once; the rest shows when these are mended. */
const MOST_PROBLEMS = 20;

/**
 * Reads a request's body as JSON of this shape, and no more of it than `limit` bytes, whatever length the
 * request claims to have.
 */
export async function readJson<Value>(
	request: Request,
	schema: z.ZodType<Value>,
	limit: number
): Promise<Read<Value>> {
	if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) {
		return { ok: false, code: 'not-json' };
	}
	const bytes = await readWithin(request, limit);
	if (bytes === null) return { ok: false, code: 'too-large' };
	const body = parse(bytes);
	if (body === undefined) return { ok: false, code: 'malformed' };

	const result = schema.safeParse(body);
	if (result.success) return { ok: true, value: result.data };
	const problems = result.error.issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => ({
		path: path.map(String).join('.'),
		reason: message
	}));
	return { ok: false, code: 'invalid', problems };
}

function parse(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return undefined;
	}
}
