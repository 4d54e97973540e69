import wordsEn from './stop-words/en.json' with { type: 'json' };

/** English words that say nothing about what a wording is about, in small letters. */
export const stopWords: ReadonlySet<string> = new Set(wordsEn);
