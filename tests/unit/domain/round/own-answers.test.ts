import { holoscope } from '$lib/content/instruments';
import { ownAnswers } from '$lib/domain/round/own-answers';
import type { Sheet } from '$lib/domain/sheet';
import { expect, test } from 'vitest';
import { everyItem } from '../../../support/answers';

const own: Sheet = {
	instrument: holoscope.id,
	edition: holoscope.edition,
	form: 'full',
	lens: 'member',
	organization: 'A name that is mine',
	day: '2026-10-03',
	answers: everyItem('full', 'hologram')
};
const asked = { instrument: holoscope, form: 'quick', lens: 'member' as const };

test('takes the answers to the items that the round asks, and nothing else of the sheet', () => {
	const taken = ownAnswers(own, asked);
	if (taken.refusal !== null) throw new Error(taken.refusal);

	expect(taken.answers.map(({ item }) => item)).toEqual(holoscope.forms.quick);
	expect(taken.answers[0]).toEqual({ item: 'voice-1', value: 5 });
	expect(JSON.stringify(taken)).not.toMatch(/2026|mine/);
});

test('keeps “not sure”, and leaves open what was left open', () => {
	const sheet = { ...own, answers: { 'voice-1': 2, 'regard-2': null } };

	expect(ownAnswers(sheet, asked)).toEqual({
		refusal: null,
		answers: [
			{ item: 'voice-1', value: 2 },
			{ item: 'regard-2', value: null }
		]
	});
});

test.each([
	['another edition', { edition: '2019.1' }, 'other-edition'],
	['another instrument', { instrument: 'climate' }, 'other-edition'],
	['another lens', { lens: 'leader' as const }, 'other-lens'],
	['no answer to this form', { answers: { 'voice-2': 4 } }, 'nothing-answered'],
	['nothing but “not sure”', { answers: { 'voice-1': null } }, 'nothing-answered']
])('refuses a sheet with %s', (_, changes, refusal) => {
	expect(ownAnswers({ ...own, ...changes }, asked)).toEqual({ refusal });
});
