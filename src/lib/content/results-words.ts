import type { Hidden, Reason } from '../domain/publication/reasons.ts';
import type { FidelityView, GroupView, ScoreView } from '../domain/results/results.ts';
import { shownMargin, spanOf } from '../domain/results/span.ts';
import type { AgreementWord } from '../domain/scoring/agreement-word.ts';
import { zonesTouched, type Zone } from '../domain/scoring/zones.ts';
import * as m from '../paraglide/messages.js';

type Verdict = Extract<FidelityView['verdict'], { as: 'value' }>['value'];

/** Each rule in a few words, for places as small as a disc. */
const shortReasons: Record<Reason, (words: { needed: number }) => string> = {
	'still-open': m.results_short_still_open,
	'not-agreed': m.results_short_not_agreed,
	'small-group': m.results_short_small_group,
	remainder: m.results_short_remainder,
	'second-vote': m.results_short_second_vote,
	'same-weeks': m.results_short_same_weeks,
	ledger: m.results_short_ledger,
	'one-part-hidden': m.results_short_one_part_hidden,
	'from-hidden-cells': m.results_short_from_hidden,
	'too-few-for-distribution': m.results_short_distribution,
	'too-few-for-margin': m.results_short_margin,
	'bound-says-enough': m.results_short_bound
};

export const agreementWords: Record<AgreementWord, () => string> = {
	'close-together': m.results_agreement_close,
	mixed: m.results_agreement_mixed,
	'wide-apart': m.results_agreement_wide
};

export const verdictWords: Record<Verdict, () => string> = {
	mirror: m.results_verdict_mirror,
	'small-differences': m.results_verdict_small,
	'different-pictures': m.results_verdict_different,
	'too-little-data': m.results_verdict_little
};

/** “Hidden” with its rule, in one line. */
export function hiddenWords({ because, needed }: Hidden): string {
	return m.results_plate_hidden({ why: shortReasons[because]({ needed }) });
}

/** A mean as it may be said: a number, a bound, or that it is hidden and which rule hides it. */
export function meanWords(mean: ScoreView['mean']): string {
	if (mean.as === 'hidden') return hiddenWords(mean);
	const value = Math.round(mean.value);
	if (mean.as === 'value') return String(value);
	return mean.side === 'or-more'
		? m.publication_or_more({ value })
		: m.publication_or_less({ value });
}

/** A score with its margin for those who hear it. */
export function scoreWords(score: ScoreView): string {
	const margin = shownMargin(score);
	const words = meanWords(score.mean);
	return margin === null || score.mean.as !== 'value'
		? words
		: m.results_score_said({ score: words, margin: Math.round(margin) });
}

/** How many answered, as far as the rules let it be said. */
export function answeredWords(
	{ sheets, response, overall }: Pick<GroupView, 'sheets' | 'response' | 'overall'>,
	k: number
): string {
	// Beside the headcount, this would count the one or two who are missing.
	if (response.as === 'nearly-all')
		return sheets === null ? m.results_nearly_all() : m.results_nearly_all_of_them({ sheets });
	// A group can be hidden for the sake of another one: then it need not be small.
	const isSmall = overall.mean.as === 'hidden' && overall.mean.because === 'small-group';
	if (sheets === null) return isSmall ? m.results_too_few({ needed: k }) : m.publication_hidden();
	if (response.as !== 'of') return m.results_sheets({ count: sheets });
	return m.results_of_headcount({ sheets, headcount: response.headcount });
}

const zoneWords: Record<Zone, () => string> = {
	1: m.zone_1,
	2: m.zone_2,
	3: m.zone_3,
	4: m.zone_4,
	5: m.zone_5
};

const betweenWords: Record<Zone, () => string> = {
	1: m.result_between_1,
	2: m.result_between_2,
	3: m.result_between_3,
	4: m.result_between_4,
	5: m.result_between_5
};

const headings = {
	whole: {
		one: m.results_heading_one,
		between: m.results_heading_between,
		hidden: m.results_heading_hidden
	},
	team: {
		one: m.results_team_heading_one,
		between: m.results_team_heading_between,
		hidden: m.results_team_heading_hidden
	}
};

/** The sentence on top: the zone that the interval lies in, or the two ends that it touches. */
export function headline(kind: 'whole' | 'team', name: string, { overall }: GroupView): string {
	const words = headings[kind];
	if (overall.mean.as === 'hidden') return words.hidden({ name });
	const { low, high } = spanOf(overall) ?? { low: overall.mean.value, high: overall.mean.value };
	const { from, to } = zonesTouched((low + high) / 2, (high - low) / 2);
	return from === to
		? words.one({ name, zone: zoneWords[from]() })
		: words.between({ name, from: betweenWords[from](), to: betweenWords[to]() });
}
