import type { ActionResult, SubmitFunction } from '@sveltejs/kit';

/**
 * Sends a form without losing what was typed: a server that cannot be reached leaves the page as it is
 * and says so. `onanswer` hears how it went, after the page shows it.
 */
export function keepTyped(
	onanswer: (result: ActionResult, wasReached: boolean) => void
): SubmitFunction {
	return () =>
		async ({ result, update }) => {
			const wasReached = result.type !== 'error';
			if (wasReached) await update({ reset: false });
			onanswer(result, wasReached);
		};
}
