import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSqlite } from '$lib/server/database/sqlite';

/** Kills a writing process again and again; gives back what it had acknowledged and what is there now. */
export async function killWhileWriting(file: string, times: number) {
	const acknowledged: string[] = [];
	for (let round = 0; round < times; round++) {
		acknowledged.push(...(await writeUntilKilled(file, `run${round}`, 20 + Math.random() * 150)));
	}
	const database = await openSqlite(file);
	const rows = await database.read.selectFrom('rounds').select('id').execute();
	await database.close();
	return { acknowledged, kept: rows.map(({ id }) => id) };
}

/** Lets the child write for so long after its first acknowledgment, then kills it without warning. */
async function writeUntilKilled(file: string, prefix: string, afterMs: number): Promise<string[]> {
	const child = spawn(process.execPath, ['tests/support/acknowledging-writer.ts', file, prefix], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	await once(child.stdout, 'data');
	setTimeout(() => child.kill('SIGKILL'), afterMs);
	await once(child, 'close');
	// The last line may have been cut off by the kill.
	return output.split('\n').slice(0, -1);
}
