import { agendaFrom } from '$lib/domain/workshop/agenda';
import type { Exchange } from '$lib/domain/workshop/exchange';
import { recapToken } from '$lib/server/access/workshop-tokens';
import * as rounds from '$lib/server/repositories/rounds';
import * as workshops from '$lib/server/repositories/workshops';
import { removeAnswers } from '$lib/server/use-cases/delete-answers';
import { proposeUnmet } from '$lib/server/use-cases/propose-unmet';
import { sendText, takeTextBack } from '$lib/server/use-cases/send-text';
import { showRecap } from '$lib/server/use-cases/show-recap';
import { steerWorkshop } from '$lib/server/use-cases/steer-workshop';
import { expect, test } from 'vitest';
import { onEveryDatabase } from '../../../support/on-every-database';
import {
	join,
	newRoom,
	press,
	sceneOf,
	viewsOf,
	type TestRoom,
	type TestSeat
} from '../../../support/workshops';

const agenda = agendaFrom('talk-first', ['voice']);
const withGiveGet = { ...agenda, steps: [{ kind: 'give-get', minutes: 20 }, ...agenda.steps] };
const toPromises = { kind: 'go-to' as const, step: 3 };

onEveryDatabase('give and get in a workshop', (context) => {
	async function roomWith(openness: 'anonymous' | 'open') {
		const room = await newRoom(context(), { agenda: withGiveGet, openness });
		const seats: TestSeat[] = [];
		for (const alias of ['Ana', 'Ben', 'Cleo', '']) seats.push(await join(context(), room, alias));
		await press(context(), room, { kind: 'start' });
		return { ...room, seats };
	}

	let count = 0;
	async function write(seat: TestSeat, side: Exchange['side'], way: string, words: string) {
		const [from, to] = way.split(' > ') as [string, string];
		const key = (++count).toString(16).padStart(32, '0');
		const body = { side, from, to, words };
		const sent = { step: 'give-get' as const, key, revision: 1, mayKeep: true, body };
		expect(await sendText(context(), seat, sent)).toBeNull();
		return sent;
	}

	/** Ana gives Ben what he needs; what Cleo needs from Ben nobody gives. */
	async function written(room: TestRoom & { seats: TestSeat[] }) {
		const [ana, ben, cleo] = room.seats as [TestSeat, TestSeat, TestSeat];
		await write(ana, 'give', 'person:Ana > person:Ben', 'The price list');
		await write(ben, 'get', 'person:Ana > person:Ben', 'Price list by Tuesday');
		await write(ben, 'give', 'person:Ben > customers', 'An offer');
		const unmet = await write(cleo, 'get', 'person:Cleo > person:Ben', 'Samples');
		const lost = await write(cleo, 'get', 'person:Ben > person:Cleo', 'Color proofs');
		return { unmet, lost };
	}

	test('waits until three have written and the facilitator shows it, then all see the same', async () => {
		const room = await roomWith('open');
		await written(room);
		expect(JSON.stringify(await viewsOf(context(), room))).not.toMatch(/price list|Samples/i);
		await press(context(), room, { kind: 'show-texts' });

		const { whole, isShown } = await sceneOf(context(), room, 'give-get');
		expect(isShown).toBe(true);
		expect(whole.parties.map(({ name }) => name)).toEqual([
			'Ana',
			'Ben',
			'Cleo',
			expect.any(String),
			'Our customers'
		]);
		expect(whole.entries.map(({ text }) => text).sort()).toEqual([
			'An offer',
			'Color proofs',
			'Price list by Tuesday',
			'Samples',
			'The price list'
		]);
	});

	test('shows nobody in person under an anonymous contract, whatever a phone sends', async () => {
		const room = await roomWith('anonymous');
		await written(room);
		await write(room.seats[3]!, 'give', 'team > customers', 'A call back');
		await press(context(), room, { kind: 'show-texts' });
		const { whole } = await sceneOf(context(), room, 'give-get');
		expect(whole.parties.map(({ kind }) => kind)).toEqual(['team', 'customer']);
		expect(whole.entries.map(({ text }) => text)).toEqual(['A call back']);
	});

	test('is met when the facilitator says so, and what stays unmet is proposed once', async () => {
		const room = await roomWith('open');
		await written(room);
		await press(context(), room, { kind: 'show-texts' });
		const { whole } = await sceneOf(context(), room, 'give-get');
		const idOf = (text: string) => whole.entries.find((entry) => entry.text === text)!.id;
		const pair = { get: idOf('Price list by Tuesday'), give: idOf('The price list') };
		const say = { kind: 'say-pair' as const, said: 'same' as const };
		await press(context(), room, { ...say, ...pair });
		expect((await sceneOf(context(), room, 'give-get')).whole.same).toEqual([pair]);
		expect(
			await steerWorkshop(context(), room.facilitate, { ...say, ...pair, give: idOf('An offer') })
		).toEqual({ refusal: 'no-such-pair' });

		const propose = () => proposeUnmet(context(), room.facilitate, { dimension: 'voice' });
		expect(await propose()).toBe('promises-closed');
		await press(context(), room, toPromises);
		expect((await viewsOf(context(), room)).facilitator.unmet).toBe(2);
		expect(await proposeUnmet(context(), room.facilitate, { dimension: 'nothing' })).toBe(
			'no-such-dimension'
		);
		expect(await propose()).toBeNull();
		expect(await propose()).toBeNull();
		const views = await viewsOf(context(), room);
		expect(views.facilitator.unmet).toBe(0);
		const { promises } = await sceneOf(context(), room, 'promises');
		const said = promises.map(({ words, serves, owner }) => [words, serves, owner]).sort();
		expect(said).toEqual([
			[
				'Ben gives Cleo: Color proofs',
				'Ask first: what Cleo does with it comes to no customer yet.',
				'Ben'
			],
			['Cleo gives Ben: Samples', 'It goes on to the customer: Ben → Our customers', 'Cleo']
		]);
	});

	test('stays in the recap, without what somebody took back', async () => {
		const room = await roomWith('open');
		const { unmet } = await written(room);
		await press(context(), room, { kind: 'show-texts' });
		await press(context(), room, { kind: 'end' });
		const recap = async () => {
			const shown = await showRecap(context(), room.seats[0]!);
			if (shown.refusal !== null) throw new Error(shown.refusal);
			return shown.recap!.giveAndGet!;
		};
		expect((await recap()).entries).toHaveLength(5);
		expect((await recap()).parties.map(({ name }) => name)).toEqual([
			'Ana',
			'Ben',
			'Cleo',
			'Our customers'
		]);
		expect(await takeTextBack(context(), room.seats[2]!, unmet)).toBeNull();
		expect((await recap()).entries).toHaveLength(4);
	});

	test('leaves the recap when fewer than three writers let theirs stay', async () => {
		const room = await roomWith('anonymous');
		const way = 'customers > team';
		const words = ['Samples', 'Color proofs', 'Price list'];
		const sent = await Promise.all(
			words.map((word, at) => write(room.seats[at]!, 'get', way, word))
		);
		await press(context(), room, { kind: 'show-texts' });
		await press(context(), room, { kind: 'end' });
		const recap = async () => {
			const shown = await showRecap(context(), room.seats[0]!);
			if (shown.refusal !== null) throw new Error(shown.refusal);
			return shown.recap!;
		};
		expect((await recap()).giveAndGet!.entries).toHaveLength(3);
		expect((await recap()).giveAndGetRefusal).toBeNull();
		for (const at of [1, 0, 2]) {
			expect(await takeTextBack(context(), room.seats[at]!, sent[at]!)).toBeNull();
			// Two that are left, or none: nobody can tell which.
			expect(await recap()).toMatchObject({
				giveAndGet: null,
				giveAndGetRefusal: 'few-writers'
			});
		}
	});

	test('is kept back by nobody where nothing was shown, and once the answers were deleted', async () => {
		const recapOf = async ({ present }: TestRoom) => {
			const shown = await showRecap(context(), { recap: recapToken(present) });
			return shown.refusal === null ? shown.recap! : null;
		};
		const nothing = { giveAndGet: null, giveAndGetRefusal: null, stories: null };
		const silent = await roomWith('anonymous');
		await press(context(), silent, { kind: 'end' });
		expect(await recapOf(silent)).toMatchObject(nothing);

		const room = await roomWith('anonymous');
		for (const seat of room.seats) await write(seat, 'get', 'customers > team', 'Samples');
		await press(context(), room, { kind: 'show-texts' }, { kind: 'end' });
		expect((await recapOf(room))!.giveAndGet!.entries).toHaveLength(4);
		const { roundId } = (await workshops.find(context().db.read, room.workshopId))!;
		await context().db.write(async (writer) =>
			removeAnswers(writer, (await rounds.find(writer, roundId))!, context().now())
		);
		expect(await recapOf(room)).toMatchObject(nothing);
	});
});
