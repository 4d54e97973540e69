import { languageRules } from '$lib/content/language-rules';
import { lensOf } from '$lib/domain/language/lens';
import { phraseOf } from '$lib/domain/language/phrase';
import { TEXT_KINDS } from '$lib/domain/language/rules';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { labeledSentences } from '../../support/language/labeled';
import { fitsOf, precision } from '../../support/language/precision';

const words = z.string().min(1);
const rule = z.strictObject({
	id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
	family: z.enum(['silo', 'talking-at', 'goals', 'outcomes', 'recognition', 'internal-customer']),
	sure: z.enum(['clear', 'likely', 'hint']),
	kinds: z.array(z.enum(TEXT_KINDS)).min(1),
	name: z.string().min(8).max(60),
	why: z.string().min(60).max(260),
	question: z.string().min(20).max(140).endsWith('?'),
	marks: z
		.array(
			z.strictObject({
				phrase: words,
				try: words.optional(),
				needs: z.array(words).min(1).optional()
			})
		)
		.min(1),
	exceptions: z.array(words),
	unless: z.array(words)
});

test.each(languageRules.rules)('the rule “$name” is complete', (entry) => {
	expect(rule.safeParse(entry).error?.issues ?? []).toEqual([]);
});

test('no rule is there twice', () => {
	const ids = languageRules.rules.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
});

test('a phrase that names no list of ours is a mistake that shows at once', () => {
	expect(() => phraseOf('@nobody here', languageRules.lists)).toThrow(RangeError);
});

const lens = lensOf(languageRules);

test.each(['development', 'held-out'] as const)(
	'at least nine of ten marks are right in the %s sentences',
	(part) => {
		expect(precision(fitsOf(lens, labeledSentences(part)).overall)).toBeGreaterThanOrEqual(0.9);
	}
);

test('each rule is tried on sentences that it marks, and sentences without a mark are as many', () => {
	const sentences = [...labeledSentences('development'), ...labeledSentences('held-out')];
	expect(sentences.length).toBeGreaterThanOrEqual(300);
	expect(new Set(sentences.map(({ sentence }) => sentence)).size).toBe(sentences.length);
	expect(sentences.filter(({ rules }) => rules.length === 0).length).toBeGreaterThan(
		sentences.length / 3
	);
	for (const { id } of languageRules.rules) {
		expect(sentences.filter(({ rules }) => rules.includes(id)).length).toBeGreaterThanOrEqual(8);
	}
});
