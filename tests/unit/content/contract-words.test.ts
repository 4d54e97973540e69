import { contractSentences, smallTeamSentence } from '$lib/content/contract-words';
import { expect, test } from 'vitest';

const contract = { openness: 'anonymous', k: 5, keptUntil: '2027-06-30' } as const;
const closesOn = '2026-12-18';

test('an anonymous contract is three sentences with its own numbers and days', () => {
	const sentences = contractSentences({ contract, closesOn });

	expect(sentences).toHaveLength(3);
	expect(sentences[0]).toContain('fewer than 5 people');
	expect(sentences[1]).toMatch(/December 18, 2026.*at least 8 people/);
	expect(sentences[2]).toContain('June 30, 2027');
});

test('a contract with the price of control says what else is asked, before how long answers are kept', () => {
	const sentences = contractSentences({ contract: { ...contract, outcomes: true }, closesOn });

	expect(sentences).toHaveLength(4);
	expect(sentences[2]).toMatch(/last three questions.*customers buy and stay/);
});

test('comments need as many people as numbers do, when that is more than eight', () => {
	const [, sight] = contractSentences({ contract: { ...contract, k: 12 }, closesOn });

	expect(sight).toContain('at least 12 people');
});

test('an open contract does not promise that nobody is recognized', () => {
	const [first] = contractSentences({ contract: { ...contract, openness: 'open' }, closesOn });

	expect(first).toContain('may recognize your answers');
});

test('only a team below the smallest group is told that it gets no numbers', () => {
	expect(smallTeamSentence(contract, { name: 'Kitchen', headcount: 4 })).toContain('Kitchen');
	expect(smallTeamSentence(contract, { name: 'Harbor', headcount: 5 })).toBeNull();
	expect(
		smallTeamSentence({ openness: 'open', k: 5 }, { name: 'Kitchen', headcount: 4 })
	).toBeNull();
});
