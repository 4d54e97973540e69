import { expect, test } from 'vitest';
import { castVote } from '$lib/server/use-cases/cast-vote';
import { showOwnPart } from '$lib/server/use-cases/show-own-part';
import { steerWorkshop } from '$lib/server/use-cases/steer-workshop';
import { onEveryDatabase } from '../../../support/on-every-database';
import { join, press, roomAt, sceneOf, viewsOf, vote } from '../../../support/workshops';

onEveryDatabase('votes of a workshop', (context) => {
	const openVote = { kind: 'open-vote' } as const;
	const reveal = { kind: 'reveal' } as const;

	test('stay with those who cast them until the reveal, and then belong to everyone at once', async () => {
		const room = await roomAt(context(), 'clues');
		await press(context(), room, openVote);
		const before = await viewsOf(context(), room);
		for (const [i, seat] of room.seats.entries())
			expect(await vote(context(), seat, i < 5 ? 1 : 5)).toBeNull();

		const voting = await viewsOf(context(), room);
		expect({ ...voting.facilitator, scene: 0 }).toEqual({ ...before.facilitator, scene: 0 });
		expect(voting.facilitator.scene).toMatchObject({
			voted: { as: 'count', finished: 10 },
			first: null
		});

		await press(context(), room, reveal);
		const { facilitator, presenter, participant } = await viewsOf(context(), room);
		expect(participant.scene).toMatchObject({
			phase: 'revealed',
			first: {
				mean: { as: 'value', value: 3 },
				dots: { as: 'counts', counts: [5, 0, 0, 0, 5] },
				shape: 'two-camps',
				voters: null
			}
		});
		expect(facilitator.scene).toEqual(participant.scene);
		expect(presenter.scene).toEqual(participant.scene);
	});

	test('count once, the latest, however often and in whatever order they arrive', async () => {
		const room = await roomAt(context(), 'clues');
		await press(context(), room, openVote);
		for (const seat of room.seats) {
			await Promise.all([
				vote(context(), seat, 5, { revision: 2 }),
				vote(context(), seat, 1, { revision: 1 })
			]);
			await vote(context(), seat, 5, { revision: 2 });
			await vote(context(), seat, 1, { revision: 1 });
		}
		await press(context(), room, reveal);

		const { first } = await sceneOf(context(), room, 'clues');
		expect(first).toMatchObject({ n: 10, mean: { as: 'bound', side: 'or-more' } });
	});

	test('come too late after the reveal, and a late one never counts in the second vote', async () => {
		const room = await roomAt(context(), 'clues');
		await press(context(), room, openVote);
		for (const seat of room.seats) await vote(context(), seat, 3);
		await press(context(), room, reveal);
		const shown = (await sceneOf(context(), room, 'clues')).first;

		expect(await vote(context(), room.seats[0]!, 5, { revision: 2 })).toBe('vote-closed');
		await press(context(), room, { kind: 'vote-again' });
		expect(await vote(context(), room.seats[0]!, 5, { revision: 2 })).toBe('vote-closed');
		expect((await sceneOf(context(), room, 'clues')).first).toEqual(shown);
	});

	test('show both pictures side by side when enough people moved', async () => {
		const room = await roomAt(context(), 'clues');
		await press(context(), room, openVote);
		for (const [i, seat] of room.seats.entries()) await vote(context(), seat, i < 5 ? 2 : 4);
		await press(context(), room, reveal, { kind: 'vote-again' });
		for (const seat of room.seats.slice(0, 5)) await vote(context(), seat, 4, { ballot: 'second' });
		await press(context(), room, reveal);

		const { first, second } = await sceneOf(context(), room, 'clues');
		expect(first!.mean).toEqual({ as: 'value', value: 3 });
		expect(second).toMatchObject({ moved: 5, mean: { as: 'value', value: 4 } });
	});

	test('hide the second picture when one person moved, and say which rule hides it', async () => {
		const room = await roomAt(context(), 'clues');
		await press(context(), room, openVote);
		for (const [i, seat] of room.seats.entries()) await vote(context(), seat, i < 5 ? 2 : 4);
		await press(context(), room, reveal, { kind: 'vote-again' });
		await vote(context(), room.seats[0]!, 5, { ballot: 'second' });
		await press(context(), room, reveal);

		const { second } = await sceneOf(context(), room, 'clues');
		expect(second).toMatchObject({
			n: null,
			moved: null,
			shape: null,
			mean: { as: 'hidden', because: 'second-vote' },
			dots: { as: 'hidden' }
		});
	});

	test('are not asked for where fewer than k people are, and not revealed before k voted', async () => {
		const room = await roomAt(context(), 'clues', { people: 4 });
		const press = (kind: 'open-vote' | 'reveal') =>
			steerWorkshop(context(), room.facilitate, { kind });
		expect((await viewsOf(context(), room)).participant.isTooFewForNumbers).toBe(true);
		expect(await press('open-vote')).toEqual({ refusal: 'too-few-in-the-room' });

		const late = await join(context(), room);
		expect(await press('open-vote')).toMatchObject({ refusal: null });
		for (const seat of room.seats) await vote(context(), seat, 3);
		expect(await press('reveal')).toEqual({ refusal: 'too-few-voted' });
		await vote(context(), late, 3);
		expect(await press('reveal')).toMatchObject({ refusal: null });
	});

	test('show names under an open contract, however small the room', async () => {
		const room = await roomAt(context(), 'clues', { people: 3, headcount: 3, openness: 'open' });
		await press(context(), room, openVote);
		for (const [i, seat] of room.seats.entries()) await vote(context(), seat, 5 - i);
		await press(context(), room, reveal);

		const { first } = await sceneOf(context(), room, 'clues');
		expect(first!.voters).toEqual([
			{ alias: 'Person 2', level: 3 },
			{ alias: 'Person 1', level: 4 },
			{ alias: 'Person 0', level: 5 }
		]);
		expect(first!.dots).toEqual({ as: 'counts', counts: [0, 0, 1, 1, 1] });
	});

	test('are there for whoever cast them, and for nobody else', async () => {
		const room = await roomAt(context(), 'clues');
		await press(context(), room, openVote);
		await vote(context(), room.seats[0]!, 4);
		const own = async (seat: number) => {
			const shown = await showOwnPart(context(), room.seats[seat]!);
			return shown.refusal === null && shown.own.votes;
		};
		expect(await own(0)).toEqual({ voice: { first: { level: 4, revision: 1 } } });
		expect(await own(1)).toEqual({});
	});

	test('are refused from somebody who has not joined', async () => {
		const room = await roomAt(context(), 'clues');
		await press(context(), room, openVote);
		const stranger = { ...room.seats[0]!, seat: '0000-0000-0000-0000' };
		expect(
			await castVote(context(), stranger, {
				dimension: 'voice',
				ballot: 'first',
				level: 3,
				revision: 1
			})
		).toBe('not-in-this-room');
	});

	test('are kept without anything that leads to a person, or from one vote to the next', async () => {
		const room = await roomAt(context(), 'clues');
		await press(context(), room, openVote);
		for (const seat of room.seats) await vote(context(), seat, 3);
		await press(context(), room, reveal, { kind: 'choose-clue', clue: 1 }, openVote);
		for (const seat of room.seats) await vote(context(), seat, 3, { dimension: 'regard' });

		const { read } = context().db;
		const rows = await read.selectFrom('votes').selectAll().execute();
		const people = await read.selectFrom('participants').selectAll().execute();
		expect(rows.every(({ participant_id }) => participant_id === null)).toBe(true);
		expect(new Set([...rows, ...people].map(({ id }) => id)).size).toBe(30);
		expect(JSON.stringify(rows)).not.toMatch(/\d{4}-\d\d-\d\d|\d{10,}/);
	});

	test('are all there after a burst of 200 at once', async () => {
		const room = await roomAt(context(), 'clues', { people: 40, headcount: 40 });
		await press(context(), room, openVote);
		const sent = room.seats.flatMap((seat) =>
			[1, 2, 3, 4, 5].map((revision) => vote(context(), seat, revision, { revision }))
		);
		expect(await Promise.all(sent)).toEqual(Array(200).fill(null));
		await press(context(), room, reveal);

		const { first } = await sceneOf(context(), room, 'clues');
		expect(first).toMatchObject({ n: 40, mean: { as: 'bound', side: 'or-more' } });
	});

	test('are revealed once when two facilitators press at the same moment', async () => {
		const room = await roomAt(context(), 'clues');
		await press(context(), room, openVote);
		for (const seat of room.seats) await vote(context(), seat, 3);
		const outcomes = await Promise.all(
			[1, 2, 3].map(() => steerWorkshop(context(), room.facilitate, reveal))
		);

		expect(outcomes.map(({ refusal }) => refusal ?? 'revealed').sort()).toEqual([
			'revealed',
			'vote-not-open',
			'vote-not-open'
		]);
		const rows = await context().db.read.selectFrom('revelations').selectAll().execute();
		expect(rows).toHaveLength(1);
	});
});
