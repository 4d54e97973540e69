import { calendarEntry } from '$lib/content/calendar-entry';
import { describe, expect, test } from 'vitest';

const entry = {
	id: 'abc',
	day: '2026-12-18',
	writtenOn: '2026-11-22',
	title: 'Did we keep our promise?',
	text: 'First line\nsecond; with, marks \\ and more',
	link: 'https://x.test/recap/t/promises/p'
};

describe('a calendar entry', () => {
	test('stands on its day, for the whole day, under an id that stays', () => {
		const lines = calendarEntry(entry).split('\r\n');
		expect(lines).toContain('DTSTART;VALUE=DATE:20261218');
		expect(lines).toContain('UID:abc@holoscope');
		expect(lines).toContain('DTSTAMP:20261122T000000Z');
	});

	test('escapes what means something to calendars (RFC 5545, 3.3.11)', () => {
		expect(calendarEntry(entry)).toContain(
			String.raw`DESCRIPTION:First line\nsecond\; with\, marks \\ and more`
		);
	});

	test('folds lines at 75 bytes without cutting a character, and unfolds to the same', () => {
		const text = 'Größe 🙂 '.repeat(40);
		const folded = calendarEntry({ ...entry, text });
		for (const line of folded.split('\r\n'))
			expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
		expect(folded.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${text}`);
	});

	test('lets no text begin a line of its own', () => {
		const sly = calendarEntry({ ...entry, title: 'x\r\nATTENDEE:mailto:a@b.test' });
		expect(sly.split('\r\n').filter((line) => line.startsWith('ATTENDEE'))).toEqual([]);
	});
});
