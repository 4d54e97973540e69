import { describe, expect, test } from 'vitest';
import { agendaFrom } from '$lib/domain/workshop/agenda';
import type { SentText } from '$lib/domain/workshop/texts';
import { hideText } from '$lib/server/use-cases/hide-text';
import { placeText } from '$lib/server/use-cases/place-text';
import { sendText } from '$lib/server/use-cases/send-text';
import { steerWorkshop } from '$lib/server/use-cases/steer-workshop';
import { onEveryDatabase } from '../../../support/on-every-database';
import { join, newRoom, press, sceneOf, type TestSeat } from '../../../support/workshops';

const agenda = agendaFrom('talk-first', ['voice']);
const withSentences = {
	...agenda,
	steps: [{ kind: 'who-we-are', minutes: 10 }, ...agenda.steps]
};
const sentence = (words: string, revision = 1): SentText => ({
	step: 'who-we-are',
	key: 'a'.repeat(32),
	revision,
	mayKeep: true,
	body: { words }
});

onEveryDatabase('a room that says who it wants to be', (context) => {
	async function roomWith(words: string[], changes: object = {}) {
		const room = await newRoom(context(), { agenda: withSentences, ...changes });
		const seats: TestSeat[] = [];
		while (seats.length < words.length) seats.push(await join(context(), room));
		await press(context(), room, { kind: 'start' });
		for (const [at, text] of words.entries())
			expect(await sendText(context(), seats[at]!, sentence(text))).toBeNull();
		return { ...room, seats };
	}
	const sceneIn = (room: { workshopId: string }) => sceneOf(context(), room, 'who-we-are');
	async function idOf(room: { workshopId: string }, words: string) {
		const all = (await sceneIn(room)).pictures.flatMap(({ sentences }) => sentences);
		return all.find((each) => each.words === words)!.id;
	}
	/** Puts these together, each with the first. */
	async function together(room: { workshopId: string; facilitate: string }, words: string[]) {
		const [first, ...others] = words;
		const withId = await idOf(room, first!);
		for (const other of others) {
			const id = await idOf(room, other);
			expect(await placeText(context(), room.facilitate, { id, withId })).toBeNull();
		}
	}

	test('sees no sentence before three are there and shown together', async () => {
		const room = await roomWith(['a harbor', 'a light']);
		expect(await steerWorkshop(context(), room.facilitate, { kind: 'show-texts' })).toEqual({
			refusal: 'too-few-wrote'
		});
		expect((await sceneIn(room)).pictures).toEqual([]);
		expect(await steerWorkshop(context(), room.facilitate, { kind: 'settle-pictures' })).toEqual({
			refusal: 'nothing-written'
		});
	});

	test('puts together what says the same, sets it apart again, and settles it once', async () => {
		const words = ['harbor', 'a harbor', 'our harbor', 'a light', 'quick', 'there'];
		const room = await roomWith(words);
		await press(context(), room, { kind: 'show-texts' });
		expect((await sceneIn(room)).pictures).toHaveLength(6);
		await together(room, ['harbor', 'a harbor', 'our harbor', 'a light']);
		expect((await sceneIn(room)).pictures.map(({ sentences }) => sentences.length)).toEqual([
			4, 1, 1
		]);
		const id = await idOf(room, 'a light');
		expect(await placeText(context(), room.facilitate, { id, withId: null })).toBeNull();
		expect((await sceneIn(room)).largest).toBeNull();

		await press(context(), room, { kind: 'settle-pictures' });
		const settled = await sceneIn(room);
		expect(settled.pictures.map(({ sentences }) => sentences.length)).toEqual([3, 1, 1, 1]);
		// Three of six, in steps of five.
		expect(settled.largest).toEqual({ as: 'value', value: 50 });

		expect(await placeText(context(), room.facilitate, { id, withId: null })).toBe(
			'pictures-settled'
		);
		expect(await sendText(context(), room.seats[0]!, sentence('late', 2))).toBe('writing-closed');
		expect(await steerWorkshop(context(), room.facilitate, { kind: 'settle-pictures' })).toEqual({
			refusal: 'pictures-settled'
		});
	});

	describe('shares no number that the contract hides', () => {
		test('of fewer than k people', async () => {
			const room = await roomWith(['harbor', 'a harbor', 'a light', 'quick']);
			await press(context(), room, { kind: 'show-texts' }, { kind: 'settle-pictures' });
			expect((await sceneIn(room)).largest).toMatchObject({ as: 'hidden', because: 'small-group' });
		});

		test('of people who all say the same', async () => {
			const words = ['harbor 1', 'harbor 2', 'harbor 3', 'harbor 4', 'harbor 5'];
			const room = await roomWith(words);
			await press(context(), room, { kind: 'show-texts' });
			await together(room, words);
			await press(context(), room, { kind: 'settle-pictures' });
			expect((await sceneIn(room)).largest).toEqual({
				as: 'bound',
				side: 'or-more',
				value: 80
			});
		});
	});

	test('counts no sentence that the facilitator hid, or the writer took back', async () => {
		const room = await roomWith(['harbor', 'a harbor', 'a light', 'quick', 'there', 'bad']);
		await press(context(), room, { kind: 'show-texts' });
		const id = await idOf(room, 'bad');
		expect(await hideText(context(), room.facilitate, { id, isHidden: true })).toBeNull();
		expect((await sceneIn(room)).pictures).toHaveLength(5);
		const gone = { id: 'no such', withId: id };
		expect(await placeText(context(), room.facilitate, gone)).toBe('no-such-text');
	});

	test('moves sentences in their own step only', async () => {
		const room = await roomWith(['harbor', 'a harbor', 'a light']);
		await press(context(), room, { kind: 'show-texts' });
		const id = await idOf(room, 'harbor');
		await press(context(), room, { kind: 'next' });
		expect(await placeText(context(), room.facilitate, { id, withId: null })).toBe(
			'not-in-this-step'
		);
	});
});
