import { refusalWords, type Refusal } from '$lib/content/round-refusals';
import { refusalStatus } from '$lib/server/refusal-status';
import { error } from '@sveltejs/kit';

/** Ends the request with the refusal's own status and words. */
export function refuse(refusal: Refusal): never {
	error(refusalStatus(refusal), { message: refusalWords(refusal), refusal });
}
