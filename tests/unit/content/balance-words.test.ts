import { balanceWords } from '$lib/content/balance-words';
import type { BalanceQuadrant, PersonBalance } from '$lib/domain/scoring/person-balance';
import { personScore } from '$lib/domain/scoring/person';
import { holoscope } from '$lib/content/instruments';
import { expect, test } from 'vitest';
import { typicalSheet } from '../../support/person-sheets';

const score = personScore(holoscope, 'full', typicalSheet().answers);
const ALL: BalanceQuadrant[] = ['connected', 'turned-inward', 'heroic-front-line', 'walled'];

function wordsFor(possible: BalanceQuadrant[]) {
	const balance = { outsideIn: 45, giveAndGet: 60, difference: -15, margin: 12, isClear: true };
	return balanceWords({ ...balance, possible } as PersonBalance, score, 'en');
}

test('what is too close to call leans nowhere', () => {
	expect(wordsFor(ALL)).toMatchObject({ name: 'Too close to call', lean: '' });
});

test('a clear difference is told where the picture is clear in part', () => {
	expect(wordsFor(['connected', 'turned-inward']).lean).toContain('leans inward');
});
