import { describe, expect, test } from 'vitest';
import { agendaFrom } from '$lib/domain/workshop/agenda';
import type { SentTextOf } from '$lib/domain/workshop/texts';
import type { Voice } from '$lib/domain/workshop/voice';
import type { Context } from '$lib/server/context';
import { hideText } from '$lib/server/use-cases/hide-text';
import { sendText, takeTextBack } from '$lib/server/use-cases/send-text';
import { showOwnPart } from '$lib/server/use-cases/show-own-part';
import { steerWorkshop } from '$lib/server/use-cases/steer-workshop';
import { onEveryDatabase } from '../../../support/on-every-database';
import { join, newRoom, press, sceneOf, viewsOf, type TestSeat } from '../../../support/workshops';

const agenda = agendaFrom('talk-first', ['voice']);
const withVoices = { ...agenda, steps: [{ kind: 'voices', minutes: 10 }, ...agenda.steps] };

const keyOf = (number: number) => number.toString(16).padStart(32, '0');
type Story = SentTextOf<'voices'>;
function story(words: string, changes: Partial<Story> & { number?: number } = {}): Story {
	const { number = 1, ...rest } = changes;
	const body: Voice = { words, moment: 'hologram', dimension: null };
	return { step: 'voices', key: keyOf(number), revision: 1, mayKeep: true, body, ...rest };
}

onEveryDatabase('what people write in a workshop', (context) => {
	async function roomWith(people: number) {
		const room = await newRoom(context(), { agenda: withVoices });
		const seats: TestSeat[] = [];
		for (let i = 0; i < people; i++) seats.push(await join(context(), room, `Person ${i}`));
		await press(context(), room, { kind: 'start' });
		return { ...room, seats };
	}
	async function write(seats: TestSeat[], ...words: string[]) {
		for (const [at, text] of words.entries())
			expect(await sendText(context(), seats[at]!, story(text))).toBeNull();
	}

	test('is seen by nobody before three people have written and the facilitator shows it', async () => {
		const room = await roomWith(6);
		await write(room.seats, 'one', 'two');
		expect((await sceneOf(context(), room, 'voices')).canShow).toBe(false);
		expect(await steerWorkshop(context(), room.facilitate, { kind: 'show-texts' })).toEqual({
			refusal: 'too-few-wrote'
		});
		// A second story of the same person makes no third writer.
		await sendText(context(), room.seats[0]!, story('three', { number: 2 }));
		expect((await sceneOf(context(), room, 'voices')).canShow).toBe(false);

		await sendText(context(), room.seats[2]!, story('four'));
		expect((await sceneOf(context(), room, 'voices')).canShow).toBe(true);
		expect(JSON.stringify(await viewsOf(context(), room))).not.toMatch(/"(one|two|three|four)"/);
	});

	test('is read out one by one, and counted without saying who', async () => {
		const room = await roomWith(6);
		await write(room.seats, 'one', 'two', 'three', 'four', 'five');
		await press(context(), room, { kind: 'show-texts' });
		expect(await sceneOf(context(), room, 'voices')).toMatchObject({
			written: { as: 'nearly-all' },
			story: null,
			read: 0,
			shown: 5
		});
		const read: string[] = [];
		for (let at = 1; at <= 5; at++) {
			await press(context(), room, { kind: 'next-text' });
			const scene = await sceneOf(context(), room, 'voices');
			expect(scene.read).toBe(at);
			read.push(scene.story!.body.words);
		}
		expect([...read].sort()).toEqual(['five', 'four', 'one', 'three', 'two']);
		expect(await steerWorkshop(context(), room.facilitate, { kind: 'next-text' })).toEqual({
			refusal: 'no-more-texts'
		});
		expect(JSON.stringify(await viewsOf(context(), room))).not.toContain('Person');
	});

	test('stands in an order that says nothing about when it came', async () => {
		const room = await roomWith(16);
		const words = room.seats.map((_, at) => String(at).padStart(2, '0'));
		await write(room.seats, ...words);
		await press(context(), room, { kind: 'show-texts' });
		const read: string[] = [];
		while (read.length < words.length) {
			await press(context(), room, { kind: 'next-text' });
			read.push((await sceneOf(context(), room, 'voices')).story!.body.words);
		}
		expect(read).not.toEqual(words);
		await press(context(), room, { kind: 'end' });
		// As the database itself hands them out, in no order asked for.
		const ids = (await rowsOf(context())).map(({ id }) => id);
		expect(ids).toHaveLength(16);
		expect(ids).toEqual(ids.toSorted());
	});

	test('comes late into the next batch of enough writers', async () => {
		const room = await roomWith(6);
		await write(room.seats, 'one', 'two', 'three');
		await press(context(), room, { kind: 'show-texts' });
		await sendText(context(), room.seats[3]!, story('late'));
		await sendText(context(), room.seats[0]!, story('late too', { number: 2 }));
		expect(await steerWorkshop(context(), room.facilitate, { kind: 'show-texts' })).toEqual({
			refusal: 'too-few-wrote'
		});
		await sendText(context(), room.seats[4]!, story('later'));
		await press(context(), room, { kind: 'show-texts' });
		expect((await sceneOf(context(), room, 'voices')).shown).toBe(6);
	});

	describe('on its writer’s phone', () => {
		test('changes until it is shown; then its words stay', async () => {
			const room = await roomWith(3);
			const [seat] = room.seats as [TestSeat];
			await write(room.seats, 'one', 'two', 'three');
			const better = story('better', { revision: 2 });
			expect(await sendText(context(), seat, better)).toBeNull();
			// Held up on the way: the older words undo nothing.
			expect(await sendText(context(), seat, story('one'))).toBeNull();
			expect(await ownTexts(seat)).toEqual([{ ...better, isShown: false }]);

			await press(context(), room, { kind: 'show-texts' });
			const late = story('too late', { revision: 3 });
			expect(await sendText(context(), seat, late)).toBe('text-shown');
			const consent = story('better', { revision: 3, mayKeep: false });
			expect(await sendText(context(), seat, consent)).toBeNull();
			expect(await ownTexts(seat)).toEqual([{ ...consent, isShown: true }]);
		});

		test('sent twice is there once, and never in the place of somebody else’s', async () => {
			const room = await roomWith(3);
			const [seat, other] = room.seats as [TestSeat, TestSeat];
			for (const each of [seat, seat, other]) await sendText(context(), each, story('same'));
			expect(await rowsOf(context())).toHaveLength(2);
			await takeTextBack(context(), other, story('same'));
			expect(await ownTexts(seat)).toHaveLength(1);
			expect(await ownTexts(other)).toEqual([]);
		});

		test('is five stories at most, in the step of stories only', async () => {
			const room = await roomWith(1);
			const [seat] = room.seats as [TestSeat];
			for (let number = 1; number <= 5; number++)
				await sendText(context(), seat, story('a story', { number }));
			const sixth = story('a story', { number: 6 });
			expect(await sendText(context(), seat, sixth)).toBe('too-many-texts');
			await press(context(), room, { kind: 'next' });
			expect(await sendText(context(), seat, story('other', { revision: 2 }))).toBe(
				'writing-closed'
			);
			// Consent can still be taken back.
			const consent = story('a story', { revision: 2, mayKeep: false });
			expect(await sendText(context(), seat, consent)).toBeNull();
		});
	});

	test('is hidden and brought back by the facilitator, once the room has seen it', async () => {
		const room = await roomWith(3);
		await write(room.seats, 'one', 'two', 'three');
		const [id] = (await rowsOf(context())).map((row) => row.id).sort() as [string];
		const hide = (isHidden: boolean) => hideText(context(), room.facilitate, { id, isHidden });
		expect(await hide(true)).toBe('no-such-text');
		await press(context(), room, { kind: 'show-texts' }, { kind: 'next-text' });

		expect(await hide(true)).toBeNull();
		expect(await sceneOf(context(), room, 'voices')).toMatchObject({ story: null, shown: 2 });
		expect((await viewsOf(context(), room)).facilitator.texts).toMatchObject([{ isHidden: true }]);
		expect(await hide(false)).toBeNull();
		expect((await sceneOf(context(), room, 'voices')).story?.id).toBe(id);
	});

	test('stays after the end only where its writer agreed, and can be taken back later', async () => {
		const room = await roomWith(4);
		await write(room.seats, 'one', 'two', 'three');
		await sendText(context(), room.seats[1]!, story('two', { revision: 2, mayKeep: false }));
		await press(context(), room, { kind: 'show-texts' });
		await sendText(context(), room.seats[3]!, story('never shown'));
		await press(context(), room, { kind: 'end' });
		expect((await rowsOf(context())).map(({ body }) => JSON.parse(body).words).sort()).toEqual([
			'one',
			'three'
		]);
		expect((await rowsOf(context())).map(({ revision }) => revision)).toEqual([0, 0]);

		expect(await takeTextBack(context(), room.seats[0]!, story('one'))).toBeNull();
		expect(await rowsOf(context())).toHaveLength(1);
		// What was taken back, or never kept, does not come back.
		expect(await sendText(context(), room.seats[0]!, story('one'))).toBe('workshop-ended');
	});

	test('is kept apart from seats, votes and moments', async () => {
		const room = await roomWith(3);
		await write(room.seats, 'one', 'two', 'three');
		const rows = await rowsOf(context());
		const { read } = context().db;
		const participants = await read.selectFrom('participants').select('id').execute();
		for (const { id } of participants) expect(JSON.stringify(rows)).not.toContain(id);
		for (const { seat } of room.seats) expect(JSON.stringify(rows)).not.toContain(seat);
		expect(JSON.stringify(rows)).not.toMatch(/\d{4}-\d\d-\d\d/);
	});

	test('is deleted with its workshop', async () => {
		const room = await roomWith(3);
		await write(room.seats, 'one', 'two', 'three');
		await press(context(), room, { kind: 'show-texts' }, { kind: 'end' });
		await context().db.write((writer) => writer.deleteFrom('workshops').execute());
		expect(await rowsOf(context())).toEqual([]);
	});

	async function ownTexts(seat: TestSeat) {
		const shown = await showOwnPart(context(), seat);
		return shown.refusal === null ? shown.own.texts : shown.refusal;
	}
});

async function rowsOf({ db }: Context) {
	return db.read.selectFrom('texts').selectAll().execute();
}
