import { csvExport, jsonExport, textExport } from '$lib/components/language/export-files';
import { languageRules } from '$lib/content/language-rules';
import { lensOf } from '$lib/domain/language/lens';
import Papa from 'papaparse';
import { expect, test } from 'vitest';

const text = '=HYPERLINK(1) my people met.\nGood.';
const reading = lensOf(languageRules).read(text, { kind: 'memo' });
const exported = { ...reading, text, version: 'We met.', kind: 'memo', day: '2026-11-22' } as const;

test('the text file has the note, the question, the text and the own version', () => {
	const file = textExport(exported);
	for (const part of ['1 place in', 'my people met', 'Whose colleagues', text, 'We met.']) {
		expect(file).toContain(part);
	}
});

test('the CSV has a row for each mark, and no formula', async () => {
	const file = await csvExport(exported);
	const { data } = Papa.parse<Record<string, string>>(file.replace('\uFEFF', '').trim(), {
		header: true
	});
	expect(data).toHaveLength(1);
	expect(data[0]).toMatchObject({ rule: 'my-people', words: 'my people', kind: 'memo' });
	expect(data[0]!.sentence).toMatch(/^'=/);
});

test('the CSV of a text without marks still has its columns', async () => {
	expect(await csvExport({ ...exported, marks: [] })).toContain('note,day,kind,rule');
});

test('the JSON says where each mark is', () => {
	const { marks, version, perThousand } = JSON.parse(jsonExport(exported));
	expect(text.slice(marks[0].start, marks[0].end)).toBe('my people');
	expect(version).toBe('We met.');
	expect(perThousand).toBeNull();
});
