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
	return run('answers.csv', ...args);
}

function run(name: string, ...args: string[]) {
	return spawnSync(process.execPath, ['src/cli/score.ts', at(name), ...args], { encoding: 'utf8' });
}

type Person = ReturnType<typeof demoPeople>[number];

/** A file of everybody's answers, after `change` has had a look at each person. */
function writeAnswers(
	name: string,
	change: (person: Person, at: number) => Person = (same) => same
) {
	const rows = demoPeople()
		.map(change)
		.map(({ team, answers }) => [team, ...items.map((item) => answers[item] ?? '')].join(','));
	writeFileSync(at(name), [`team,${items.join(',')}`, ...rows, ''].join('\n'));
}

/** The same person a step nearer to the hologram. */
function better({ team, answers }: Person): Person {
	const up = (item: string, answer: number) => {
		const { key } = holoscope.items.find(({ id }) => id === item)!;
		return Math.min(5, Math.max(1, answer + key));
	};
	const entries = Object.entries(answers).map(([item, answer]) => [
		item,
		answer && up(item, answer)
	]);
	return { team, answers: Object.fromEntries(entries) };
}

beforeAll(() => {
	writeAnswers('answers.csv');
	writeAnswers('better.csv', better);
	writeAnswers('one-better.csv', (person, at) => (at === 0 ? better(person) : person));
	const teams = [...demoHeadcounts].map(([team, headcount]) => `${team},${headcount}`);
	writeFileSync(at('teams.csv'), ['team,headcount', ...teams, ''].join('\n'));
	writeFileSync(at('fewer.csv'), ['team,headcount', ...teams.slice(1), ''].join('\n'));
	writeFileSync(at('whole.csv'), ['team,headcount', ...teams, 'whole,9', ''].join('\n'));
});

const early = (k: string) => [
	...['--publish', k, '--teams', at('teams.csv')],
	...['--before', at('answers.csv')]
];
const then = (days: string, teams = 'teams.csv') => [
	...['--before-teams', at(teams)],
	...['--days-between', days]
];

/** Publishes a file as the round after `answers.csv`, and that one by itself. */
function publish(name: string, days: string) {
	const teams = ['--teams', at('teams.csv'), '--publish', '5'];
	score(...teams, '--quiet', '--json', at('b.json'));
	return run(
		name,
		...[...teams, '--before', at('answers.csv'), '--before-teams', at('teams.csv')],
		...['--days-between', days, '--json', at('c.json'), '--csv', at('c.csv')]
	);
}

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

	test('tells what has changed since an earlier file, through the same gate', () => {
		const { status, stdout, stderr } = publish('better.csv', '90');
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(stdout).toMatch(/^Since the earlier round\nOverall +\+\d+ ± \d+, clear$/m);

		const { whole, teams, ledger } = resultsSchema.parse(
			JSON.parse(readFileSync(at('c.json'), 'utf8'))
		);
		const before = resultsSchema.parse(JSON.parse(readFileSync(at('b.json'), 'utf8'))).whole;
		const { change, mean } = whole.overall;
		if (change?.as !== 'value' || mean.as !== 'value' || before.overall.mean.as !== 'value')
			throw new Error('The whole is hidden.');
		expect(change.value.difference).toBe(mean.value - before.overall.mean.value);
		expect(teams.find(({ name }) => name === small)!.overall.change!.as).toBe('hidden');
		expect(new Set(ledger.map(({ publication }) => publication))).toEqual(
			new Set(['before/1', 'answers/1'])
		);
		const line = readFileSync(at('c.csv'), 'utf8')
			.split('\r\n')
			.find((line) => line.includes(',overall,'))!;
		expect(line).toContain(`,${change.value.difference},${change.value.margin},yes,`);
	});

	test('shows again about the same weeks what nobody has changed, and hides what one person has', () => {
		expect(publish('answers.csv', '7').status).toBe(0);
		const same = resultsSchema.parse(JSON.parse(readFileSync(at('c.json'), 'utf8')));
		expect(same.whole.overall.change).toMatchObject({ as: 'value', value: { difference: 0 } });

		const { status, stdout } = publish('one-better.csv', '7');
		const team = demoPeople()[0]!.team;
		const one = resultsSchema.parse(JSON.parse(readFileSync(at('c.json'), 'utf8')));
		const of = ({ teams }: typeof one) => teams.find(({ name }) => name === team)!.overall.mean;
		expect(status).toBe(0);
		expect([of(same).as, of(one)]).toEqual([
			'value',
			expect.objectContaining({ as: 'hidden', because: 'same-weeks' })
		]);
		expect(stdout).toMatch(new RegExp(`^Hidden: Overall, ${team}\n.*about the same weeks`, 'm'));
		expect(publish('one-better.csv', '28').status).toBe(0);
		const later = resultsSchema.parse(JSON.parse(readFileSync(at('c.json'), 'utf8')));
		expect(of(later).as).toBe('value');
	});

	test('says that guesses and a change of the form are left out', () => {
		const quick = holoscope.forms.quick!;
		const [member, guess] = ['member', 'guess'].map((lens) =>
			demoPeople().map(
				({ team, answers }) => `${team},${lens},${quick.map((item) => answers[item] ?? '')}`
			)
		);
		const rows = [`team,lens,${quick}`, ...member!, ...guess!, ''];
		writeFileSync(at('quick.csv'), rows.join('\n'));
		const { status, stderr } = publish('quick.csv', '90');
		expect(status).toBe(0);
		expect(stderr.split('\n')).toEqual([
			expect.stringContaining('Guesses are left out'),
			expect.stringContaining('The change is left out: members answered another form'),
			''
		]);
	});

	test.each([
		[['--publish', '5'], 2, '--publish needs --teams'],
		[['--publish', '3', '--teams', at('teams.csv')], 2, '4 to 20'],
		[['--publish', 'five', '--teams', at('teams.csv')], 2, '4 to 20'],
		[['--publish', '', '--teams', at('teams.csv')], 2, '4 to 20'],
		[['--publish', '5', '--teams', at('fewer.csv')], 3, 'the headcount of every team'],
		[['--publish', '5', '--teams', at('whole.csv')], 3, 'no team can be called “whole”'],
		[['--publish', '5', '--teams', at('teams.csv'), '--lens', 'customer'], 3, 'answers of members'],
		[[...early('5'), '--before-teams', at('teams.csv')], 2, '--days-between, the days'],
		[[...early('5'), '--days-between', '30'], 2, '--before-teams, the headcounts of then'],
		[[...early('5'), ...then('x')], 2, '--days-between expects a number of days'],
		[[...early('5'), ...then('30'), '--person', 'code'], 2, 'never links people'],
		[['--teams', at('teams.csv'), '--before-teams', 'x'], 2, 'for --publish with --before only'],
		[[...early('5'), ...then('30', 'fewer.csv')], 3, '--before-teams does not have']
	])('refuses %j and writes nothing', (args, code, words) => {
		const { status, stdout, stderr } = score(...args);
		expect({ status, stdout, stderr }).toEqual({
			status: code,
			stdout: '',
			stderr: expect.stringContaining(words)
		});
	});
});

describe('guesses', { timeout: 60_000 }, () => {
	const quick = holoscope.forms.quick!;
	/** Members, and so many customers and guesses, the latter a step more hopeful. */
	function writeMirror(name: string, { customers, guesses }: Record<string, number>) {
		const outside = (lens: string, count: number, answer: number) =>
			Array.from({ length: count }, (_, at) =>
				[
					...['', lens],
					...items.map((item) => (quick.includes(item) ? answer + (at % 3) - 1 : ''))
				].join(',')
			);
		const members = demoPeople().map(({ team, answers }) =>
			[team, 'member', ...items.map((item) => answers[item] ?? '')].join(',')
		);
		writeFileSync(
			at(name),
			[
				`team,lens,${items.join(',')}`,
				...members,
				...outside('customer', customers!, 2),
				...outside('guess', guesses!, 4),
				''
			].join('\n')
		);
	}
	const mirrorOf = (name: string, ...more: string[]) => {
		const made = run(
			name,
			...[
				'--teams',
				at('teams.csv'),
				'--publish',
				'5',
				'--json',
				at('m.json'),
				'--csv',
				at('m.csv')
			],
			...more
		);
		expect(made.status).toBe(0);
		const { mirror, contract, ledger } = resultsSchema.parse(
			JSON.parse(readFileSync(at('m.json'), 'utf8'))
		);
		return { ...made, mirror, contract, ledger, csv: readFileSync(at('m.csv'), 'utf8') };
	};
	const short = ['--form', 'member=full,customer=quick'];

	test('stand beside members and customers, through the same gate as in a round', () => {
		writeMirror('mirror.csv', { customers: 30, guesses: 24 });
		const { mirror, contract, csv, stdout, stderr } = mirrorOf('mirror.csv', ...short);
		expect(stderr).toBe('');
		expect(contract.cuts).toContain('guess');
		expect(mirror.map(({ item }) => item)).toEqual([null, ...quick]);
		const [, question] = mirror;
		expect(question!.guess).toMatchObject({ n: 24, mean: { as: 'value' } });
		expect(csv).toContain('Members’ guesses,guess');
		expect(stdout).toContain('Mirror: members, guess of customers, customers');
		expect(stdout).not.toContain('hidden hidden');
	});

	test('of fewer people than may be shown stay hidden', () => {
		writeMirror('few-guesses.csv', { customers: 30, guesses: 4 });
		const { mirror, ledger } = mirrorOf('few-guesses.csv', ...short);
		for (const { guess, customers } of mirror) {
			expect(guess).toMatchObject({ n: null, mean: { as: 'hidden' } });
			expect(customers.mean.as).toBe('value');
		}
		expect(ledger.some(({ group }) => group === 'guess')).toBe(false);
	});

	test('of the same weeks are shown again where nobody changed theirs, also beside a file without any', () => {
		writeMirror('then.csv', { customers: 30, guesses: 24 });
		const alone = mirrorOf('then.csv', ...short);
		const since = (before: string) => [
			...['--before', at(before), '--before-teams', at('teams.csv'), '--days-between', '10'],
			...short
		];
		expect(mirrorOf('then.csv', ...since('then.csv')).mirror).toEqual(alone.mirror);
		expect(mirrorOf('then.csv', ...since('answers.csv')).mirror).toHaveLength(9);
	});

	test('are left out in words without customers, or where customers were asked the long form', () => {
		writeMirror('no-customers.csv', { customers: 0, guesses: 24 });
		writeMirror('long-form.csv', { customers: 30, guesses: 24 });
		for (const [name, ...more] of [['no-customers.csv', ...short], ['long-form.csv']] as const) {
			const { mirror, contract, stderr } = mirrorOf(name, ...more);
			expect(stderr).toContain('Guesses are left out');
			expect(mirror).toEqual([]);
			expect(contract.cuts).not.toContain('guess');
		}
	});
});
