import { bare } from '../domain/language/words.ts';
import lists from './stop-words.json' with { type: 'json' };

/** For each language: what says nothing anywhere, and what nearly every sentence about our customers has. */
const known: Record<string, (typeof lists)['en'] | undefined> = lists;

/** Words that say nothing about what a wording is about, as `bare` has them; none in a language without a list. */
export function stopWords(language: string): ReadonlySet<string> {
	return new Set(listsOf(language)?.everywhere.map(bare));
}

/** The same for sentences about who we want to be for our customers, which share more words than others do. */
export function fillerWords(language: string): ReadonlySet<string> {
	const own = listsOf(language);
	return new Set(own && [...own.everywhere, ...own.aboutOurCustomers].map(bare));
}

/** `de` and `de-AT` share their words. */
function listsOf(language: string) {
	return known[language.split('-')[0]!.toLowerCase()];
}
