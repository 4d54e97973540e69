import { afterEach, expect, test } from 'vitest';
import { EventStreams, type Reader } from '$lib/server/live/event-stream';
import { frameOf } from '$lib/server/live/frame';
import { StreamReader } from '../../../support/streams';

const streams: EventStreams[] = [];
function openStreams(options: ConstructorParameters<typeof EventStreams>[0] = {}) {
	const opened = new EventStreams({ now: () => 1_795_305_600_000, ...options });
	streams.push(opened);
	return opened;
}
afterEach(() => streams.splice(0).forEach((each) => each.close()));

const bytes = (text: string) => new TextEncoder().encode(text);
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('says at once that the reader is connected, and what time it is', async () => {
	const response = openStreams().open(() => () => {});
	const reader = new StreamReader(response);
	await turn();

	expect(response.headers.get('content-type')).toBe('text/event-stream');
	expect(response.headers.get('x-accel-buffering')).toBe('no');
	expect(reader.text).toMatch(/^: connected\nretry: \d+\n\n/);
	expect(reader.events).toMatchObject([{ event: 'beat', data: '1795305600000' }]);
});

test('beats while nothing happens', async () => {
	const reader = new StreamReader(openStreams({ beatEveryMs: 10 }).open(() => () => {}));
	await expect.poll(() => reader.events.length).toBeGreaterThan(2);
});

test('gives every reader the same bytes', async () => {
	const opened = openStreams();
	const all: Reader[] = [];
	const readers = [1, 2, 3].map(
		() =>
			new StreamReader(
				opened.open((reader) => {
					all.push(reader);
					return () => {};
				})
			)
	);
	const { bytes } = frameOf(4, { people: 3 });
	for (const reader of all) reader.send(bytes);
	await turn();

	expect(readers.map(({ latest }) => latest)).toEqual([
		{ people: 3 },
		{ people: 3 },
		{ people: 3 }
	]);
});

test('lets go of a reader who has left', async () => {
	const opened = openStreams();
	let hasLeft = 0;
	const reader = new StreamReader(opened.open(() => () => void hasLeft++));
	await reader.leave();

	expect(hasLeft).toBe(1);
	expect(opened.size).toBe(0);
});

test('drops a reader who does not read, and keeps the others', async () => {
	const opened = openStreams();
	const all: Reader[] = [];
	const add = (reader: Reader) => {
		all.push(reader);
		return () => {};
	};
	const asleep = opened.open(add);
	const awake = new StreamReader(opened.open(add));
	for (let i = 0; i < 200; i++) {
		for (const reader of all) reader.send(bytes(`event: view\ndata: ${'x'.repeat(1000)}\n\n`));
		await turn();
	}

	expect(opened.size).toBe(1);
	expect(awake.views.length).toBe(200);
	expect(asleep.bodyUsed).toBe(false);
}, 20_000);

test('ends every stream when the process is asked to stop, and opens no more', async () => {
	const opened = openStreams();
	const reader = new StreamReader(opened.open(() => () => {}));
	opened.close();
	await turn();

	expect(reader.isEnded).toBe(true);
	expect(opened.open(() => () => {}).status).toBe(503);
});

test('makes frames of the same size whatever a short count says', () => {
	const sizes = [1, 12, 345].map((people) => frameOf(7, { people }).bytes.length);
	expect(new Set(sizes)).toEqual(new Set([512]));
});

test('names the same view alike, and another one otherwise', () => {
	expect(frameOf(7, { people: 1 }).id).toBe(frameOf(7, { people: 1 }).id);
	expect(frameOf(7, { people: 1 }).id).not.toBe(frameOf(7, { people: 2 }).id);
	expect(frameOf(7, { people: 1 }).id).toMatch(/^7-/);
});
