import { Steering } from '$lib/live/steering.svelte';
import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

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

test('an impatient finger moves the room once, and sends a form once', async () => {
	const { asked, page, steering } = room();

	const presses = [steering.steer({ kind: 'next' }), steering.steer({ kind: 'next' })];
	page.revision = 2;
	expect(await Promise.all(presses)).toEqual([true, false]);
	const forms = await Promise.all([steering.send('promises/1'), steering.send('promises/1')]);

	expect(forms.map(({ ok }) => ok)).toEqual([true, false]);
	expect(asked).toEqual(['/drive/steer', '/drive/promises/1']);
});
