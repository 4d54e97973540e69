import { isAnswerRecord, isDraftRecord, isKeptSheet } from '$lib/device/record-checks';
import { expect, test } from 'vitest';

const settings = {
	id: 'a1',
	instrument: 'holoscope',
	edition: '2026.1',
	form: 'full',
	lens: 'leader',
	organization: ''
};
const draft = { ...settings, place: 3 };
const answer = { draft: 'a1', item: 'voice-1', value: 5 };
const sheet = { ...settings, answers: { 'voice-1': 5, 'regard-2': null }, day: '2026-11-22' };

test('reads back what this version writes', () => {
	expect(isDraftRecord(draft)).toBe(true);
	expect(isAnswerRecord(answer)).toBe(true);
	expect(isAnswerRecord({ ...answer, value: null })).toBe(true);
	expect(isKeptSheet(sheet)).toBe(true);
});

test.each([
	['nothing', undefined],
	['null', null],
	['a list', [draft]],
	['a place before the first item', { ...draft, place: -1 }],
	['a place between items', { ...draft, place: 1.5 }],
	['an unknown lens', { ...draft, lens: 'boss' }],
	['an organization that is no text', { ...draft, organization: { name: 'x' } }],
	['a text without end', { ...draft, organization: 'x'.repeat(501) }],
	['no form', { ...draft, form: undefined }]
])('does not take %s for a draft', (_, record) => {
	expect(isDraftRecord(record)).toBe(false);
});

test.each([
	['words', 'often'],
	['a fraction', 2.5],
	['no value', undefined],
	['not a number', Number.NaN]
])('does not take %s for an answer', (_, value) => {
	expect(isAnswerRecord({ ...answer, value })).toBe(false);
	expect(isKeptSheet({ ...sheet, answers: { 'voice-1': value } })).toBe(false);
});

test.each(['yesterday', '2026-13-40', '22.11.2026', 20261122, undefined])(
	'does not take %s for a day',
	(day) => {
		expect(isKeptSheet({ ...sheet, day })).toBe(false);
	}
);
