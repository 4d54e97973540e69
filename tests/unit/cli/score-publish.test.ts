import { holoscope } from '$lib/content/instruments';
import { resultsSchema } from '$lib/domain/results/results-schema';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoHeadcounts, demoPeople } from '../../support/organizations';

const folder = mkdtempSync(join(tmpdir(), 'score-publish-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const items = holoscope.forms.full!;
const small = [...demoHeadcounts].find(([, headcount]) => headcount < 5)![0];

function score(...args: string[]) {
	return spawnSync(process.execPath, ['src/cli/score.ts', at('answers.csv'), ...args], {
		encoding: 'utf8'
	});
}

beforeAll(() => {
	const rows = demoPeople().map(({ team, answers }) =>
		[team, ...items.map((item) => answers[item] ?? '')].join(',')
	);
	writeFileSync(at('answers.csv'), [`team,${items.join(',')}`, ...rows, ''].join('\n'));
	const teams = [...demoHeadcounts].map(([team, headcount]) => `${team},${headcount}`);
	writeFileSync(at('teams.csv'), ['team,headcount', ...teams, ''].join('\n'));
	writeFileSync(at('fewer.csv'), ['team,headcount', ...teams.slice(1), ''].join('\n'));
	writeFileSync(at('whole.csv'), ['team,headcount', ...teams, 'whole,9', ''].join('\n'));
});

describe('--publish', { timeout: 60_000 }, () => {
	test('writes what passed the gate as JSON, CSV, PDF and words, and no number of a small team', () => {
		const { status, stdout, stderr } = score(
			...['--teams', at('teams.csv'), '--publish', '5', '--name', 'Northwind Foods'],
			...['--json', at('all.json'), '--csv', at('all.csv'), '--pdf', at('all.pdf')]
		);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });

		const results = resultsSchema.parse(JSON.parse(readFileSync(at('all.json'), 'utf8')));
		const hidden = results.teams.find(({ name }) => name === small)!;
		expect([hidden.overall, ...hidden.dimensions].map(({ mean }) => mean.as)).toEqual(
			Array.from({ length: 10 }, () => 'hidden')
		);
		expect(results.whole.overall.mean.as).toBe('value');
		expect(results.contract.k).toBe(5);

		const lines = readFileSync(at('all.csv'), 'utf8').split('\r\n');
		const ofSmall = lines.filter((line) => line.startsWith(`${small},`));
		expect(ofSmall).toHaveLength(10);
		for (const line of ofSmall) expect(line).toContain(',hidden,hidden,');

		expect(stdout).toMatch(new RegExp(`^${small} +hidden$`, 'm'));
		expect(stdout).toMatch(new RegExp(`^Hidden: .*${small}`, 'm'));
		expect(stdout).toMatch(/^Overall +\d+ ± \d/m);
		expect(readFileSync(at('all.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
	});

	test.each([
		[['--publish', '5'], 2, '--publish needs --teams'],
		[['--publish', '3', '--teams', at('teams.csv')], 2, '4 to 20'],
		[['--publish', 'five', '--teams', at('teams.csv')], 2, '4 to 20'],
		[['--publish', '', '--teams', at('teams.csv')], 2, '4 to 20'],
		[['--publish', '5', '--teams', at('fewer.csv')], 3, 'the headcount of every team'],
		[['--publish', '5', '--teams', at('whole.csv')], 3, 'no team can be called “whole”'],
		[['--publish', '5', '--teams', at('teams.csv'), '--lens', 'customer'], 3, 'answers of members']
	])('refuses %j and writes nothing', (args, code, words) => {
		const { status, stdout, stderr } = score(...args);
		expect({ status, stdout, stderr }).toEqual({
			status: code,
			stdout: '',
			stderr: expect.stringContaining(words)
		});
	});
});
