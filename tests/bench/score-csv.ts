/**
 * A CSV of a million rows through the command line, beside parsing the same file alone with Papa Parse, both as processes
 * of their own. The command reads bytes itself and makes text only of the cells it must. To reach: at most 1.5 times.
 *
 *   node tests/bench/score-csv.ts [rows]
 */
import Papa from 'papaparse';
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { holoscope } from '../../src/lib/content/instruments.ts';
import { itemsOf } from '../../src/lib/domain/instrument/form.ts';

if (process.argv[2] === '--parse') {
	let rows = 0;
	const stream = createReadStream(process.argv[3]!, { encoding: 'utf8', highWaterMark: 2 ** 20 });
	Papa.parse(stream as unknown as Papa.LocalFile, {
		chunk: ({ data }) => (rows += data.length),
		complete: () => console.log(rows)
	});
} else await compare(Number(process.argv[2] ?? 1_000_000));

async function compare(rows: number): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'score-csv-'));
	const file = join(folder, 'answers.csv');
	try {
		await write(file, rows);
		const times = { parse: Infinity, score: Infinity };
		for (let round = 0; round < 3; round++) {
			times.parse = Math.min(times.parse, seconds(['tests/bench/score-csv.ts', '--parse', file]));
			times.score = Math.min(times.score, seconds(['src/cli/score.ts', file, '--quiet']));
		}
		const ratio = times.score / times.parse;
		console.log(
			`${rows.toLocaleString('en')} rows, best of 3: parsing alone ${times.parse.toFixed(2)} s, ` +
				`the whole command ${times.score.toFixed(2)} s, ratio ${ratio.toFixed(2)} (to reach: 1.5)`
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
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
