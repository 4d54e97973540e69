import { fail, isActionFailure, redirect } from '@sveltejs/kit';
import { log } from '$lib/server/operations/log';
import { expect, test, vi } from 'vitest';
import { orKeep } from '../../../src/routes/rounds/storage';

const typed = { organization: 'Lumen' };
function event() {
	const request = new Request('http://localhost/rounds/a-secret-key', { method: 'POST' });
	return { route: { id: '/rounds/[key]' as const }, request, setHeaders: vi.fn() };
}
const diskFull = Object.assign(new Error('disk full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });

test('a storage that fails gives back what was typed, says so and asks for another try', async () => {
	const written = vi.spyOn(log, 'error').mockImplementation(() => {});
	const asked = event();
	const outcome = await orKeep(asked, typed, () => Promise.reject(diskFull));

	expect(isActionFailure(outcome)).toBe(true);
	expect(outcome).toMatchObject({
		status: 503,
		data: { organization: 'Lumen', outage: expect.stringContaining('disk is full') }
	});
	expect(asked.setHeaders).toHaveBeenCalledWith({ 'retry-after': '60' });
	expect(JSON.stringify(written.mock.calls)).toContain('/rounds/[key]');
	expect(JSON.stringify(written.mock.calls)).not.toContain('a-secret-key');
	written.mockRestore();
});

test('what the action says itself passes through: an answer, a redirect, a bug', async () => {
	const refusal = fail(409, { refusal: 'no' });
	expect(await orKeep(event(), typed, async () => refusal)).toBe(refusal);
	await expect(orKeep(event(), typed, async () => redirect(303, '/'))).rejects.toMatchObject({
		status: 303
	});
	await expect(orKeep(event(), typed, () => Promise.reject(new Error('bug')))).rejects.toThrow(
		'bug'
	);
});
