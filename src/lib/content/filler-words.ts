import { stopWords } from './stop-words.ts';

/** Sentences about who we want to be for our customers nearly all have these: they tell none from another. */
const ALWAYS_THERE =
	`always anyone become company customer customers even ever everyone every gets gives goes makes
	much only ours people really somebody someone team themselves wants yours`.split(/\s+/);

const fillers: Record<string, ReadonlySet<string>> = {
	en: new Set([...stopWords, ...ALWAYS_THERE])
};

/** Words that say nothing about what such a sentence means; a language without a list of its own has none. */
export function fillerWords(language: string): ReadonlySet<string> {
	return fillers[language.slice(0, 2)] ?? new Set();
}
