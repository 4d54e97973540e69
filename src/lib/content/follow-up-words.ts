import type { Helped, Kept } from '../domain/workshop/follow-up.ts';
import type { FollowUp } from '../domain/workshop/promise.ts';
import type { Progress } from '../domain/workshop/results.ts';
import * as m from '../paraglide/messages.js';
import { wordsForHidden } from './publication-words.ts';

export const doneWords: Record<FollowUp['done'], () => string> = {
	yes: m.recap_done_yes,
	partly: m.recap_done_partly,
	no: m.recap_done_no
};

export const helpedWords: Record<FollowUp['helped'], () => string> = {
	yes: m.recap_helped_yes,
	'a-little': m.recap_helped_a_little,
	no: m.recap_helped_no,
	'too-early': m.recap_helped_too_early
};

export const keptWords: Record<Kept, () => string> = {
	done: m.recap_kept_done,
	partly: m.recap_kept_partly,
	'not-done': m.recap_kept_not_done,
	'too-few-to-say': m.recap_kept_too_few
};

/** How many have answered, as far as that may be said. */
export function answeredWords(progress: Progress): string {
	if (progress.as === 'count') return m.recap_answered({ count: progress.finished });
	return progress.as === 'nearly-all' ? m.recap_answered_nearly_all() : m.recap_answered_few();
}

/** What the room says about whether it helped, in one sentence. */
export function helpedSentence({ mean }: Helped): string {
	if (mean.as === 'hidden') {
		const { why, instead } = wordsForHidden(mean);
		return `${why} ${instead}`;
	}
	if (mean.value >= 1.5) return m.recap_helped_sentence_yes();
	return mean.value > 0.5 ? m.recap_helped_sentence_a_little() : m.recap_helped_sentence_no();
}
