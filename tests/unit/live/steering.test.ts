import { Steering } from '$lib/live/steering.svelte';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** Endpoints that note what comes and agree to all of it; `shown` is the revision on the page. */
function room() {
	const asked: string[] = [];
	vi.stubGlobal('fetch', async (address: string) => {
		asked.push(address);
		return Response.json({ refusal: null, revision: 2 });
	});
	const page = { revision: 1 };
	return { asked, page, steering: new Steering('/drive', () => page.revision) };
}

test('a form that is sent while a press is not on the page yet follows it, and is not lost', async () => {
	const { asked, page, steering } = room();

	const press = steering.steer({ kind: 'close-weighing' });
	const sent = steering.send('promises/1', { state: 'accepted' });
	page.revision = 2;

	expect(await press).toBe(true);
	expect((await sent).ok).toBe(true);
	expect(asked).toEqual(['/drive/steer', '/drive/promises/1']);
});

test('an end that is confirmed while a press is not on the page yet follows it, and is not lost', async () => {
	const { asked, page, steering } = room();

	const press = steering.steer({ kind: 'next' });
	const end = steering.steerConfirmed({ kind: 'end' });
	page.revision = 2;

	expect(await Promise.all([press, end])).toEqual([true, true]);
	expect(asked).toEqual(['/drive/steer', '/drive/steer']);
});

test('an impatient finger moves the room once, and sends a form once', async () => {
	const { asked, page, steering } = room();

	const presses = [steering.steer({ kind: 'next' }), steering.steer({ kind: 'next' })];
	page.revision = 2;
	expect(await Promise.all(presses)).toEqual([true, false]);
	const forms = await Promise.all([steering.send('promises/1'), steering.send('promises/1')]);

	expect(forms.map(({ ok }) => ok)).toEqual([true, false]);
	expect(asked).toEqual(['/drive/steer', '/drive/promises/1']);
});

test('a press that a cut network swallows is given up, and the next one is free', async () => {
	vi.useFakeTimers();
	vi.stubGlobal('AbortSignal', { timeout: timeoutByFakeClock });
	vi.stubGlobal('fetch', (_: string, { signal }: { signal?: AbortSignal }) => swallowed(signal));
	const steering = new Steering('/drive', () => 1);

	const press = steering.steer({ kind: 'next' });
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await press).toBe(false);
	expect(steering.isBusy).toBe(false);
	expect(steering.problem).toEqual({ refusal: null, message: null });
});

function swallowed(signal?: AbortSignal): Promise<Response> {
	return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}

/** The platform's own does not follow a fake clock. */
function timeoutByFakeClock(ms: number): AbortSignal {
	const controller = new AbortController();
	setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), ms);
	return controller.signal;
}
