import { afterEach, describe, expect, test } from 'vitest';
import { Broadcast, type Snapshot } from '$lib/server/live/broadcast';
import type { LiveFeed } from '$lib/server/live/live-feed';
import { feedKinds } from '../../../support/feeds';
import { StreamReader } from '../../../support/streams';

const ID = crypto.randomUUID();
const PACE = 40;

describe.each(feedKinds)('a broadcast over $name', ({ open }) => {
	const feeds: LiveFeed[] = [];
	const broadcasts: Broadcast[] = [];
	afterEach(async () => {
		for (const each of broadcasts.splice(0)) each.close();
		await Promise.all(feeds.splice(0).map((feed) => feed.close()));
	});

	/** As many processes as asked for that read the same state. */
	async function processes(count: number) {
		feeds.push(...(await open(count)));
		const state = { revision: 1, people: 0, secret: 0, reads: 0 };
		for (const feed of feeds)
			broadcasts.push(
				new Broadcast({
					feed,
					updateEveryMs: PACE,
					async snapshot(_, { isFacilitatorHere }): Promise<Snapshot> {
						state.reads++;
						const { revision, people } = state;
						const view = { people, isFacilitatorHere };
						return {
							revision,
							views: { facilitator: view, presenter: view, participant: view }
						};
					}
				})
			);
		const changed = (at = 0) => feeds[at]!.tell({ workshopId: ID, kind: 'changed' });
		return { state, changed };
	}
	const watch = (at: number, role: Parameters<Broadcast['watch']>[1], lastSeen?: string) =>
		new StreamReader(broadcasts[at]!.watch(ID, role, { lastSeen }));

	test('sends where the room is now, then every change, in every process', async () => {
		const { state, changed } = await processes(2);
		const near = watch(0, 'presenter');
		const far = watch(1, 'participant');
		await expect.poll(() => [near.latest?.people, far.latest?.people]).toEqual([0, 0]);

		state.people = 3;
		changed();
		await expect.poll(() => [near.latest?.people, far.latest?.people]).toEqual([3, 3]);
	});

	test('turns a burst of 300 answers into a few updates', async () => {
		const { state, changed } = await processes(1);
		const reader = watch(0, 'presenter');
		await expect.poll(() => reader.views.length).toBe(1);
		const [framesBefore, readsBefore] = [reader.views.length, state.reads];

		for (let i = 0; i < 300; i++) {
			state.people++;
			changed();
			if (i % 100 === 99) await new Promise((resolve) => setTimeout(resolve, PACE));
		}
		await expect.poll(() => reader.latest.people).toBe(300);
		expect(reader.views.length - framesBefore).toBeLessThanOrEqual(6);
		expect(state.reads - readsBefore).toBeLessThanOrEqual(8);
	});

	test('sends nothing when what changed is nobody’s to see', async () => {
		const { state, changed } = await processes(1);
		const reader = watch(0, 'participant');
		await expect.poll(() => reader.views.length).toBe(1);
		const reads = state.reads;
		state.secret = 5;
		changed();

		await expect.poll(() => state.reads).toBeGreaterThan(reads);
		await new Promise((resolve) => setTimeout(resolve, PACE));
		expect(reader.views.length).toBe(1);
	});

	test('spares a reader who comes back what they have already', async () => {
		await processes(1);
		const stays = watch(0, 'presenter');
		const first = watch(0, 'participant');
		await expect.poll(() => first.views.length).toBe(1);
		await first.leave();

		const again = watch(0, 'participant', first.views[0]!.id);
		const fresh = watch(0, 'participant');
		await expect.poll(() => fresh.views.length).toBe(1);
		expect(again.views).toEqual([]);
		await stays.leave();
	});

	test('says when the facilitator is not connected, and when they are back', async () => {
		const count = 2;
		await processes(count);
		const phone = watch(1, 'participant');
		await expect.poll(() => phone.latest?.isFacilitatorHere).toBe(false);

		const laptop = watch(0, 'facilitator');
		await expect.poll(() => phone.latest.isFacilitatorHere).toBe(true);
		await laptop.leave();
		await expect.poll(() => phone.latest.isFacilitatorHere).toBe(false);
	});

	test('never takes the room back to an older revision', async () => {
		const { state, changed } = await processes(1);
		state.revision = 5;
		const reader = watch(0, 'participant');
		await expect.poll(() => reader.views.length).toBe(1);
		state.revision = 4;
		state.people = 9;
		changed();
		await new Promise((resolve) => setTimeout(resolve, 3 * PACE));

		expect(reader.latest.people).toBe(0);
	});

	test('ends every stream when the process stops', async () => {
		await processes(1);
		const reader = watch(0, 'participant');
		await expect.poll(() => reader.views.length).toBe(1);
		broadcasts[0]!.close();

		await expect.poll(() => reader.isEnded).toBe(true);
	});
});
