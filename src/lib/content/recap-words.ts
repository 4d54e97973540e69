import type { Instrument } from '../domain/instrument/instrument.ts';
import type { Hidden } from '../domain/publication/reasons.ts';
import type { VoteShape } from '../domain/scoring/vote-shape.ts';
import type { ClosingQuestion } from '../domain/workshop/promise.ts';
import type { Recap } from '../domain/workshop/recap.ts';
import type { Mean, VoteResult } from '../domain/workshop/results.ts';
import type { Trend } from '../domain/workshop/trend.ts';
import * as m from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { wordsForHidden } from './publication-words.ts';

/** The recap in one sentence. */
export function recapHeading({ team, promises, votes }: Recap): string {
	if (promises.length === 0)
		return votes.length > 0
			? m.recap_heading_talked({ team })
			: m.recap_heading_own_words({ team });
	return m.recap_heading_promises({ team, count: promises.length });
}

/** As in 3.4; the rule's sentence where the mean is hidden. */
export function recapMean(mean: Mean): string {
	if (mean.as === 'hidden') return m.publication_hidden();
	const value = mean.value.toLocaleString(getLocale(), { maximumFractionDigits: 1 });
	if (mean.as === 'value') return value;
	return mean.side === 'or-more'
		? m.publication_or_more({ value })
		: m.publication_or_less({ value });
}

/** A sum of dots: always whole. */
export function dotSum(total: Mean): string {
	if (total.as !== 'bound') return recapMean(total);
	return total.side === 'or-more'
		? m.recap_focus_more({ count: Math.ceil(total.value) })
		: m.recap_focus_fewer({ count: Math.floor(total.value) });
}

const shapes: Record<VoteShape, () => string> = {
	agreement: m.recap_shape_agreement,
	'one-far-off': m.recap_shape_one_far_off,
	'two-camps': m.recap_shape_two_camps,
	spread: m.recap_shape_spread
};

/** What a ballot says, or why it says nothing: short sentences. */
export function ballotWords({ mean, n, shape, moved }: VoteResult): string[] {
	if (mean.as === 'hidden') return [wordsForHidden(mean).why];
	const value = recapMean(mean);
	return [
		...(shape ? [shapes[shape]()] : []),
		`${n === null ? m.recap_mean({ value }) : m.recap_mean_of({ value, count: n })}.`,
		...(moved === null ? [] : [m.recap_moved({ count: moved })])
	];
}

const heights = {
	low: m.recap_height_low,
	middle: m.recap_height_middle,
	high: m.recap_height_high
};

/** Each level's votes as a table says them; null where they are hidden. */
export function dotWords({ dots }: VoteResult): string[] | null {
	if (dots.as === 'hidden') return null;
	return dots.as === 'counts' ? dots.counts.map(String) : dots.heights.map((at) => heights[at]());
}

export const closingWords: Record<
	ClosingQuestion,
	{ question: () => string; scale: () => string }
> = {
	wellSpent: { question: m.recap_closing_well_spent, scale: m.recap_closing_scale_well_spent },
	withEachOther: {
		question: m.recap_closing_with_each_other,
		scale: m.recap_closing_scale_with
	}
};

export function dimensionWords(instrument: Instrument, id: string): string {
	return instrument.dimensions.find((dimension) => dimension.id === id)?.name ?? id;
}

/** What they were promised about numbers, in a sentence. */
export function recapContract({ openness, k }: Recap): string {
	return openness === 'open' ? m.contract_open() : m.contract_anonymous({ k });
}

/** That texts are here only as far as they may be; null where nothing was written. */
export function recapTextsNote({
	stories,
	pictures,
	giveAndGet,
	giveAndGetRefusal
}: Recap): string | null {
	const isWritten = stories ?? pictures ?? giveAndGet ?? giveAndGetRefusal;
	return isWritten ? m.recap_hidden_texts() : null;
}

/** Each rule that hides something, once, with what it hides. */
export function recapHidden(
	instrument: Instrument,
	recap: Recap
): { names: string; why: string; instead: string }[] {
	const rules = new Map<string, { hidden: Hidden; names: string[] }>();
	for (const { name, hidden } of hiddenParts(instrument, recap)) {
		const known = rules.get(hidden.because) ?? { hidden, names: [] };
		rules.set(hidden.because, { hidden, names: [...known.names, name] });
	}
	const list = new Intl.ListFormat(getLocale());
	return [...rules.values()].map(({ hidden, names }) => ({
		names: list.format([...new Set(names)]),
		...wordsForHidden(hidden)
	}));
}

function hiddenParts(instrument: Instrument, { votes, dots, closing }: Recap) {
	const name = (id: string) => dimensionWords(instrument, id);
	const parts: [string, Mean | VoteResult['dots']][] = [
		...votes.flatMap(({ dimension, first, second }) => [
			...partsOf(name(dimension), first),
			...partsOf(m.recap_hidden_second({ name: name(dimension) }), second)
		]),
		...(dots ?? []).map(({ dimension, total }): [string, Mean] => [
			m.recap_hidden_dots_of({ name: name(dimension) }),
			total
		]),
		...Object.entries(closing ?? {}).map(([question, mean]): [string, Mean] => [
			closingWords[question as ClosingQuestion].question(),
			mean
		])
	];
	return parts.flatMap(([of, shown]) =>
		shown.as === 'hidden' ? [{ name: of, hidden: shown }] : []
	);
}

/** A hidden mean hides its dots by the same rule: it is said once. */
function partsOf(name: string, result: VoteResult | null): [string, Mean | VoteResult['dots']][] {
	if (!result) return [];
	return result.mean.as === 'hidden' ? [[name, result.mean]] : [[name, result.dots]];
}

/** A distance in levels, such as 0.6. */
export function levelsWords(levels: number | null): string {
	if (levels === null) return '–';
	const shown = Math.abs(levels).toLocaleString(getLocale(), { maximumFractionDigits: 1 });
	return m.recap_trend_give_or_take({ levels: shown });
}

/** What changed since the workshop before, and whether that is more than noise. */
export function trendSentence(change: Trend['change']): string {
	if (!change) return m.recap_trend_unknown();
	if (!change.isClear) return m.recap_trend_noise();
	const levels = Math.abs(change.difference).toLocaleString(getLocale(), {
		maximumFractionDigits: 1
	});
	return change.difference > 0 ? m.recap_trend_up({ levels }) : m.recap_trend_down({ levels });
}
