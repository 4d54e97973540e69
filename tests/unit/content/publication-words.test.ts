import {
	wordsForContractRefusal,
	wordsForHidden,
	wordsForKeptComments
} from '$lib/content/publication-words';
import { hidden, reasonSchema } from '$lib/domain/publication/reasons';
import { expect, test } from 'vitest';
import { contractWith } from '../../support/publication/builders';

test.each(reasonSchema.options)(
	'%s says why something is hidden, and what is possible instead',
	(reason) => {
		const { why, instead } = wordsForHidden(hidden(reason, 5));

		for (const words of [why, instead]) {
			expect(words).toMatch(/^[A-Z].*\.$/);
			expect(words).not.toMatch(/[{}_]|undefined/);
		}
	}
);

test('the words name how many people a rule asks for', () => {
	expect(wordsForHidden(hidden('small-group', 7)).why).toContain('Fewer than 7');
});

test('a contract that cannot be loosened and comments that stay back say why', () => {
	expect(wordsForContractRefusal('opened')).toContain('anonymous');
	expect(wordsForKeptComments('few-writers', contractWith({ k: 12 }).contract)).toContain('12');
});
