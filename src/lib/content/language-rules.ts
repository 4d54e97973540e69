import type { LanguageRules } from '../domain/language/rules.ts';
import rulesEn from './language/en.json' with { type: 'json' };

/** What the language lens marks in English, and what it says about it. A test checks the file. */
export const languageRules = rulesEn as LanguageRules;
