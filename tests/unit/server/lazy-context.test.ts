import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createContext } from '$lib/server/context';
import { lazyContext } from '$lib/server/lazy-context';

function settings() {
	const folder = mkdtempSync(join(tmpdir(), 'holoscope-context-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return { databaseUrl: null, databaseFile: join(folder, 'data', 'holoscope.db') };
}

test('touches no file until somebody needs it, and then opens once for everybody', async () => {
	const where = settings();
	const create = vi.fn(createContext);
	const context = lazyContext(where, create);
	expect(existsSync(where.databaseFile)).toBe(false);

	const [first, second] = await Promise.all([context.open(), context.open()]);

	expect(first).toBe(second);
	expect(create).toHaveBeenCalledOnce();
	expect(existsSync(where.databaseFile)).toBe(true);
	await context.close();
});

test('tries again after it could not open', async () => {
	const create = vi.fn(createContext).mockRejectedValueOnce(new Error('no disk'));
	const context = lazyContext(settings(), create);

	await expect(context.open()).rejects.toThrow('no disk');
	await expect(context.open()).resolves.toBeDefined();
	await context.close();
});

test('closes without having been opened', async () => {
	await expect(lazyContext(settings()).close()).resolves.toBeUndefined();
});
