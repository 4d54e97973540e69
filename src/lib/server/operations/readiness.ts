import type { Database } from '../database/database.ts';

const LONGEST_MS = 2_000;
let isStopping = false;

/** From now on a proxy is to send new requests elsewhere. */
export function beginStopping(): void {
	isStopping = true;
}

/** Why this process should get no new requests; null when it should. */
export async function whyNotReady(
	open: () => Promise<{ db: Database }>
): Promise<'stopping' | 'storage' | null> {
	if (isStopping) return 'stopping';
	const answers = open().then(({ db }) =>
		db.read.selectFrom('rounds').select('id').limit(1).execute()
	);
	return Promise.race([
		answers.then(
			() => null,
			() => 'storage' as const
		),
		inTime().then(() => 'storage' as const)
	]);
}

function inTime(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, LONGEST_MS).unref());
}
