import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '$lib/server/database/sqlite';
import { showOwnPart } from '$lib/server/use-cases/show-own-part';
import { createTestContext } from '../../../support/context';
import { press, roomAt } from '../../../support/workshops';

/** Each takes most of a second; `KILLS=20 npx vitest run …` asks for more. */
const KILLS = Number(process.env.KILLS ?? 5);

test('kills in the middle of voting lose no acknowledged vote and double none', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'holoscope-votes-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'votes.db');
	const before = await createTestContext(await openSqlite(file));
	const room = await roomAt(before, 'clues');
	await press(before, room, { kind: 'open-vote' });
	await before.close();

	const acknowledged = new Map<string, number>();
	for (let kill = 0; kill < KILLS; kill++) {
		const next = Math.max(0, ...acknowledged.values()) + 1;
		const seats = room.seats.map(({ seat }) => seat);
		for (const [seat, revision] of await voteUntilKilled([
			file,
			room.workshopId,
			`${next}`,
			...seats
		]))
			acknowledged.set(seat, revision);
	}

	const after = await createTestContext(await openSqlite(file));
	const rows = await after.db.read.selectFrom('votes').select('id').execute();
	expect(rows).toHaveLength(room.seats.length);
	for (const seat of room.seats) {
		const shown = await showOwnPart(after, seat);
		const { first } = (shown.refusal === null && shown.own.votes.voice) || {};
		// One more may have reached the disk without its acknowledgment getting out.
		expect(first!.revision - acknowledged.get(seat.seat)!).toBeOneOf([0, 1]);
		expect(first!.level).toBe(1 + (first!.revision % 5));
	}
	await after.close();
}, 120_000);

/** What the child had acknowledged when it was killed, a short while after its first word. */
async function voteUntilKilled(parameters: string[]): Promise<[seat: string, revision: number][]> {
	const child = spawn(process.execPath, ['tests/support/voting-writer.ts', ...parameters], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	await once(child.stdout, 'data');
	setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 100);
	await once(child, 'close');
	// The last line may have been cut off by the kill.
	const lines = output.split('\n').slice(0, -1);
	return lines.map((line) => {
		const [seat, revision] = line.split(' ') as [string, string];
		return [seat, Number(revision)];
	});
}
