import { z } from 'zod';

/** Which rule hides a cell. Each has words in `content/publication-words.ts`. */
export const reasonSchema = z.enum([
	'still-open',
	'not-agreed',
	'small-group',
	'remainder',
	'second-vote',
	'same-weeks',
	'ledger',
	'one-part-hidden',
	'from-hidden-cells',
	'too-few-for-distribution',
	'too-few-for-margin',
	'bound-says-enough'
]);
export type Reason = z.infer<typeof reasonSchema>;

/** What could be shown instead, or when. */
export const insteadSchema = z.enum([
	'after-closing',
	'agreed-groups',
	'more-answers',
	'whole-group',
	'next-round',
	'later-round',
	'whole-or-group',
	'parts',
	'shown-cells',
	'mean-only'
]);
export type Instead = z.infer<typeof insteadSchema>;

export const hiddenSchema = z.object({
	as: z.literal('hidden'),
	because: reasonSchema,
	instead: insteadSchema,
	/** The least number of people that the rule asks for. */
	needed: z.int().positive()
});
export type Hidden = z.infer<typeof hiddenSchema>;

const insteadOf: Record<Reason, Instead> = {
	'still-open': 'after-closing',
	'not-agreed': 'agreed-groups',
	'small-group': 'more-answers',
	remainder: 'whole-group',
	'second-vote': 'next-round',
	'same-weeks': 'later-round',
	ledger: 'whole-or-group',
	'one-part-hidden': 'parts',
	'from-hidden-cells': 'shown-cells',
	'too-few-for-distribution': 'mean-only',
	'too-few-for-margin': 'mean-only',
	'bound-says-enough': 'mean-only'
};

export function hidden(because: Reason, needed: number): Hidden {
	return { as: 'hidden', because, instead: insteadOf[because], needed };
}
