import { holoscope } from '$lib/content/instruments';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'score-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = `team,lens,comment,"${holoscope.forms.quick!.join('","')}"`;
/** A comment that nobody reads makes a file large with few rows. */
const COMMENT = 'x'.repeat(1000);
const ROWS = 18_000;

/** Rows of three lenses in 70 teams; `special` stand in for some of them. */
function table(special: Record<number, string> = {}): string {
	const rows = Array.from({ length: ROWS }, (_, at) => {
		const answers = Array.from({ length: 8 }, (_, item) => 1 + ((at * 7 + item * at * at) % 5));
		const lens = ['member', 'leader', 'customer'][at % 3];
		return special[at] ?? `Team ${(at * 31) % 70},${lens},${COMMENT.slice(at % 90)},${answers}`;
	});
	return `${HEADER}\r\n${rows.join('\r\n')}\r\n`;
}

/** What the command writes for a file, and for the same through standard input, which is read in order. */
function bothWays(text: string, ...args: string[]) {
	const path = join(folder, 'answers.csv');
	writeFileSync(path, text);
	const run = (file: string, input: string) => {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['src/cli/score.ts', file, '--json', '-', ...args],
			{ input, encoding: 'utf8', maxBuffer: 2 ** 28 }
		);
		return { status, stdout, stderr };
	};
	return { inParts: run(path, ''), inOrder: run('-', text) };
}

describe('a large file', { timeout: 60_000 }, () => {
	test('gives the same bytes in parts as in order', () => {
		const { inParts, inOrder } = bothWays(table());
		expect(inOrder.status).toBe(0);
		expect(JSON.parse(inOrder.stdout).lenses[0].organization.sheets).toBe(ROWS / 3);
		expect(inParts).toEqual(inOrder);
	});

	test('names the rows that cannot be read by their numbers, wherever they lie', () => {
		const bad = { 0: 'Team 1,member,,9', 9_000: 'Team 1,boss,,1', [ROWS - 1]: 'Team 1,member,,x' };
		const { inParts, inOrder } = bothWays(table(bad), '--skip-bad-rows');
		expect(inOrder.stderr).toMatch(/Row 2, .*\n?.*/);
		expect(inOrder.stderr).toContain(`Row ${ROWS + 1}, column voice-1: “x”`);
		expect(inParts).toEqual(inOrder);
	});

	test('may hold quotes and line breaks anywhere', () => {
		const { inParts, inOrder } = bothWays(
			table({ 12_000: 'Team 1,member,"one\r\ntwo, ""three""\r\n",1,2,3,4,5,4,3,2' })
		);
		expect(inOrder.status).toBe(0);
		expect(inParts).toEqual(inOrder);
	});

	test('may be quoted throughout, with line breaks in quotes', () => {
		const [header, ...rows] = table().split('\r\n');
		const quoted = rows.map((row) => row.replaceAll(/[^,]+/g, '"$&"').replace('xx"', 'x\r\n"'));
		const { inParts, inOrder } = bothWays([header, ...quoted].join('\r\n'));
		expect(inOrder.status).toBe(0);
		expect(JSON.parse(inOrder.stdout).lenses[0].organization.sheets).toBe(ROWS / 3);
		expect(inParts).toEqual(inOrder);
	});

	test('may have quotes that do not pair', () => {
		const inch = table({ 3_000: 'Team 1,member,5",1,2,3,4,5,4,3,2' });
		const { inParts, inOrder } = bothWays(inch);
		expect(inOrder.status).toBe(0);
		expect(inParts).toEqual(inOrder);
	});

	test('is refused for a quote that is never closed, by the number of its row', () => {
		const { inParts, inOrder } = bothWays(table({ 15_000: '"Team 1,member,,1,2,3,4,5,4,3,2' }));
		expect(inOrder).toMatchObject({ status: 3, stderr: 'Row 15002: a quote is never closed.\n' });
		expect(inParts).toEqual(inOrder);
	});

	test('may have a row that is longer than a part', () => {
		const { inParts, inOrder } = bothWays(
			table({ 7_000: `Team 1,member,${'y'.repeat(5_000_000)},1,2,3,4,5,4,3,2` })
		);
		expect(inOrder.status).toBe(0);
		expect(inParts).toEqual(inOrder);
	});

	test('with a form that does not fit is refused as a small one', () => {
		const { inParts, inOrder } = bothWays(table(), '--form', 'member=quick,customer=none');
		expect(inOrder.status).toBe(2);
		expect(inParts).toEqual(inOrder);
	});
});
