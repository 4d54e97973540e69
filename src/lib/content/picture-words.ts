import { commentMinimum } from '../domain/publication/comment-minimum.ts';
import type { Contract } from '../domain/publication/contract.ts';
import type { CommentsRefusal } from '../domain/publication/rules/comments.ts';
import type { TeamPictures } from '../domain/workshop/told.ts';
import { sharedWords, type Picture, type SharedWord } from '../domain/workshop/picture.ts';
import type { Mean } from '../domain/workshop/results.ts';
import * as m from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';
import { fillerWords } from './stop-words.ts';
import { wordsForHidden } from './publication-words.ts';

/** How many pictures of the whole there are, as a headline. */
export function picturesHeading(pictures: readonly Picture[]): string {
	return m.pictures_count({ count: pictures.length });
}

/** How widely the largest picture is shared, or why that is not said. */
export function largestWords(largest: Mean, pictures: readonly Picture[]): string {
	if (largest.as === 'hidden') return wordsForHidden(largest).why;
	if (pictures.length > 1 && pictures[0]!.sentences.length === 1) return m.pictures_largest_each();
	const value = String(largest.value);
	if (largest.as === 'value') return m.pictures_largest_value({ value });
	return largest.side === 'or-more'
		? m.pictures_largest_more({ value })
		: m.pictures_largest_less({ value });
}

/** Why a room's sentences are not shown. */
export function keptSentencesWords(refusal: CommentsRefusal, { k }: Pick<Contract, 'k'>): string {
	return refusal === 'small-group'
		? m.pictures_kept_small({ needed: commentMinimum({ k }) })
		: m.pictures_kept_few();
}

/** The same for readers of another team: only what was written for them counts. */
export function keptFromRoundWords(
	refusal: CommentsRefusal,
	contract: Pick<Contract, 'k'>
): string {
	return refusal === 'few-writers'
		? m.pictures_results_kept_few()
		: keptSentencesWords(refusal, contract);
}

/** How widely a team shares its largest picture, for readers of another team. */
export function teamShareWords({ largest, told }: TeamPictures): string {
	if (largest.as === 'hidden') return wordsForHidden(largest).why;
	if (told && told.pictures > 1 && told.sentences.length === 1) return m.pictures_team_each();
	const value = String(largest.value);
	if (largest.as === 'value') return m.pictures_team_value({ value });
	return largest.side === 'or-more'
		? m.pictures_team_more({ value })
		: m.pictures_team_less({ value });
}

/** The words that all or most sentences share, in one or two sentences. */
export function sharedWordsSentences(pictures: readonly Picture[]): string[] {
	const sentences = pictures.flatMap((picture) => picture.sentences.map(({ words }) => words));
	return inSentences(sharedWords(sentences, fillerWords(getLocale())), {
		all: m.pictures_words_all,
		most: m.pictures_words_most,
		none: m.pictures_words_none
	});
}

const FEWEST_TEAMS = 2;

/** The same of the largest pictures of the teams that tell theirs, each team once; nothing where one is alone. */
export function sharedAcrossSentences(pictures: readonly TeamPictures[]): string[] {
	const each = pictures.flatMap(({ told }) => (told ? [told.sentences.join(' ')] : []));
	if (each.length < FEWEST_TEAMS) return [];
	return inSentences(sharedWords(each, fillerWords(getLocale()), FEWEST_TEAMS), {
		all: m.pictures_results_words_all,
		most: m.pictures_results_words_most,
		none: m.pictures_results_words_none
	});
}

interface SharedTexts {
	all: (input: { words: string }) => string;
	most: (input: { words: string }) => string;
	none: () => string;
}

function inSentences(shared: readonly SharedWord[], say: SharedTexts): string[] {
	const list = (isInAll: boolean) =>
		shared
			.filter((each) => each.isInAll === isInAll)
			.map(({ word }) => word)
			.join(', ');
	const [all, most] = [list(true), list(false)];
	const said = [
		...(all ? [say.all({ words: all })] : []),
		...(most ? [say.most({ words: most })] : [])
	];
	return said.length > 0 ? said : [say.none()];
}
