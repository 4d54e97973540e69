import { refusalWords, type Refusal } from '../../content/round-refusals.ts';
import { refusalStatus } from '../refusal-status.ts';

/** Says which rule said no, in the one form of all problems. */
export function refusalAnswer(refusal: Refusal): Response {
	return Response.json(
		{ error: { code: refusal, message: refusalWords(refusal) } },
		{ status: refusalStatus(refusal), headers: { 'cache-control': 'no-store' } }
	);
}
