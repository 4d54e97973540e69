import { holoscope } from '$lib/content/instruments';
import type { Answers } from '$lib/domain/answers';
import { personReport } from '$lib/domain/report/person-report';
import { personScore } from '$lib/domain/scoring/person';
import { expect, test } from 'vitest';
import { answersOf } from '../../../support/answers';
import { typicalSheet } from '../../../support/person-sheets';

test('says what the scoring functions say, and nothing of its own', () => {
	const sheet = typicalSheet();
	expect(personReport(holoscope, sheet).score).toEqual(
		personScore(holoscope, 'full', sheet.answers)
	);
});

test('starts where the view is nearest to the monolith', () => {
	const { clearest, start } = personReport(holoscope, typicalSheet());

	expect(clearest.map(({ dimension, side }) => [dimension, side])).toEqual([
		['rules', 'monolith'],
		['outside-in', 'monolith'],
		['voice', 'hologram']
	]);
	expect(start).toBe('rules');
});

test('puts earlier sheets in the order of their days, whatever order they come in', () => {
	const early = typicalSheet({ day: '2026-01-10' }, 2);
	const late = typicalSheet({ day: '2026-06-10' }, 3);

	const { moments, earlier } = personReport(holoscope, typicalSheet(), [late, early]);
	expect(moments.map(({ day }) => day)).toEqual(['2026-01-10', '2026-06-10', '2026-11-22']);
	expect(earlier?.day).toBe('2026-06-10');
});

test('compares only what asked the same of the same', () => {
	const quick = typicalSheet({ day: '2026-06-10', form: 'quick' });
	const elsewhere = typicalSheet({ day: '2026-06-11', organization: 'Another' });

	expect(personReport(holoscope, typicalSheet(), [quick, elsewhere])).toMatchObject({
		moments: [],
		earlier: null,
		change: null
	});
});

test('tells “not sure” from no answer', () => {
	const answers: Record<string, number | null | undefined> = answersOf('full', () => 3);
	answers['voice-1'] = null;
	delete answers['voice-2'];
	const { notSure, unanswered } = personReport(
		holoscope,
		typicalSheet({ answers: answers as Answers })
	);

	expect(notSure).toEqual(['voice-1']);
	expect(unanswered).toEqual(['voice-2']);
});

test('without enough answers there is no zone, and nothing stands out', () => {
	const report = personReport(holoscope, typicalSheet({ answers: {} }));
	expect(report).toMatchObject({ zones: null, clearest: [], start: null, balance: null });
});
