import { expect, onTestFinished, test, vi } from 'vitest';
import type { Database } from '$lib/server/database/database';
import { openSqlite } from '$lib/server/database/sqlite';
import { beginStopping, doubtStorage, whyNotReady } from '$lib/server/operations/readiness';

async function storage(): Promise<{ db: Database }> {
	const db = await openSqlite(':memory:');
	onTestFinished(() => db.close());
	return { db };
}

test('a process is ready once its storage answers', async () => {
	expect(await whyNotReady(storage)).toBeNull();
});

test('a process whose storage fails or keeps silent gets no requests', async () => {
	vi.useFakeTimers();
	onTestFinished(() => void vi.useRealTimers());

	expect(await whyNotReady(() => Promise.reject(new Error('refused')))).toBe('storage-unavailable');
	const silent = whyNotReady(() => new Promise(() => {}));
	await vi.advanceTimersByTimeAsync(2_000);
	expect(await silent).toBe('storage-unavailable');
});

test('a process whose storage cannot be written says why, and is ready again once it can', async () => {
	const { db } = await storage();
	let problem: Error | null = Object.assign(new Error('disk full'), { code: 'ENOSPC' });
	const tryWriting = () => (problem ? Promise.reject(problem) : db.tryWriting());
	const open = async () => ({ db: { ...db, tryWriting } });
	doubtStorage();

	expect(await whyNotReady(open)).toBe('storage-full');
	expect(await whyNotReady(open)).toBe('storage-full');
	problem = null;
	expect(await whyNotReady(open)).toBeNull();
});

test('a process that is asked to stop gets no new requests, though its storage answers', async () => {
	beginStopping();

	expect(await whyNotReady(storage)).toBe('stopping');
});
