import { holoscope } from '$lib/content/instruments';
import { answerCellReader } from '$lib/domain/import/answer-cell';
import { expect, test } from 'vitest';

const read = answerCellReader(holoscope);

test.each([
	['4', 4],
	[' 1 ', 1],
	['5.0', 5],
	['About half the time', 3],
	['ALMOST NEVER', 1],
	['A2', 2],
	['AO05', 5]
])('%j is the answer %i', (cell, value) => {
	expect(read(cell)).toEqual({ kind: 'answer', value });
});

test.each(['Not sure, or no chance to see it', 'not sure'])('%j is not sure', (cell) => {
	expect(read(cell)).toEqual({ kind: 'not-sure' });
});

test.each(['', '  ', 'NA', 'n/a', 'NaN', '-'])('%j is missing', (cell) => {
	expect(read(cell)).toEqual({ kind: 'missing' });
});

test.each(['0', '6', '-1', '2.5', 'often-ish', '=1+1', '1e9', 'A6', '٣'])(
	'%j cannot be read',
	(cell) => {
		expect(read(cell)).toEqual({ kind: 'unreadable' });
	}
);
