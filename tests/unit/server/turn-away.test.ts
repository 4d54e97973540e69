import { turnAway } from '$lib/server/turn-away';
import { expect, test, vi } from 'vitest';

const words = 'Nothing was saved.';
function asked(headers: Record<string, string> = {}, isDataRequest = false) {
	const page = new Response('<h1>Please wait</h1>', {
		status: 429,
		headers: { 'content-type': 'text/html' }
	});
	const fetch = vi.fn(async () => page);
	return { request: new Request('http://localhost', { headers }), isDataRequest, fetch };
}

test('A person is shown a page in the look of the app, and told when to come back', async () => {
	const event = asked({ accept: 'text/html,application/xhtml+xml' });
	const answer = await turnAway(event, 'too-many-links', words, { 'retry-after': '120' });

	expect(event.fetch).toHaveBeenCalledWith('/turned-away/too-many-links', expect.anything());
	expect(answer.status).toBe(429);
	expect(answer.headers.get('content-type')).toBe('text/html');
	expect(answer.headers.get('retry-after')).toBe('120');
	expect(await answer.text()).toContain('Please wait');
});

test('A form of a page that is open hears it as its answer, wherever it looks', async () => {
	const event = asked({ accept: 'application/json', 'x-sveltekit-action': 'true' });
	const answer = await turnAway(event, 'form-too-large', words);
	const result = await answer.json();

	expect(result).toMatchObject({ type: 'failure', status: 413 });
	// As devalue writes it: the names first, each with the place of its value.
	const [names, ...values] = JSON.parse(result.data) as [Record<string, number>, ...unknown[]];
	const read = Object.fromEntries(
		Object.entries(names).map(([name, at]) => [name, values[at - 1]])
	);
	expect(read).toEqual({ outage: words, problem: words, message: words, problems: [] });
});

test('A navigation is told in its data, and any other program in plain text', async () => {
	const data = await turnAway(asked({}, true), 'too-many-links', words);
	expect(data.status).toBe(429);
	expect(await data.json()).toEqual({ message: words, turnedAway: 'too-many-links' });

	const plain = await turnAway(asked({ accept: '*/*' }), 'too-many-links', words);
	expect(plain.status).toBe(429);
	expect(await plain.text()).toBe(words);
	expect(plain.headers.get('cache-control')).toBe('no-store');
});
