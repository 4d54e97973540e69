import { expect, test } from 'vitest';
import { openPostgres } from '$lib/server/database/postgres';
import { storageProblemOf } from '$lib/server/database/storage-problem';

test('says that storage is unavailable when no server answers', async () => {
	const opened = openPostgres('postgres://app@127.0.0.1:1/holoscope');

	expect(await opened.then(() => 'none', storageProblemOf)).toBe('storage-unavailable');
});
