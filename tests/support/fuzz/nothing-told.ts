import { expect } from '@playwright/test';
import type { Answer } from '../ask';

const INSIDES = [
	/\bat \S+ \(|\.[jt]s:\d+|node_modules|\/(home|tmp|usr|srv|work)\//,
	/SQLITE_|SqliteError|ECONN|TypeError|RangeError/
];

/** No fault, and not a word about how the server is made. */
export function expectNothingTold(answer: Answer, asked = ''): void {
	// Each assertion is written down for the report of the run: of a hundred thousand answers, only those that matter.
	if (tellsNothing(answer)) return;
	expect(answer.status, asked).toBeLessThan(500);
	for (const inside of INSIDES) expect(answer.text, asked).not.toMatch(inside);
}

function tellsNothing({ status, text }: Answer): boolean {
	return status < 500 && !INSIDES.some((inside) => inside.test(text));
}
