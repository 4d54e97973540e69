import { holoscope } from '$lib/content/instruments';
import { personScore } from '$lib/domain/scoring/person';
import { expect, test } from 'vitest';
import { simulateAnswers } from '../../../src/cli/demo/simulate';
import { demoTeams } from '../../../src/cli/demo/story';

const crowd = { instrument: holoscope, form: 'full', people: 400, seed: 7 };

test('the same seed makes the same people', () => {
	const profile = demoTeams[0]!.profile;
	expect(simulateAnswers({ ...crowd, profile })).toEqual(simulateAnswers({ ...crowd, profile }));
	expect(simulateAnswers({ ...crowd, profile, seed: 8 })).not.toEqual(
		simulateAnswers({ ...crowd, profile })
	);
});

test('made-up people answer the form alike, whatever else they are asked', () => {
	const profile = { 'outcome-stay': 80 };
	const asked = simulateAnswers({ ...crowd, profile, outcomes: holoscope.outcomes });
	const stay = asked.flatMap((answers) => answers['outcome-stay'] ?? []);

	expect(asked).toMatchObject(simulateAnswers({ ...crowd, profile }));
	expect(stay.reduce((sum, value) => sum + value, 0) / stay.length).toBeCloseTo(4.1, 0);
});

test('made-up people see what their profile says, on average', () => {
	const profile = demoTeams.find(({ name }) => name === 'Finance')!.profile;
	const scores = simulateAnswers({ ...crowd, profile }).map((answers) =>
		personScore(holoscope, 'full', answers)
	);

	for (const { id: dimension } of holoscope.dimensions) {
		const points = profile[dimension]!;
		const values = scores.flatMap(({ dimensions }) => {
			const score = dimensions.find((entry) => entry.dimension === dimension)!.score;
			return score === null ? [] : [score];
		});
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		expect(Math.abs(mean - points)).toBeLessThan(5);
	}
});

test('the story has twelve teams of 231 people, one of them too small to show', () => {
	expect(demoTeams).toHaveLength(12);
	expect(demoTeams.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(231);
	expect(demoTeams.filter(({ headcount }) => headcount < 5)).toHaveLength(1);
});
