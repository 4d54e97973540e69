import type { Database } from '../database/database.ts';
import { storageProblemOf, type StorageProblem } from '../database/storage-problem.ts';

const LONGEST_MS = 2_000;
/** Often enough to notice a full disk before people do; seldom enough to cost nothing. */
const TRY_WRITING_EVERY_MS = 30_000;
let isStopping = false;
let triedWritingAt = -Infinity;

/** From now on a proxy is to send new requests elsewhere. */
export function beginStopping(): void {
	isStopping = true;
}

/** A request has just failed by the storage: the next who asks whether we are ready finds out for sure. */
export function doubtStorage(): void {
	triedWritingAt = -Infinity;
}

/** Why this process should get no new requests; null when it should. */
export async function whyNotReady(
	open: () => Promise<{ db: Database }>
): Promise<'stopping' | StorageProblem | null> {
	if (isStopping) return 'stopping';
	const works = open().then(({ db }) => lookAt(db));
	return Promise.race([
		works.then(
			() => null,
			(problem: unknown) => storageProblemOf(problem) ?? ('storage-unavailable' as const)
		),
		inTime().then(() => 'storage-unavailable' as const)
	]);
}

/** While it cannot be written, each look tries again; so it is noticed at once that it can. */
async function lookAt(db: Database): Promise<void> {
	await db.read.selectFrom('rounds').select('id').limit(1).execute();
	const now = performance.now();
	if (now - triedWritingAt < TRY_WRITING_EVERY_MS) return;
	await db.tryWriting();
	triedWritingAt = now;
}

function inTime(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, LONGEST_MS).unref());
}
