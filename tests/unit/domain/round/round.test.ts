import { expect, test } from 'vitest';
import { holoscope } from '$lib/content/instruments';
import { formFor, isOver, phaseOf } from '$lib/domain/round/round';

test.each([
	['2026-12-18T23:00Z', false, 'in the evening in London'],
	['2026-12-19T07:59Z', false, 'just before midnight in Los Angeles'],
	['2026-12-19T11:59Z', false, 'just before midnight in the last place on earth'],
	['2026-12-19T12:00Z', true, 'when the day has ended everywhere']
])('a day is over at %s: %s, %s', (moment, over) => {
	expect(isOver('2026-12-18', new Date(moment))).toBe(over);
});

test('an open round is closed once its day is over, a draft stays a draft', () => {
	const later = new Date('2026-12-20T00:00Z');

	expect(phaseOf({ state: 'open', closesOn: '2026-12-18' }, later)).toBe('closed');
	expect(phaseOf({ state: 'draft', closesOn: '2026-12-18' }, later)).toBe('draft');
	expect(phaseOf({ state: 'closed', closesOn: '2027-12-18' }, later)).toBe('closed');
});

test('customers and partners answer the quick form, unless the questions have none', () => {
	const round = { form: 'full' };

	expect(formFor(round, 'customer', holoscope)).toBe('quick');
	expect(formFor(round, 'leader', holoscope)).toBe('full');
	expect(formFor(round, 'customer', { ...holoscope, forms: { full: ['voice-1'] } })).toBe('full');
});
