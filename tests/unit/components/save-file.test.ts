import { fileName } from '$lib/components/report/save-file';
import { expect, test } from 'vitest';

const day = '2026-11-22';

test.each([
	['', 'Holoscope 2026-11-22'],
	['Northwind Foods', 'Holoscope Northwind Foods 2026-11-22'],
	['Müller & Söhne 株式会社', 'Holoscope Müller & Söhne 株式会社 2026-11-22'],
	['../../etc/passwd', 'Holoscope etc passwd 2026-11-22'],
	['a\\b:c*d?"<e>|f', 'Holoscope a b c d e f 2026-11-22'],
	['tab\there\u202E', 'Holoscope tab here 2026-11-22'],
	['...', 'Holoscope 2026-11-22']
])('a file of “%s” is called “%s”', (organization, name) => {
	expect(fileName({ organization, day })).toBe(name);
});

test('a long name is cut between characters, never within one', () => {
	const name = fileName({ organization: '👩‍🚀'.repeat(60), day });
	expect(name.isWellFormed()).toBe(true);
	expect(name.length).toBeLessThan(160);
});
