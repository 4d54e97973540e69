import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Database } from '$lib/server/database/database';
import { createTestContext, type TestContext } from './context';
import { empty, kinds, type Role } from './databases';

/** Runs the same tests on each kind of database, every test on an empty one. */
export function onEveryDatabase(
	title: string,
	tests: (context: () => TestContext) => void,
	role?: Role
): void {
	describe.each(kinds)(`${title} on $name`, ({ open }) => {
		let database: Database;
		let context: TestContext;
		beforeAll(async () => {
			database = await open(role);
		}, 60_000);
		beforeEach(async () => {
			await empty(database);
			context = await createTestContext(database);
		});
		afterAll(() => database.close());
		tests(() => context);
	});
}
