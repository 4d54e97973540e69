/**
 * A CSV of a million rows through the command line, beside parsing the same file alone with Papa Parse, both as processes
 * of their own, in turns. To reach: at most 1.5 times, by the medians. It takes a quiet machine: the command
 * counts in as many threads as there are processors, and each must find one.
 *
 *   node tests/bench/score-csv.ts [rows] [rounds]
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { holoscope } from '../../src/lib/content/instruments.ts';
import { itemsOf } from '../../src/lib/domain/instrument/form.ts';

const [rows = 1_000_000, rounds = 7] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'score-csv-'));
const file = join(folder, 'answers.csv');
try {
	await write(file, rows);
	const parse: number[] = [];
	const score: number[] = [];
	for (let round = 0; round < rounds; round++) {
		parse.push(seconds(['tests/bench/parse-csv.ts', file]));
		score.push(seconds(['src/cli/score.ts', file, '--quiet']));
	}
	const [parsing, scoring] = [median(parse), median(score)];
	console.log(
		`${rows.toLocaleString('en')} rows, medians of ${rounds}: parsing alone ${parsing.toFixed(2)} s, ` +
			`the whole command ${scoring.toFixed(2)} s, ratio ${(scoring / parsing).toFixed(2)} (to reach: 1.5); ` +
			`best of each ${Math.min(...parse).toFixed(2)} and ${Math.min(...score).toFixed(2)} s; ` +
			`${availableParallelism()} processors, load ${loadavg()[0]!.toFixed(1)}`
	);
} finally {
	rmSync(folder, { recursive: true });
}

function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

async function write(file: string, rows: number): Promise<void> {
	const stream = createWriteStream(file);
	const ids = itemsOf(holoscope, 'full').map(({ id }) => id);
	let state = 7;
	const random = () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return state >>> 0;
	};
	stream.write(`team,${ids.join(',')}\n`);
	for (let row = 0; row < rows;) {
		const lines: string[] = [];
		for (let end = Math.min(rows, row + 10_000); row < end; row++) {
			const answers = ids.map(() => (random() % 40 === 0 ? '' : 1 + (random() % 5)));
			lines.push(`Team ${random() % 5000},${answers.join(',')}\n`);
		}
		if (!stream.write(lines.join(''))) await once(stream, 'drain');
	}
	stream.end();
	await once(stream, 'finish');
}

function seconds(args: string[]): number {
	const start = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(stderr);
	return (performance.now() - start) / 1000;
}
