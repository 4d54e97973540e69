import { holoscope } from '$lib/content/instruments';
import { analysisSchema } from '$lib/domain/analysis/analysis';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { scoreCommand } from '../../../src/cli/score/command';
import { expected } from '../../support/oracle';

const folder = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ANSWERS = 'tests/oracle/answers/scores.csv';
const TEAMS = 'tests/oracle/answers/scores-teams.csv';
const HEADER = `team,${holoscope.forms.quick!.join(',')}`;
const items = holoscope.forms.quick!.map((id) => holoscope.items.find((item) => item.id === id)!);
const ROW = 'Harbor,4,2,4,3,5,2,4,2';

let files = 0;

interface Ran {
	code: number;
	out: string;
	err: string;
}

/** Runs the command as `npm run score --` does, with text for its standard input. */
function spawned(args: string[], input = ''): Promise<Ran> {
	return new Promise((resolve) => {
		const child = execFile(
			process.execPath,
			['src/cli/score.ts', ...args],
			{ maxBuffer: 2 ** 26 },
			(error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err })
		);
		child.stdin!.end(input);
	});
}

/** The same without a process of its own, which costs more than all the rest; text comes from a file. */
async function score(args: string[], input?: string): Promise<Ran> {
	const written = { out: '', err: '' };
	const listen = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
		vi.spyOn(stream, 'write').mockImplementation((text) => {
			written[to] += text;
			return true;
		});
	const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'err')];
	try {
		const from = input === undefined ? [] : [file(`input-${files++}.csv`, input)];
		const code = await scoreCommand([...from, ...args]);
		return { code, ...written };
	} finally {
		spies.forEach((spy) => spy.mockRestore());
	}
}

function file(name: string, text: string | Buffer): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

/** The analysis of a file with this text. */
async function analysisOf(input: string | Buffer, args: string[] = []) {
	const path = file(`input-${files++}.csv`, input);
	const { code, out, err } = await score([path, '--json', '-', ...args]);
	expect({ code, err }).toEqual({ code: 0, err: '' });
	return analysisSchema.parse(JSON.parse(out));
}

describe('the command', { timeout: 30_000 }, () => {
	test('writes the analysis that base R agrees with, and prints a summary', async () => {
		const json = join(folder, 'analysis.json');
		const { code, out } = await spawned([ANSWERS, '--teams', TEAMS, '--json', json]);
		const analysis = analysisSchema.parse(JSON.parse(readFileSync(json, 'utf8')));
		const oracle = expected('scores').scores.overall.organization;

		expect(code).toBe(0);
		expect(analysis.lenses[0]!.organization.overall.mean).toBeCloseTo(oracle.mean, 8);
		expect(out).toContain('52 of 76 answered (1 left out for giving one answer only), 6 teams');
		expect(out).toContain(
			`Overall                              ${Math.round(oracle.mean)} ± ${Math.round(oracle.now)}`
		);
		expect(out).toMatch(/Night shift +57 ± 15 +n 3\/5/);
		expect(out).not.toMatch(/NaN|undefined|null/);
	});

	test('reads standard input and writes a table', async () => {
		const { code, out } = await spawned(['--csv', '-'], readFileSync(ANSWERS, 'utf8'));
		const [header, first] = out.split('\n');
		expect(code).toBe(0);
		expect(header).toMatch(/^lens,form,level,team,dimension,headcount,sheets,n,mean,sd,se,/);
		expect(first).toMatch(/^member,full,organization,,overall,,52,51,/);
		expect(out.trim().split('\n')).toHaveLength(1 + 7 * 10);
	});

	test('gives the same analysis for the same answers and seed', async () => {
		const run = (seed: string) => score([ANSWERS, '--json', '-', '--seed', seed]);
		const [one, again, other] = [await run('5'), await run('5'), await run('6')];
		expect(again.out).toBe(one.out);
		expect(other.out).not.toBe(one.out);
	});

	test('stops quietly when nobody reads on', async () => {
		const shell = `${process.execPath} src/cli/score.ts ${ANSWERS} --json - | head -c 10`;
		const { status, stdout, stderr } = spawnSync('sh', ['-c', shell], { encoding: 'utf8' });
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(stdout).toHaveLength(10);
	});

	test('explains itself', async () => {
		const { code, out } = await spawned(['--help']);
		expect(code).toBe(0);
		for (const word of [
			'--before',
			'--before-teams',
			'--days-between',
			'--person',
			'guess',
			'--instrument',
			'--form',
			'--teams',
			'--group',
			'--lens',
			'--skip-bad-rows',
			'--json',
			'--csv',
			'--seed',
			'--quiet',
			'Ends with',
			'voice-1'
		]) {
			expect(out).toContain(word);
		}
	});

	test('tells what has changed since an earlier round, and shows a mirror', async () => {
		const rows = (lens: string, value: number) =>
			[0, 1, 2, 3].map((more) => `${lens},${Array(8).fill(Math.min(5, value + (more % 2)))}\n`);
		const quick = `lens,${holoscope.forms.quick!.join(',')}\n`;
		const before = file('before.csv', quick + rows('member', 2).join(''));
		const now = [rows('member', 2), rows('guess', 4), rows('customer', 1)].flat().join('');

		const { code, out } = await score(['--before', before], quick + now);
		expect(code).toBe(0);
		expect(out).toMatch(
			/Since the earlier round, as members see it[^]*Overall +0 \(−\d+ to \+\d+\)/
		);
		expect(out).toContain('Mirror: members, guess of customers, customers');
		expect(out).not.toMatch(/NaN|undefined|null/);
		const { mirror, change, lenses } = await analysisOf(quick + now, ['--before', before]);
		expect(lenses.map(({ lens }) => lens)).toEqual(['member', 'customer']);
		expect(mirror!.items[0]!.guess).toEqual({ n: 4, mean: 87.5 });
		expect(change!.map(({ lens }) => lens)).toEqual(['member']);
	});

	describe('links people by their codes', () => {
		const header = `code,${HEADER}\n`;
		/** Ten people whose answers differ, all a step up from one round to the next, one of them two. */
		const rows = (up: number, code = (at: number) => `c${at}`) =>
			Array.from({ length: 10 }, (_, at) => {
				const step = up && at === 9 ? 2 : up;
				const answers = items.map(({ key }, item) => {
					const level = 1 + ((at + item) % 2) + step;
					return key === 1 ? level : 6 - level;
				});
				return `${code(at)},Harbor,${answers}\n`;
			}).join('');
		const before = () => file('codes-before.csv', header + rows(0));
		const change = async (now: string, ...args: string[]) =>
			(await analysisOf(header + now, ['--before', before(), ...args])).change![0]!;

		test('in a column that is named, for intervals of the same people', async () => {
			const linked = (await change(rows(1), '--person', 'Code')).teams[0]!.overall;
			const unlinked = (await change(rows(1))).teams[0]!.overall;
			expect(linked.n).toEqual({ before: 10, now: 10, linked: 10 });
			// Nine times 25 points and once 50.
			expect(linked.difference).toBeCloseTo(27.5, 9);
			expect(linked.df).toBe(9);
			expect(linked.error).toBeCloseTo(Math.sqrt((9 * 2.5 ** 2 + 22.5 ** 2) / 9 / 10), 9);
			expect(unlinked.n.linked).toBe(0);
		});

		test('in a column called person, found by itself, and says so', async () => {
			const named = (text: string) => text.replace('code,', 'person,');
			const earlier = file('person-before.csv', named(header + rows(0)));
			const { out } = await score(['--before', earlier], named(header + rows(1)));
			expect(out).toContain(
				'10 people of 10 then and 10 now are linked by their codes: their own change.'
			);
			const { out: careful } = await score(['--before', before()], header + rows(1));
			expect(careful).toContain('People are not linked');
		});

		test('and not those without a code, or with one that only one round has', async () => {
			const some = rows(1, (at) => (at < 4 ? '' : at < 5 ? 'new' : `c${at}`));
			const { overall } = (await change(some, '--person', 'code')).organization;
			expect(overall.n).toEqual({ before: 10, now: 10, linked: 5 });
		});

		test('and refuses a code that comes twice, by row and code, in either file', async () => {
			const twice = header + rows(0, (at) => (at === 6 ? 'c2' : `c${at}`));
			const words =
				'Row 8, column code: “c2” cannot be read. Expected each person once, but row 4 has';
			const now = await score(['--before', before(), '--person', 'code'], twice);
			expect([now.code, now.err]).toEqual([3, expect.stringContaining(words)]);
			const path = file('twice.csv', twice);
			const then = await score(['--before', path, '--person', 'code'], header + rows(0));
			expect([then.code, then.err]).toEqual([3, expect.stringMatching(`^.*twice.csv:\n${words}`)]);
			const without = ['--before', before(), '--person', 'code', '--skip-bad-rows', '--quiet'];
			expect((await score(without, twice)).code).toBe(0);
		});

		test('and asks for the column and the earlier round', async () => {
			const missing = await score(['--before', ANSWERS, '--person', 'code'], header + rows(0));
			expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('no column “code”')]);
			const alone = await score(['--person', 'code'], header + rows(0));
			expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('it needs --before')]);
		});
	});

	test('writes what has changed beside each score of the table', async () => {
		const quick = (value: number) =>
			[1, 2, 3, 4].map((at) => `Harbor,${items.map(() => Math.min(5, value + (at % 2)))}\n`);
		const before = file('table-before.csv', `${HEADER}\n${quick(2).join('')}`);
		const now = `${HEADER}\n${quick(2).join('')}${ROW.replace('Harbor', 'New')}\n`;
		const { out } = await score(['--before', before, '--csv', '-'], now);
		const [header, ...lines] = out
			.trim()
			.split('\n')
			.map((line) => line.split(','));
		const at = header!.indexOf('change');
		const changes = (team: string) => lines.find((line) => line[3] === team)!.slice(at);
		expect(header!.slice(at)).toEqual([
			'change',
			'change_low',
			'change_high',
			'change_is_clear',
			'change_linked',
			'change_missing'
		]);
		const [change, low, high, isClear, linked, missing] = changes('Harbor');
		expect([change, isClear, linked, missing]).toEqual(['0', 'no', '0', '']);
		expect(Number(high)).toBeCloseTo(-Number(low), 9);
		expect(changes('New')).toEqual(['', '', '', '', '', '']);
	});

	test('names the file when it is the earlier round that cannot be read', async () => {
		const before = file('broken.csv', `${HEADER}\nHarbor,9,2,4,3,5,2,4,2\n`);
		const { code, err } = await score([ANSWERS, '--before', before]);
		expect(code).toBe(3);
		expect(err).toMatch(/^.*broken\.csv:\nRow 2, column voice-1: “9”/);
		expect((await score([ANSWERS, '--before', 'nowhere.csv'])).code).toBe(4);
		expect((await score([ANSWERS, '--before', '-'])).code).toBe(2);
	});

	test('defuses team names that a spreadsheet would run', async () => {
		const { out } = await score(['--csv', '-'], `${HEADER}\n=1+1,4,2,4,3,5,2,4,2\n`);
		expect(out).toContain("'=1+1");
		expect(out).not.toMatch(/,=1\+1/);
	});
});

describe('a file may', () => {
	const plain = `${HEADER}\n${ROW}\nOffice,1,,NA,5,5,3,2,1\n`;
	let analysisOfPlain: Promise<unknown> | undefined;

	test.each([
		['use semicolons', plain.replaceAll(',', ';')],
		['use tabs and Windows line ends', plain.replaceAll(',', '\t').replaceAll('\n', '\r\n')],
		['begin with a byte order mark', `\uFEFF${plain}`],
		['quote everything', plain.replace(/[^,\n]+/g, '"$&"')],
		['have empty lines and no line end at its end', plain.replaceAll('\n', '\n\n').trimEnd()],
		['have empty columns at its right', plain.replaceAll('\n', ',,\n')],
		[
			'have columns that mean nothing here',
			plain.replaceAll('\n', ',x\n').replace(',x', ',Comment')
		],
		['end its rows with old line ends', plain.replaceAll('\n', '\r')]
	])('%s', async (_, text) => {
		expect(await analysisOf(text)).toEqual(await (analysisOfPlain ??= analysisOf(plain)));
	});

	test('use labels, and say not sure', async () => {
		const labels = `${HEADER}\nHarbor,Often,seldom,Often,About half the time,ALMOST ALWAYS,Seldom,"Not sure, or no chance to see it",not sure\n`;
		const numbers = `${HEADER}\nHarbor,4,2,4,3,5,2,,\n`;
		const [a, b] = [await analysisOf(labels), await analysisOf(numbers)];
		expect(a.lenses[0]!.organization.overall).toEqual(b.lenses[0]!.organization.overall);
		expect(a.lenses[0]!.items.at(-1)).toMatchObject({ notSure: 1, unanswered: 0 });
		expect(b.lenses[0]!.items.at(-1)).toMatchObject({ notSure: 0, unanswered: 1 });
	});

	test('name teams with commas, quotes, line breaks and accents, in UTF-8 and Latin-1', async () => {
		const names = ['A, B', 'the "core"', 'two\nlines', 'Zürich'];
		const rows = names.map((name) => ROW.replace('Harbor', `"${name.replaceAll('"', '""')}"`));
		const text = `${HEADER}\n${rows.join('\n')}\n`;
		for (const bytes of [Buffer.from(text), Buffer.from(text, 'latin1')]) {
			const analysis = await analysisOf(bytes);
			expect(analysis.lenses[0]!.teams.map(({ team }) => team)).toEqual([...names].sort());
		}
	});

	test('hold several lenses, forms and times', async () => {
		const full = holoscope.forms.full!;
		const row = (team: string, lens: string, asked: string[], seconds: string) =>
			[team, lens, seconds, ...full.map((id) => (asked.includes(id) ? '4' : ''))].join(',');
		const text = [
			['team', 'lens', 'duration', ...full].join(','),
			row('a', 'member', full.slice(0, 20), '30.5'),
			row('a', 'Customer', holoscope.forms.quick!, '')
		].join('\n');
		const analysis = await analysisOf(text, ['--form', 'member=full,customer=quick']);
		expect(analysis.lenses.map(({ lens, form }) => [lens, form])).toEqual([
			['member', 'full'],
			['customer', 'quick']
		]);
		expect(analysis.lenses[0]!.careless.signs['too-fast']).toBe(1);
		expect(analysis.lenses[1]!.organization.overall.mean).toBe(50);

		const only = await analysisOf(text, ['--form', 'quick', '--lens', 'customer']);
		expect(only.lenses.map(({ lens }) => lens)).toEqual(['customer']);
	});

	test('group people by any column', async () => {
		const text = `${HEADER.replace('team', 'Site')}\n${ROW}\n${ROW.replace('Harbor', 'Hill')}\n`;
		const analysis = await analysisOf(text, ['--group', 'site']);
		expect(analysis.lenses[0]!.teams.map(({ team }) => team)).toEqual(['Harbor', 'Hill']);
		expect((await analysisOf(text)).lenses[0]!.teams.map(({ team }) => team)).toEqual([
			'Everybody'
		]);
	});

	test('answer another instrument', async () => {
		const instrument = {
			...holoscope,
			id: 'short',
			precision: undefined,
			scale: {
				...holoscope.scale,
				options: [0, 1, 2, 3].map((value) => ({ value, label: `L${value}` }))
			},
			dimensions: holoscope.dimensions.slice(0, 1),
			items: holoscope.items.filter(({ dimension }) => dimension === 'voice'),
			forms: { all: ['voice-1', 'voice-2', 'voice-3', 'voice-4'] }
		};
		const path = file('instrument.json', JSON.stringify(instrument));
		const analysis = await analysisOf('voice-1,voice-2,voice-3,voice-4\n3,0,L3,0\n', [
			'--instrument',
			path
		]);
		expect(analysis.instrument.id).toBe('short');
		expect(analysis.lenses[0]!.organization.overall.mean).toBe(100);
	});
});

describe('bad rows', { timeout: 30_000 }, () => {
	const text = `${HEADER}\n${ROW}\n${ROW.replace(',4,', ',6,')}\nHill,4,often-ish,4,3,5,2,4,2\n`;

	test('are told with row, column, value and what was expected, and nothing is written', async () => {
		const json = join(folder, 'never.json');
		const { code, out, err } = await spawned(['--json', json], text);
		expect({ code, out }).toEqual({ code: 3, out: '' });
		expect(err.split('\n').slice(0, 3)).toEqual([
			'Row 3, column voice-1: “6” cannot be read. Expected 1 to 5, a label such as “Almost always”, “not sure”, or nothing.',
			'Row 4, column regard-2: “often-ish” cannot be read. Expected 1 to 5, a label such as “Almost always”, “not sure”, or nothing.',
			'2 rows cannot be read. Correct the file, or leave them out with --skip-bad-rows.'
		]);
		expect(() => readFileSync(json)).toThrow('ENOENT');
	});

	test('are skipped and listed when asked', async () => {
		const { code, out, err } = await score(['--skip-bad-rows', '--json', '-'], text);
		expect(code).toBe(0);
		expect(JSON.parse(out).lenses[0].organization.sheets).toBe(1);
		expect(err).toMatch(/^Skipped 2 rows:\nRow 3, column voice-1/);
	});

	test.each([
		[
			'a lens nobody knows',
			`lens,${HEADER}\nboss,${ROW}\n`,
			'Row 2, column lens: “boss” cannot be read. Expected member, leader, customer, partner.'
		],
		['a time that is none', `seconds,${HEADER}\nlong,${ROW}\n`, 'Row 2, column seconds: “long”'],
		[
			'more cells than the header',
			`${HEADER}\n${ROW},5\n`,
			'Row 2, column number 10: “5” cannot be read. Expected nothing'
		],
		[
			'a team with an endless name',
			`${HEADER}\n${'x'.repeat(200)}${ROW.slice(6)}\n`,
			'a name of at most 120 characters'
		]
	])('are those with %s', async (_, input, message) => {
		const { code, err } = await score([], input);
		expect(code).toBe(3);
		expect(err).toContain(message);
	});
});

describe('it ends', () => {
	test.each([
		['with 2 for an option it does not know', ['--best'], '', 2, /'--best'[^]*--help/],
		[
			'with 2 for a lens nobody knows',
			['--lens', 'boss'],
			'',
			2,
			/member, leader, customer, partner/
		],
		[
			'with 2 for a seed that is no number',
			['--seed', 'x'],
			'',
			2,
			/--seed expects a whole number/
		],
		[
			'with 2 for a form the instrument does not have',
			['--form', 'long'],
			`${HEADER}\n`,
			2,
			/no form “long”.*quick/
		],
		[
			'with 2 for two outputs in one place',
			['--json', '-', '--csv', '-'],
			'',
			2,
			/standard output/
		],
		['with 3 for an empty file', [], '', 3, /empty/],
		[
			'with 3 when no column is an item',
			[],
			'name,age\nx,4\n',
			3,
			/No column holds an item[^]*voice-1[^]*name, age/
		],
		[
			'with 3 for two columns of one item',
			[],
			'voice-1,voice1\n4,4\n',
			3,
			/Two columns hold the same item/
		],
		[
			'with 3 for a group column that is not there',
			['--group', 'site'],
			`${HEADER}\n`,
			3,
			/no column “site”/
		],
		[
			'with 3 for a quote that is never closed',
			[],
			`${HEADER}\n"Harbor,4\n`,
			3,
			/Row 2: a quote is never closed/
		],
		[
			'with 3 for an instrument that is none',
			['--instrument', 'package.json'],
			'',
			3,
			/is no instrument[^]*dimensions/
		],
		[
			'with 4 for a file that is not there',
			['nowhere.csv'],
			undefined,
			4,
			/Cannot read nowhere.csv: there is no such file/
		],
		['with 4 for a folder', ['src'], undefined, 4, /Cannot read src: it is a folder/],
		[
			'with 4 when it cannot write',
			['--json', 'nowhere/x.json'],
			`${HEADER}\n${ROW}\n`,
			4,
			/Cannot write/
		],
		['with 0 for a header and no people', [], `${HEADER}\n`, 0, /^$/]
	])('%s', async (_, args, input, code, message) => {
		const ran = await score(args, input);
		expect(ran.err).toMatch(message);
		expect(ran.code).toBe(code);
	});

	test.each([
		[
			'a headcount that is none',
			'team,headcount\nHarbor,many\n',
			'row 2: Expected a headcount above zero, found “many”'
		],
		['a team that comes twice', 'team,headcount\na,5\na,6\n', 'row 3: The team “a” comes twice'],
		['other columns', 'name,n\na,5\n', 'row 1: Expected the columns team and headcount']
	])('with 3 for a teams file with %s', async (_, teams, message) => {
		const { code, err } = await score([ANSWERS, '--teams', file(`teams-${files++}.csv`, teams)]);
		expect(code).toBe(3);
		expect(err).toContain(message);
	});
});
