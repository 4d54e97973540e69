import { holoscope } from '$lib/content/instruments';
import { readResultFile } from '$lib/device/result-file';
import { sheetFile } from '$lib/domain/sheet-file';
import { expect, test } from 'vitest';
import { someSheet } from '../../support/sheets';

test('a file of results comes back as its sheets', async () => {
	const file = new File([sheetFile([someSheet()])], 'x.json');
	expect(await readResultFile(holoscope, file)).toEqual({ sheets: [someSheet()], problems: [] });
});

test('a file far too large is not even opened', async () => {
	const file = new File(['['.repeat(2_000_001)], 'x.json');
	expect(await readResultFile(holoscope, file)).toEqual({
		sheets: [],
		problems: [{ path: '', reason: 'too-large' }]
	});
});

test('a file that vanished meanwhile is told as unreadable', async () => {
	const file = new File(['{}'], 'x.json');
	file.text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
	expect(await readResultFile(holoscope, file)).toEqual({
		sheets: [],
		problems: [{ path: '', reason: 'unreadable' }]
	});
});
