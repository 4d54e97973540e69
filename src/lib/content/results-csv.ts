import { OVERALL } from '../domain/results/group-ids.ts';
import { questionMeasure } from '../domain/results/question-measure.ts';
import type {
	GroupView,
	MirrorSide,
	MirrorView,
	Results,
	ScoreView,
	Shown
} from '../domain/results/results.ts';
import * as m from '../paraglide/messages.js';
import { csvText } from './csv-text.ts';
import { wordsForHidden } from './publication-words.ts';

/** Stands in every field that a rule keeps back: never empty and never zero. */
const HIDDEN = 'hidden';
/** Stands for a count that would point at the one or two who had no score. */
const NEARLY_ALL = 'nearly all';

/**
 * Results for a spreadsheet: one row for each group and measure, then the mirror's questions. A hidden number says
 * “hidden”, with the rule in the last field; empty is what does not apply. Text that a spreadsheet would run as a
 * formula is defused, and a number below zero stays one.
 */
export function resultsCsv({ whole, teams, lenses, mirror }: Results): string {
	const rows = [whole, ...teams, ...lenses].flatMap((group) =>
		[group.overall, ...group.dimensions, ...group.outcomes].map((score) => rowOf(group, score))
	);
	const questions = mirror.flatMap((view) => mirrorRows(view, { whole, lenses }));
	return csvText([...rows, ...questions]);
}

function rowOf({ name, lens, headcount, sheets }: GroupView, score: ScoreView) {
	const { measure, distribution, mean, agreement, change } = score;
	const { rule, ...numbers } = numbersOf(score);
	return {
		group: name,
		lens: lens as string,
		headcount: headcount ?? '',
		sheets: sheets ?? HIDDEN,
		measure,
		...numbers,
		distribution: mean.as === 'hidden' ? HIDDEN : distributionText(distribution),
		agreement: text(agreement, String),
		change: text(change, ({ difference }) => difference),
		change_margin: text(change, ({ margin }) => margin),
		change_is_clear: text(change, ({ isClear }) => (isClear ? 'yes' : 'no')),
		mirror: '' as string | number,
		rule
	};
}

/** Of the overall only the guess: the other two views have a row of their own already. */
function mirrorRows(
	{ item, own, guess, customers, finding }: MirrorView,
	{ whole, lenses }: Pick<Results, 'whole' | 'lenses'>
): ReturnType<typeof rowOf>[] {
	const customersName = lenses.find(({ lens }) => lens === 'customer')?.name ?? '';
	const row = (group: string, lens: string, side: MirrorSide) => {
		const { rule, ...numbers } = numbersOf(side);
		return {
			group,
			lens,
			headcount: '',
			sheets: '',
			measure: item === null ? OVERALL : questionMeasure(item),
			...numbers,
			distribution: '',
			agreement: '',
			change: '',
			change_margin: '',
			change_is_clear: '',
			mirror: text(finding, String),
			rule
		};
	};
	const guessed = row(m.guess_lens(), 'guess', guess);
	if (item === null) return [guessed];
	return [row(whole.name, 'member', own), guessed, row(customersName, 'customer', customers)];
}

function numbersOf({ n, mean, margin }: MirrorSide) {
	const rule = mean.as === 'hidden' ? mean : margin?.as === 'hidden' ? margin : null;
	return {
		n: mean.as === 'hidden' ? HIDDEN : (n ?? NEARLY_ALL),
		score: scoreText(mean),
		margin: text(mean.as === 'hidden' ? mean : margin, String),
		rule: rule ? wordsForHidden(rule).why : ''
	};
}

function scoreText(mean: ScoreView['mean']): string {
	if (mean.as === 'hidden') return HIDDEN;
	if (mean.as === 'value') return String(mean.value);
	return mean.side === 'or-more' ? `${mean.value} or more` : `${mean.value} or less`;
}

/** How many in each fifth, or for each answer, lowest first; a shape in words. */
function distributionText(distribution: ScoreView['distribution']): string {
	if (distribution === null) return '';
	if (distribution.as === 'hidden') return HIDDEN;
	const parts = distribution.as === 'counts' ? distribution.counts : distribution.heights;
	return parts.join(' ');
}

function text<T>(shown: Shown<T> | null, write: (value: T) => string | number) {
	if (shown === null) return '';
	return shown.as === 'value' ? write(shown.value) : HIDDEN;
}
