import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WorkshopFeed } from '$lib/live/workshop-feed.svelte';

/** What a browser has, driven by hand. */
class FakeSource extends EventTarget {
	static all: FakeSource[] = [];
	onopen = () => {};
	onerror = () => {};
	isClosed = false;
	readonly url: string;
	constructor(url: string) {
		super();
		this.url = url;
		FakeSource.all.push(this);
	}
	close() {
		this.isClosed = true;
	}
	say(type: string, data: unknown, lastEventId = '') {
		this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }));
	}
}
const last = () => FakeSource.all.at(-1)!;

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('EventSource', FakeSource);
	FakeSource.all = [];
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

interface View {
	revision: number;
	people: number;
}

/** A page that shows the feed; gives back everything it has shown. */
function show() {
	const shown: [number, string][] = [];
	const feed = new WorkshopFeed<View>('/live', { revision: 1, people: 0 });
	const stop = $effect.root(() => {
		$effect(() => void shown.push([feed.latest.people, feed.connection]));
	});
	flushSync();
	return { feed, shown, stop };
}

test('shows what the page came with, then every new view', () => {
	const { shown, stop } = show();
	last().say('view', { revision: 1, people: 4 }, '1-a');
	flushSync();
	expect(shown).toEqual([
		[0, 'live'],
		[4, 'live']
	]);
	stop();
});

test('applies nothing twice, and nothing older than what is shown', () => {
	const { shown, stop } = show();
	last().say('view', { revision: 3, people: 4 }, '3-a');
	flushSync();
	last().say('view', { revision: 3, people: 4 }, '3-a');
	last().say('view', { revision: 2, people: 1 }, '2-a');
	flushSync();
	expect(shown.map(([people]) => people)).toEqual([0, 4]);
	stop();
});

test('connects again by itself, says what it has seen, and tells only of a loss that lasts', async () => {
	const { shown, stop } = show();
	last().say('view', { revision: 3, people: 4 }, '3-a');
	last().onerror();
	await vi.advanceTimersByTimeAsync(600);
	expect(FakeSource.all.map(({ url }) => url)).toEqual(['/live', '/live?seen=3-a']);
	last().onopen();
	flushSync();
	expect(shown.at(-1)).toEqual([4, 'live']);

	last().onerror();
	await vi.advanceTimersByTimeAsync(600);
	last().onerror();
	await vi.advanceTimersByTimeAsync(1_500);
	flushSync();
	expect(shown.at(-1)).toEqual([4, 'lost']);

	last().onopen();
	flushSync();
	expect(shown.at(-1)).toEqual([4, 'live']);
	stop();
});

test('takes a line without a beat for a dead one', async () => {
	const { stop } = show();
	last().onopen();
	await vi.advanceTimersByTimeAsync(40_000);
	expect(FakeSource.all.length).toBe(2);
	expect(FakeSource.all[0]!.isClosed).toBe(true);
	stop();
});

test('knows the server’s time on a device whose clock is wrong', () => {
	const { feed, stop } = show();
	last().say('beat', Date.now() + 90_000);
	expect(feed.serverNow() - Date.now()).toBe(90_000);
	stop();
});

test('closes its stream with the page', async () => {
	const { stop } = show();
	stop();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(last().isClosed).toBe(true);
	expect(FakeSource.all.length).toBe(1);
});
