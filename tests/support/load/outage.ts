import { becomes } from './measure.ts';
import type { Failure, Phone } from './phone.ts';
import { check, say, tally } from './say.ts';

const PATIENCE_MS = 30_000;

/** From here on only what comes next is looked at. */
export function forgetSoFar(phones: readonly Phone[]): void {
	for (const phone of phones) [phone.failures, phone.waits] = [[], []];
}

/** Checks that everybody gets a vote through from now on, after what the words name. */
export async function checkVotesAgain(
	phones: readonly Phone[],
	after: string,
	withinMs = PATIENCE_MS
): Promise<void> {
	const since = performance.now();
	const before = phones.map(({ acknowledged }) => acknowledged);
	const doVote = () => phones.every(({ acknowledged }, i) => acknowledged > before[i]!);
	const isBack = await becomes(doVote, withinMs);
	const ms = Math.round(performance.now() - since);
	check(isBack, `everybody votes again without help, ${ms} ms after ${after}`);
}

/** Says what came instead of an acknowledgment, and how often; gives back each. */
export function sayFailures(phones: readonly Phone[]): Failure[] {
	const failures = phones.flatMap((phone) => phone.failures);
	for (const [words, count] of tally(failures.map((each) => `${each.status} ${each.message}`)))
		say(`${count} × ${words}`);
	return failures;
}

/** Whether each was a refusal that says in words that the server cannot just now. */
export function areExplained(failures: readonly Failure[]): boolean {
	return failures.every(({ status, message }) => status === 503 && message !== '');
}
