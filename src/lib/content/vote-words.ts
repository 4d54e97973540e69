import type { Height } from '../domain/publication/rules/distribution.ts';
import type { VoteShape } from '../domain/scoring/vote-shape.ts';
import type { Mean, Progress } from '../domain/workshop/results.ts';
import * as m from '../paraglide/messages.js';

interface ShapeWords {
	/** As in “Agreement: two camps”. */
	short: string;
	/** What the dots say, in a sentence. */
	sentence: string;
	/** How the talk may begin. */
	question: string;
}

const shapes: Record<VoteShape, { [K in keyof ShapeWords]: () => string }> = {
	agreement: {
		short: m.workshop_shape_agreement,
		sentence: m.workshop_shape_agreement_sentence,
		question: m.workshop_shape_agreement_question
	},
	spread: {
		short: m.workshop_shape_spread,
		sentence: m.workshop_shape_spread_sentence,
		question: m.workshop_shape_spread_question
	},
	'two-camps': {
		short: m.workshop_shape_two_camps,
		sentence: m.workshop_shape_two_camps_sentence,
		question: m.workshop_shape_two_camps_question
	},
	'one-far-off': {
		short: m.workshop_shape_one_far_off,
		sentence: m.workshop_shape_one_far_off_sentence,
		question: m.workshop_shape_one_far_off_question
	}
};

/** What the dots look like, and a question that fits; where the dots are hidden, one that always fits. */
export function shapeWords(shape: VoteShape | null): ShapeWords {
	if (shape === null)
		return {
			short: m.workshop_shape_unknown(),
			sentence: m.workshop_shape_unknown_sentence(),
			question: m.workshop_shape_unknown_question()
		};
	const { short, sentence, question } = shapes[shape];
	return { short: short(), sentence: sentence(), question: question() };
}

/** Up to two fifths of a room is not yet “many”, and “few” may be nobody. */
export const heightWords: Record<Height, () => string> = {
	low: m.workshop_height_low,
	middle: m.workshop_height_middle,
	high: m.workshop_height_high
};

/** A mean on its own scale, in tenths, or as “4.8 or more”; null where it is hidden. */
export function meanWords(mean: Mean): string | null {
	if (mean.as === 'hidden') return null;
	const value = mean.value.toFixed(1);
	if (mean.as === 'value') return value;
	return mean.side === 'or-more'
		? m.publication_or_more({ value })
		: m.publication_or_less({ value });
}

/** How far the room is, as far as it may be said: “11 of 17”, “nearly all”, “fewer than 5”. */
export function progressWords(
	progress: Progress,
	{ people, k }: { people: number; k: number }
): string {
	switch (progress.as) {
		case 'count':
			return m.workshop_progress_count({ finished: progress.finished, people });
		case 'nearly-all':
			return m.workshop_progress_nearly_all();
		case 'too-few-to-say':
			return m.workshop_progress_too_few({ k });
	}
}
