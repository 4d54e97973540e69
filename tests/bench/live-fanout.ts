/**
 * A workshop under load on this machine: `node tests/bench/live-fanout.ts [people]`. Joins, watches, votes
 * within ten seconds, reveals; then the same fan-out beside a bare event stream of node:http. It fails when
 * a vote is lost or counted twice, and prints everything else as measured.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PEOPLE = Number(process.argv[2] ?? 1_000);
const VOTING_MS = 10_000;
const CHANGES = 40;
const PACE_MS = 200;
const PORT = Number(process.env.PORT ?? 3206);
const BASE = `http://127.0.0.1:${PORT}`;
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

interface Phone {
	cookie: string;
	watch: Watch;
}

/** One open stream, and what to do with each event of it. */
class Watch {
	frames = 0;
	bytes = 0;
	latest = '';
	/** Of the newest frame, with its filling. */
	size = 0;
	close = () => {};
	#waiting: { until: (data: string) => boolean; resolve: (at: number) => void }[] = [];

	static open(url: string, cookie = ''): Promise<Watch> {
		const watch = new Watch();
		return new Promise((resolve, reject) => {
			const request = http.get(url, { headers: { cookie }, agent: false }, (response) => {
				if (response.statusCode !== 200) return reject(new Error(`${response.statusCode} ${url}`));
				let rest = '';
				response.setEncoding('utf8').on('data', (text: string) => {
					watch.bytes += text.length;
					const parts = (rest + text).split('\n\n');
					rest = parts.pop()!;
					for (const part of parts) watch.#take(part);
				});
				resolve(watch);
			});
			watch.close = () => request.destroy();
			request.on('error', reject);
		});
	}

	/** The moment at which such a view came. */
	until(condition: (data: string) => boolean): Promise<number> {
		if (condition(this.latest)) return Promise.resolve(performance.now());
		return new Promise((resolve) => this.#waiting.push({ until: condition, resolve }));
	}

	#take(part: string): void {
		const data = /^data: (\{.*)$/m.exec(part)?.[1];
		if (!data) return;
		this.frames++;
		this.latest = data;
		this.size = part.length + 2;
		const now = performance.now();
		this.#waiting = this.#waiting.filter(({ until, resolve }) => {
			if (!until(data)) return true;
			resolve(now);
			return false;
		});
	}
}

const folder = mkdtempSync(join(tmpdir(), 'holoscope-load-'));
const server = await started(['src/cli/start.ts'], {
	PORT: String(PORT),
	DATABASE_FILE: join(folder, 'h.db')
});
try {
	await run();
} finally {
	server.kill('SIGKILL');
	rmSync(folder, { recursive: true });
}
process.exit();

async function run(): Promise<void> {
	const room = await post('/workshops', {
		organization: 'Lumen',
		team: 'Harbor',
		headcount: Math.min(PEOPLE, 1_000),
		keptUntil: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
		agenda: { steps: [{ kind: 'clues', minutes: 45 }], dimensions: ['voice'] }
	});
	const steer = (command: object) =>
		post(`/workshops/facilitate/${room.facilitate}/steer`, { revision: revision++, command });
	let revision = 1;

	let since = performance.now();
	const cookies = await inTurns(PEOPLE, 50, () => joined(room.code));
	say(`${PEOPLE} joined in ${seconds(since)}`);

	since = performance.now();
	const url = `${BASE}/workshops/${room.workshopId}/live`;
	const phones = await inTurns(PEOPLE, 50, async (i): Promise<Phone> => {
		const cookie = cookies[i]!;
		return { cookie, watch: await Watch.open(url, cookie) };
	});
	await Promise.all(phones.map(({ watch }) => watch.until((data) => data !== '')));
	say(`${PEOPLE} streams open, each with its first view, in ${seconds(since)}`);

	await steer({ kind: 'start' });
	await steer({ kind: 'open-vote' });
	await all(phones, '"phase":"voting"');

	const framesBefore = total(phones, ({ watch }) => watch.frames);
	const sent = [0, 0, 0, 0, 0];
	const waits = await Promise.all(
		phones.map(async ({ cookie }, i) => {
			await sleep(Math.random() * VOTING_MS);
			const level = 1 + (i % 5);
			const vote = { dimension: 'voice', ballot: 'first', level, revision: 1 };
			const at = performance.now();
			await post(`/workshops/${room.workshopId}/votes`, vote, cookie);
			sent[level - 1]!++;
			return performance.now() - at;
		})
	);
	const framesWhileVoting = (total(phones, ({ watch }) => watch.frames) - framesBefore) / PEOPLE;
	say(`votes acknowledged: ${PEOPLE} of ${PEOPLE}; ${percentiles(waits)}`);
	say(`frames for each phone while they voted: ${framesWhileVoting.toFixed(1)}`);

	since = performance.now();
	const [revealed] = await Promise.all([
		all(phones, '"phase":"revealed"'),
		steer({ kind: 'reveal' })
	]);
	say(`reveal, from the press to each phone: ${percentiles(revealed.map((at) => at - since))}`);
	const { first } = JSON.parse(phones[0]!.watch.latest).scene;
	const isExact = JSON.stringify(first.dots.counts) === JSON.stringify(sent);
	say(
		`votes sent ${sent.join(' ')}, shown ${first.dots.counts?.join(' ')}: ${isExact ? 'none lost, none doubled' : 'WRONG'}`
	);
	if (!isExact) process.exitCode = 1;

	const change = async (n: number) => {
		await steer({ kind: 'start-timer', seconds: 100 + n });
		return `"seconds":${100 + n},`;
	};
	const ours = await fanOut(server, phones, change);
	// The same again for one reader: what a change costs before anybody is told of it.
	for (const { watch } of phones.slice(1)) watch.close();
	const alone = await fanOut(server, phones.slice(0, 1), change);
	const bare = await bareFanOut(phones[0]!.watch.size);
	say(
		`server's CPU for a change: ${ours.toFixed(1)} ms with ${PEOPLE} phones, ${alone.toFixed(1)} ms with one; bare node:http ${bare.all.toFixed(1)} and ${bare.alone.toFixed(1)} ms`
	);
	const share = (100 * (bare.all - bare.alone)) / (ours - alone);
	say(
		`fan-out alone: ${Math.round(share)} % of bare node:http; with everything ${Math.round((100 * bare.all) / ours)} %`
	);

	const stopping = performance.now();
	server.kill('SIGTERM');
	await once(server, 'exit');
	say(
		`asked to stop with a stream open: gone after ${Math.round(performance.now() - stopping)} ms`
	);
}

/** CPU time of the server, in milliseconds, for one change to reach everyone. */
async function fanOut(
	process: ChildProcess,
	phones: readonly Phone[],
	change: (n: number) => Promise<string>
): Promise<number> {
	await all(phones, await change(CHANGES));
	const before = cpuOf(process);
	for (let n = 0; n < CHANGES; n++) await all(phones, await change(n));
	return (cpuOf(process) - before) / CHANGES;
}

/** The same frames from the least server that could send them. */
async function bareFanOut(bytes: number): Promise<{ all: number; alone: number }> {
	const bare = await started(['tests/bench/bare-stream.ts', String(bytes)], {
		PORT: String(PORT + 1)
	});
	const base = `http://127.0.0.1:${PORT + 1}`;
	const phones = await inTurns(PEOPLE, 50, async () => ({
		cookie: '',
		watch: await Watch.open(`${base}/live`)
	}));
	const change = async (n: number) => {
		// At our own pace: a processor that is always warm would do it in less.
		await sleep(PACE_MS);
		await request(`${base}/change?${n}`, 'POST', '{}');
		return `"seconds":${100 + n},`;
	};
	const all = await fanOut(bare, phones, change);
	for (const { watch } of phones.slice(1)) watch.close();
	const alone = await fanOut(bare, phones.slice(0, 1), change);
	bare.kill('SIGKILL');
	return { all, alone };
}

function all(phones: readonly Phone[], words: string): Promise<number[]> {
	return Promise.all(phones.map(({ watch }) => watch.until((data) => data.includes(words))));
}

async function joined(code: string): Promise<string> {
	const { headers } = await request(`${BASE}/workshops/join`, 'POST', JSON.stringify({ code }));
	return headers['set-cookie']![0]!.split(';')[0]!;
}

async function post(path: string, body: object, cookie = '') {
	const { text } = await request(BASE + path, 'POST', JSON.stringify(body), cookie);
	return JSON.parse(text);
}

function request(url: string, method: string, body: string, cookie = '') {
	return new Promise<{ text: string; headers: http.IncomingHttpHeaders }>((resolve, reject) => {
		const headers = { 'content-type': 'application/json', cookie };
		const sending = http.request(url, { method, headers, agent }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('end', () => {
				if (response.statusCode === 200) resolve({ text, headers: response.headers });
				else reject(new Error(`${response.statusCode} ${url} ${text}`));
			});
		});
		sending.on('error', reject);
		sending.end(body);
	});
}

async function started(parameters: string[], env: Record<string, string>): Promise<ChildProcess> {
	const child = spawn(process.execPath, parameters, {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, ...env }
	});
	for await (const text of child.stdout!.iterator({ destroyOnReturn: false }))
		if (String(text).includes('ready')) break;
	return child;
}

/** In hundredths of a second of the process's own time, as Linux counts it. */
function cpuOf({ pid }: ChildProcess): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function inTurns<T>(count: number, atOnce: number, work: (i: number) => Promise<T>) {
	const results: T[] = [];
	let next = 0;
	const worker = async () => {
		for (let i = next++; i < count; i = next++) results[i] = await work(i);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return results;
}

function percentiles(values: readonly number[]): string {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1]!);
	return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, last ${at(1)} ms`;
}

function total(phones: readonly Phone[], of: (phone: Phone) => number): number {
	return phones.reduce((sum, phone) => sum + of(phone), 0);
}

function seconds(since: number): string {
	return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function sleep(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

function say(words: string): void {
	console.log(words);
}
