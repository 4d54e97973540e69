import { holoscope } from '$lib/content/instruments';
import { isReadable } from '$lib/domain/readable-sheet';
import { expect, test } from 'vitest';
import { someSheet } from '../../support/sheets';

test.each([
	['as it was finished', {}, true],
	['with a question not sure and the others open', { answers: { 'voice-1': null } }, true],
	['of another edition', { edition: '2024.1' }, false],
	['of another instrument', { instrument: 'other' }, false],
	['of a form that is no longer there', { form: 'weekly', answers: {} }, false],
	['of a form named like something every object has', { form: 'toString', answers: {} }, false],
	['with a question of no form', { answers: { 'voice-9': 3 } }, false],
	['with an answer off the scale', { answers: { 'voice-1': 6 } }, false]
])('a kept sheet %s can be scored: %o → %s', (_, difference, expected) => {
	expect(isReadable(holoscope, someSheet(difference))).toBe(expected);
});
