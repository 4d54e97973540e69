import { holoscope } from '$lib/content/instruments';
import { questions, questionsOf, questionWords } from '$lib/content/questions';
import { wordingOf } from '$lib/domain/instrument/form';
import { expect, test } from 'vitest';

test('the answering page asks what the instrument says', () => {
	expect(questions).toEqual(questionsOf(holoscope));
});

test.each(['member', 'leader'] as const)(
	'every question reads as in the instrument to a %s',
	(lens) => {
		for (const item of holoscope.items) {
			expect(questionWords(item.id, lens, 'A $& B')).toBe(wordingOf(item, lens, 'A $& B'));
		}
	}
);
