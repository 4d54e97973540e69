import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holoscope } from '$lib/content/instruments';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoHeadcounts, demoPeople } from '../../support/organizations';
import { hasPdfTools, run } from '../../support/report-pages';

const folder = mkdtempSync(join(tmpdir(), 'score-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const items = holoscope.forms.full!;
const people = demoPeople();

function csvOf(rename = (team: string) => team): string {
	const rows = people.map(({ team, answers }) =>
		[`"${rename(team)}"`, ...items.map((item) => answers[item] ?? 'not sure')].join(',')
	);
	return [`team,${items.join(',')}`, ...rows, ''].join('\n');
}

function score(...args: string[]) {
	return spawnSync(process.execPath, ['src/cli/score.ts', '--quiet', ...args], {
		encoding: 'utf8'
	});
}

beforeAll(() => {
	const teams = [...demoHeadcounts].map(([team, headcount]) => `${team},${headcount}`);
	writeFileSync(at('answers.csv'), csvOf());
	writeFileSync(at('teams.csv'), ['team,headcount', ...teams, ''].join('\n'));
});

const wish = () => [
	...[at('answers.csv'), '--teams', at('teams.csv')],
	...['--name', 'Northwind Foods', '--day', '2026-11-22']
];

describe('--pdf', { timeout: 60_000 }, () => {
	test('writes the same bytes for the same answers, options and day', async () => {
		expect(score(...wish(), '--pdf', at('one.pdf')).status).toBe(0);
		expect(score(...wish(), '--pdf', at('two.pdf')).status).toBe(0);
		const [one, two] = [await readFile(at('one.pdf')), await readFile(at('two.pdf'))];
		expect(one.subarray(0, 5).toString()).toBe('%PDF-');
		expect(two.equals(one)).toBe(true);
	});

	test.skipIf(!hasPdfTools)(
		'says what has changed since an earlier round, and whether people were linked',
		() => {
			const earlier = ['--before', at('answers.csv'), '--pdf', at('change.pdf')];
			expect(score(...wish(), ...earlier).status).toBe(0);
			const text = () => run('pdftotext', at('change.pdf'), '-').replaceAll(/\s+/g, ' ');
			expect(text()).toMatch(/Since last time .*Overall: 0 points, give or take \d+\./);
			expect(text()).toContain('the answers are not linked from one round to the next');

			const [header, ...rows] = csvOf().trim().split('\n');
			const linked = [`person,${header}`, ...rows.map((row, person) => `p${person},${row}`), ''];
			writeFileSync(at('linked.csv'), linked.join('\n'));
			const again = [at('linked.csv'), '--before', at('linked.csv'), '--pdf', at('change.pdf')];
			expect(score(...again).status).toBe(0);
			expect(text()).toMatch(/Codes tell \d+ people who answered both times/);
		}
	);

	test('prints names that look like markup, run right to left or have no glyph', () => {
		const names = ['#import "x" $', 'شركة', '北風', '\u202ea\u0007', '𓀀', 'Ü'.repeat(120)];
		const renamed = [...demoHeadcounts.keys()];
		writeFileSync(
			at('hostile.csv'),
			csvOf((team) => (names[renamed.indexOf(team)] ?? team).replaceAll('"', '""'))
		);
		const { status, stderr } = score(at('hostile.csv'), '--pdf', at('hostile.pdf'));
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(existsSync(at('hostile.pdf'))).toBe(true);
	});

	test.each([
		[['--paper', 'a0'], 2, '--paper expects a4 or letter'],
		[['--day', '2026-02-30'], 2, '--day expects a day'],
		[['--name', 'x'.repeat(121)], 2, '--name expects at most 120 characters'],
		[['--pdf', '-', '--csv', '-'], 2, 'Only one of'],
		[['--pdf', '/no/such/folder/report.pdf'], 4, 'Cannot write']
	])('says what is wrong with %j', (args, code, words) => {
		const { status, stderr } = score(...wish(), ...args);
		expect({ status, stderr }).toEqual({ status: code, stderr: expect.stringContaining(words) });
	});
});

describe.skipIf(!hasPdfTools)('the report of an organization', { timeout: 60_000 }, () => {
	const path = at('report.pdf');
	beforeAll(() => void score(...wish(), '--paper', 'letter', '--pdf', path));

	test('is a sound, tagged file with a title, a language and its own fonts', () => {
		expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
		const info = run('pdfinfo', path);
		expect(info).toMatch(/Title:\s+Between monolith and hologram: Northwind Foods/);
		expect(info).toMatch(/Tagged:\s+yes/);
		expect(info).toContain('(letter)');
		expect(Number(/Pages:\s+(\d+)/.exec(info)![1])).toBeLessThanOrEqual(8);
		expect(run('qpdf', '--json', path)).toContain('"/Lang": "u:en"');
		expect(run('pdfinfo', '-meta', path)).toContain('<pdfuaid:part>1</pdfuaid:part>');

		const fonts = run('pdffonts', path).trimEnd().split('\n').slice(2);
		expect(fonts.length).toBeGreaterThan(1);
		// Columns from the right: object ID (two numbers), unicode map, subset, embedded.
		expect(fonts.map((line) => line.trim().split(/\s+/).at(-5))).toEqual(fonts.map(() => 'yes'));
	});

	test('gives a screen reader one title, sections, tables with headers, and a text for each plate', () => {
		const tags = [...run('pdfinfo', '-struct', path).matchAll(/^\s*(H\d|Table|TH|Figure)\b/gm)].map(
			([, tag]) => tag!
		);
		const count = (tag: string) => tags.filter((each) => each === tag).length;
		expect(count('H1')).toBe(1);
		expect(tags.find((tag) => tag.startsWith('H'))).toBe('H1');
		expect(count('H2')).toBeGreaterThan(6);
		expect(count('Table')).toBe(6);
		expect(count('TH')).toBeGreaterThan(30);
		const structure = run('qpdf', '--json', path);
		for (const team of demoHeadcounts.keys())
			expect(structure).toContain(`Outline of ${team} over`);
	});

	test('comes in the order it is meant to be read', () => {
		const text = run('pdftotext', path, '-').replaceAll(/\s+/g, ' ');
		const inOrder = [
			'191 of 231 people',
			'The people of Northwind Foods see it',
			'of 100, give or take',
			'One thing to try this week',
			'What needs you most',
			'What each pole looks like',
			'How close people are',
			'Do the parts mirror the whole?',
			'Inward and outward',
			'What this is, and what it is not',
			'Method',
			'All teams',
			'All questions'
		];
		const places = inOrder.map((words) => text.indexOf(words));
		expect(places[0]).toBeGreaterThanOrEqual(0);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});

	test('carries its numbers as JSON', () => {
		const name = 'holoscope-report-2026-11-22.json';
		const { report } = JSON.parse(run('qpdf', `--show-attachment=${name}`, path));
		expect(report.teams.map(({ name }: { name: string }) => name)).toEqual([
			...demoHeadcounts.keys()
		]);
	});
});
