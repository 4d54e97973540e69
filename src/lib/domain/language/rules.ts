/** What a text is; it decides which rules apply. */
export type TextKind = 'memo' | 'goals' | 'job' | 'outcomes' | 'recognition' | 'comments';
export const TEXT_KINDS: readonly TextKind[] = [
	'memo',
	'goals',
	'job',
	'outcomes',
	'recognition',
	'comments'
];

/** How often such words mean what the rule says: nearly always, mostly, or only sometimes. */
export type Sureness = 'clear' | 'likely' | 'hint';

/** A phrase that a rule marks. `phrase.ts` has the notation. */
export interface RulePhrase {
	phrase: string;
	/** Wording that fits in the place of the marked words; none where only people can find it. */
	try?: string | null;
	/** Phrases of which the sentence must hold at least one. */
	needs?: readonly string[];
}

/** One way of speaking that the lens marks, with what it says about it. */
export interface LanguageRule {
	id: string;
	family: string;
	sure: Sureness;
	kinds: readonly TextKind[];
	name: string;
	why: string;
	question: string;
	marks: readonly RulePhrase[];
	/** Phrases that mean something else: a mark that shares words with one of them is dropped. */
	exceptions: readonly string[];
	/** Phrases anywhere in the sentence that make the rule silent there. */
	unless: readonly string[];
}

/** The rules of one language, as data. */
export interface LanguageRules {
	/** BCP 47, such as `en`. */
	language: string;
	/** Words whose dot ends no sentence. */
	abbreviations: readonly string[];
	/** Lists of words that phrases name with `@`. */
	lists: Readonly<Record<string, readonly string[]>>;
	rules: readonly LanguageRule[];
}
