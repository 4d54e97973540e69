import { expect } from '@playwright/test';
import type { Answer } from '../ask';

/** No fault, and not a word about how the server is made. */
export function expectNothingTold({ status, text }: Answer, asked = ''): void {
	expect(status, asked).toBeLessThan(500);
	expect(text, asked).not.toMatch(
		/\bat \S+ \(|\.[jt]s:\d+|node_modules|\/(home|tmp|usr|srv|work)\//
	);
	expect(text, asked).not.toMatch(/SQLITE_|SqliteError|ECONN|TypeError|RangeError/);
}
