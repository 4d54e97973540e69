import { expect, test } from 'vitest';
import {
	importProblemWords,
	refusalWords,
	teamProblemWords,
	type Refusal
} from '$lib/content/round-refusals';
import { storageWords } from '$lib/content/storage-words';
import { answerRefusals } from '$lib/domain/round/answering';
import { linkRefusals } from '$lib/domain/round/link';
import { roundRefusals } from '$lib/domain/round/round-rules';
import { storageProblems } from '$lib/server/database/storage-problem';
import { refusalStatus } from '$lib/server/refusal-status';

const refusals: Refusal[] = [
	...roundRefusals,
	...linkRefusals,
	...answerRefusals,
	'import-too-large',
	'import-has-problems'
];

test('every refusal has a sentence of its own and a status of a client’s mistake', () => {
	const sentences = refusals.map(refusalWords);

	expect(new Set(sentences).size).toBe(refusals.length);
	expect(sentences.every((sentence) => /^[A-Z].*[.?]$/.test(sentence))).toBe(true);
	expect(
		refusals.every((refusal) => [404, 409, 410, 413, 422].includes(refusalStatus(refusal)))
	).toBe(true);
});

test('every storage problem says what is safe', () => {
	for (const problem of storageProblems) {
		expect(storageWords[problem]()).toContain('Nothing that was confirmed is lost.');
	}
});

test('problems in lists say where they are', () => {
	expect(teamProblemWords({ code: 'team-name-twice', line: 7, text: 'Harbor' })).toBe(
		'Line 7: “Harbor” is there twice.'
	);
	expect(teamProblemWords({ code: 'too-many-teams', line: 1001, text: '10000' })).toBe(
		'There are 10000 teams, and 1000 are the most. Is this the right list?'
	);
	expect(importProblemWords({ code: 'import-off-scale', sheet: 3 }, 2)).toBe(
		'Row 4: one of its answers is not on the scale.'
	);
});
