import { acceptanceSchema, proposalSchema, type FollowUp } from '$lib/domain/workshop/promise';
import { followUpPromise } from '$lib/server/use-cases/follow-up-promise';
import { proposePromise } from '$lib/server/use-cases/propose-promise';
import { acceptPromise } from '$lib/server/use-cases/settle-promise';
import { showPromise } from '$lib/server/use-cases/show-promise';
import { showWorkshopLinks } from '$lib/server/use-cases/workshop-links';
import { expect, test } from 'vitest';
import { onEveryDatabase } from '../../../support/on-every-database';
import { press, roomAt } from '../../../support/workshops';

const proposal = proposalSchema.parse({
	words: 'Ask a customer every Monday',
	serves: 'They hear from us before they complain',
	dimension: 'voice'
});
const acceptance = acceptanceSchema.parse({ ...proposal, owner: 'Ada', dueOn: '2026-12-20' });

onEveryDatabase('the page of a promise', (context) => {
	async function promised() {
		const room = await roomAt(context(), 'promises');
		const proposed = await proposePromise(context(), room.seats[0]!, proposal);
		const promiseId = proposed.refusal === null ? proposed.id : '';
		await acceptPromise(context(), room.facilitate, { ...acceptance, id: promiseId });
		await press(context(), room, { kind: 'end' });
		const links = await showWorkshopLinks(context(), room.facilitate);
		const door = { recap: links.refusal === null ? links.recap : '' };
		const say = (device: number, answer: FollowUp) =>
			followUpPromise(context(), { door, promiseId, deviceKey: `device ${device}` }, answer);
		const page = async (device: number | null = null) => {
			const deviceKey = device === null ? null : `device ${device}`;
			const shown = await showPromise(context(), { door, promiseId, deviceKey });
			if (shown.refusal !== null) throw new Error(shown.refusal);
			return shown.page;
		};
		return { room, door, promiseId, say, page };
	}

	test('says before its day when it will ask, and takes nothing', async () => {
		const { say, page } = await promised();
		expect(await page()).toMatchObject({
			phase: 'before',
			lastDay: '2027-01-02',
			promise: { owner: 'Ada', dueOn: '2026-12-20' }
		});
		expect(await say(1, { done: 'yes', helped: 'yes' })).toBe('not-due-yet');
	});

	test('keeps one answer for each device, the latest, and shows it to that device only', async () => {
		const { say, page } = await promised();
		context().travelTo('2026-12-20T09:00Z');
		await say(1, { done: 'no', helped: 'too-early' });
		await say(1, { done: 'yes', helped: 'a-little' });
		expect((await page(1)).own).toEqual({ done: 'yes', helped: 'a-little' });
		expect((await page(2)).own).toBeNull();
		expect((await page(2)).answered).toEqual({ as: 'too-few-to-say' });
	});

	test('tells nothing about whether it helped while it asks, and the same to everyone after', async () => {
		const { say, page } = await promised();
		context().travelTo('2026-12-20T09:00Z');
		for (let device = 0; device < 8; device++)
			await say(device, { done: 'yes', helped: device < 6 ? 'yes' : 'no' });
		const asking = await page(0);
		expect(asking).toMatchObject({ phase: 'asking', kept: 'done', helped: null });

		context().travelTo('2027-01-03T09:00Z');
		expect(await say(9, { done: 'no', helped: 'no' })).toBe('asking-is-over');
		const [first, second] = await Promise.all([page(0), page(1)]);
		expect(first).toMatchObject({ phase: 'over', helped: { mean: { as: 'value', value: 1.5 } } });
		expect(second.helped).toEqual(first.helped);
	});

	test('hides whether it helped below k answers, and says which rule hides it', async () => {
		const { say, page } = await promised();
		context().travelTo('2026-12-20T09:00Z');
		for (let device = 0; device < 4; device++) await say(device, { done: 'yes', helped: 'yes' });
		context().travelTo('2027-01-03T09:00Z');
		expect(await page()).toMatchObject({
			kept: 'too-few-to-say',
			helped: { n: null, mean: { as: 'hidden', because: 'small-group' }, distribution: null }
		});
	});

	test('opens for those who took part by their seat, and for nobody with another link', async () => {
		const { room, promiseId } = await promised();
		const [seat] = room.seats;
		const own = await showPromise(context(), { door: seat!, promiseId, deviceKey: null });
		expect(own.refusal).toBeNull();
		for (const recap of [room.present, room.facilitate, 'x'])
			expect(await showPromise(context(), { door: { recap }, promiseId, deviceKey: null })).toEqual(
				{ refusal: 'no-such-workshop' }
			);
	});

	test('knows no promise of another workshop', async () => {
		const { door } = await promised();
		const other = await promised();
		expect(
			await showPromise(context(), { door, promiseId: other.promiseId, deviceKey: null })
		).toEqual({ refusal: 'no-such-promise' });
	});
});
