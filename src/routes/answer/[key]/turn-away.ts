import { refusalWords } from '$lib/content/round-refusals';
import { refusalStatus } from '$lib/server/refusal-status';
import type { TurnedAway } from '$lib/server/use-cases/look-at-answer-link';
import { error } from '@sveltejs/kit';

/** The error page of a link that does not go on, with its reason in words. */
export function turnAway({ refusal, round }: TurnedAway): never {
	error(refusalStatus(refusal), {
		message: refusalWords(refusal),
		refusal,
		organization: round?.organization,
		day: round?.closedOn ?? round?.closesOn
	});
}
