/**
 * What a power cut leaves of PostgreSQL: `node tests/faults/power-cut-postgres.ts [cuts]`.
 *
 * The real storage takes answers on a disk of its own, a file system in a file. At any moment the file system is ended
 * without writing anything more, as a power cut ends it, and every process of PostgreSQL with it. When the power is back
 * each answer that had been acknowledged must be there, and pg_amcheck must find every table and index whole. Only root
 * may make such a disk: without, all of PostgreSQL is killed, and what the system had not yet written stays.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { faultsIn, note, type Acknowledged } from '../support/faults/answer-lines.ts';
import { ownDisk } from '../support/faults/own-disk.ts';
import { sleep } from '../support/load/measure.ts';
import { check, say, sum } from '../support/load/say.ts';
import { startPostgres } from '../support/postgres-server.ts';

const [CUTS = 20] = process.argv.slice(2).map(Number);
const WRITER = 'tests/support/faults/answering-writer.ts';
const DISK_MB = 256;

const disk = ownDisk(DISK_MB);
if (!disk) console.log('Without root there is no disk of its own: PostgreSQL is killed instead.');
const server = await startPostgres(disk ? { under: disk.folder } : {});
const acknowledged: Acknowledged = new Map();
const found: string[] = [];
const messages: number[] = [];
try {
	for (let cut = 0; cut < CUTS; cut++) {
		messages.push(await answerUntilCut());
		await server.start();
		found.push(...faultsIn(await keptAnswers(), acknowledged), ...faultsOfFiles());
	}
} finally {
	// Of a disk without power nothing can be removed but the disk.
	await (disk ? server.stop().then(disk.remove) : server.remove());
}
console.log(
	`\n${disk ? 'power cut' : 'killed'} ${CUTS} times, ${sum(messages)} messages acknowledged`
);
check(acknowledged.size > 0 && messages.every((count) => count > 0), 'each time while many answer');
for (const fault of new Set(found))
	say(`${found.filter((each) => each === fault).length} × ${fault}`);
check(found.length === 0, 'all came up, whole, with every acknowledged answer');

/** How many messages were acknowledged before the power was cut. */
async function answerUntilCut(): Promise<number> {
	const writer = spawn(process.execPath, [WRITER, server.url, '1000000'], {
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const exited = once(writer, 'exit');
	const lines = createInterface({ input: writer.stdout });
	let count = 0;
	lines.on('line', (line) => {
		note(acknowledged, line);
		count++;
	});
	await once(lines, 'line');
	await sleep(Math.random() * 1_500);
	const { processes } = server;
	disk?.cutPower();
	for (const pid of processes) kill(pid);
	await exited;
	// Its next start takes a number that is still in use for itself.
	while (processes.some((pid) => existsSync(`/proc/${pid}`))) await sleep(50);
	await disk?.powerOn();
	return count;
}

function kill(pid: number): void {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// Ended by itself when it could not write.
	}
}

async function keptAnswers() {
	const client = new pg.Client({ connectionString: server.url });
	await client.connect();
	const { rows } = await client.query('select * from answers');
	await client.end();
	return rows;
}

/** What PostgreSQL's own program for it finds wrong with tables and indexes. */
function faultsOfFiles(): string[] {
	const program = globSync('/usr/lib/postgresql/*/bin/pg_amcheck').sort().at(-1);
	if (!program) return ['pg_amcheck is not installed'];
	const words = ['--install-missing', '--heapallindexed', server.url];
	const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
	return status === 0 ? [] : [`${stdout} ${stderr}`.trim()];
}
