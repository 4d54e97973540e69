import { describe, expect, test } from 'vitest';
import { agendaFrom } from '$lib/domain/workshop/agenda';
import { acceptanceSchema, proposalSchema } from '$lib/domain/workshop/promise';
import { opened } from '$lib/server/access/workshop-access';
import { answerClosing } from '$lib/server/use-cases/answer-closing';
import { answerInWorkshop } from '$lib/server/use-cases/answer-in-workshop';
import { createWorkshop, createWorkshopInRound } from '$lib/server/use-cases/create-workshop';
import { followUpPromise } from '$lib/server/use-cases/follow-up-promise';
import { gatherSheets } from '$lib/server/use-cases/gather-sheets';
import { joinWorkshop, returnToSeat } from '$lib/server/use-cases/join-workshop';
import { moveDot } from '$lib/server/use-cases/move-dot';
import { proposePromise } from '$lib/server/use-cases/propose-promise';
import { acceptPromise, hidePromise, releasePromise } from '$lib/server/use-cases/settle-promise';
import { showOwnPart } from '$lib/server/use-cases/show-own-part';
import { showRecap } from '$lib/server/use-cases/show-recap';
import { steerWorkshop } from '$lib/server/use-cases/steer-workshop';
import { watchAsFacilitator, watchScreen } from '$lib/server/use-cases/watch-workshop';
import { weighPromise } from '$lib/server/use-cases/weigh-promise';
import {
	renewCoFacilitatorLink,
	renewSharedLinks,
	revokeCoFacilitatorLink,
	showWorkshopLinks
} from '$lib/server/use-cases/workshop-links';
import { onEveryDatabase } from '../../../support/on-every-database';
import { openedRound, quickAnswers } from '../../../support/rounds';
import { StreamReader } from '../../../support/streams';
import {
	join,
	newRoom,
	plannedWorkshop,
	press,
	roomAt,
	sceneOf,
	viewsOf,
	vote
} from '../../../support/workshops';

const address = '192.0.2.7';
const proposal = proposalSchema.parse({
	words: 'Ask a customer every Monday',
	serves: 'They hear from us before they complain',
	dimension: 'voice'
});
const acceptance = acceptanceSchema.parse({ ...proposal, owner: 'Ada', dueOn: '2026-12-20' });

onEveryDatabase('a workshop', (context) => {
	describe('planned', () => {
		test('tells an anonymous team smaller than k before it answers, and offers it two ways', async () => {
			const small = { headcount: 4 };
			expect(await createWorkshop(context(), plannedWorkshop(small))).toEqual({
				refusal: 'too-few-for-numbers'
			});
			const open = plannedWorkshop({ ...small, openness: 'open' });
			expect(await createWorkshop(context(), open)).toMatchObject({ refusal: null });
			const talk = plannedWorkshop({ ...small, agenda: agendaFrom('talk-first', ['voice']) });
			expect(await createWorkshop(context(), talk)).toMatchObject({ refusal: null });
		});

		test('of a team in an open round keeps the round’s contract', async () => {
			const round = await openedRound(context());
			const created = await createWorkshopInRound(context(), round.organizer, {
				agenda: plannedWorkshop().agenda,
				previous: null,
				teamId: round.teams[0]!.id
			});
			expect(created.refusal).toBeNull();
			const view = await viewsOf(context(), created as { workshopId: string });
			expect(view.participant).toMatchObject({ team: 'Harbor', k: 5, openness: 'anonymous' });
		});

		test('keeps no secret that opens it', async () => {
			const room = await newRoom(context());
			const links = await showWorkshopLinks(context(), room.facilitate);
			const { read } = context().db;
			const kept = JSON.stringify([
				await read.selectFrom('workshop_links').selectAll().execute(),
				await read.selectFrom('workshops').selectAll().execute()
			]);
			expect(links).toMatchObject({ refusal: null, present: room.present, isOwner: true });
			for (const secret of [room.facilitate, room.present, links.refusal === null && links.recap])
				expect(kept).not.toContain(secret);
		});
	});

	describe('joined', () => {
		test('by its code, however it is typed', async () => {
			const { code, workshopId } = await newRoom(context());
			const typed = ` ${code.toLowerCase().replace('-', ' ')} `;
			const joined = await joinWorkshop(context(), { code: typed, alias: null, address });
			expect(joined).toMatchObject({ refusal: null, workshopId });
			expect((await viewsOf(context(), { workshopId })).presenter.people).toBe(1);
		});

		test('says so kindly when the code is wrong, and slows down who guesses', async () => {
			await newRoom(context());
			const guess = () =>
				joinWorkshop(context(), { code: 'CCCC-2222', alias: null, address: '198.51.100.3' });
			expect(await guess()).toEqual({ refusal: 'no-such-code' });
			for (let i = 0; i < 40; i++) await guess();
			expect(await guess()).toEqual({ refusal: 'too-many-tries' });
		});

		test('gives a device that joins again the seat it had', async () => {
			const room = await newRoom(context());
			const first = await join(context(), room);
			await joinWorkshop(context(), { code: room.code, alias: 'Ada', seat: first.seat, address });
			expect((await viewsOf(context(), room)).presenter.people).toBe(1);
		});

		test('has no more seats than people, and a few', async () => {
			const room = await newRoom(context(), { headcount: 5 });
			const all = await Promise.all(
				Array.from({ length: 9 }, () =>
					joinWorkshop(context(), { code: room.code, alias: null, address })
				)
			);
			expect(all.filter(({ refusal }) => refusal === 'room-full')).toHaveLength(2);
		});

		test('is found again on another device by the recovery code, with all that was answered', async () => {
			const room = await roomAt(context(), 'clues');
			await press(context(), room, { kind: 'open-vote' });
			await vote(context(), room.seats[0]!, 4);
			const shown = await showOwnPart(context(), room.seats[0]!);
			const recoveryCode = shown.refusal === null ? shown.own.recoveryCode : '';
			const { workshopId } = room;

			const back = await returnToSeat(context(), {
				workshopId,
				recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' '),
				address
			});
			expect(back).toEqual({ refusal: null, workshopId, seat: room.seats[0]!.seat });
			expect(await returnToSeat(context(), { workshopId, recoveryCode: 'AAAA', address })).toEqual({
				refusal: 'no-such-seat'
			});
		});

		test('ends its code with itself', async () => {
			const room = await newRoom(context());
			await press(context(), room, { kind: 'end' });
			expect(await joinWorkshop(context(), { code: room.code, alias: null, address })).toEqual({
				refusal: 'no-such-code'
			});
		});
	});

	describe('driven', () => {
		test('moves once when a press is sent twice', async () => {
			const room = await newRoom(context());
			await press(context(), room, { kind: 'start' });
			const { revision } = (await viewsOf(context(), room)).facilitator;
			const next = () => steerWorkshop(context(), room.facilitate, { kind: 'next' }, revision);
			expect(await next()).toEqual({ refusal: null, revision: revision + 1 });
			expect(await next()).toEqual({ refusal: 'room-moved-on' });
			expect((await viewsOf(context(), room)).presenter.step).toBe(1);
		});

		test('by a co-facilitator too, until their link is taken back', async () => {
			const room = await newRoom(context());
			const co = await renewCoFacilitatorLink(context(), room.facilitate);
			if (co.refusal !== null) throw new Error(co.refusal);
			expect(await renewCoFacilitatorLink(context(), co.token)).toEqual({
				refusal: 'not-the-owner'
			});
			expect(await steerWorkshop(context(), co.token, { kind: 'start' })).toMatchObject({
				refusal: null
			});
			await revokeCoFacilitatorLink(context(), room.facilitate);
			expect(await steerWorkshop(context(), co.token, { kind: 'next' })).toEqual({
				refusal: 'no-such-workshop'
			});
		});

		test('by nobody else', async () => {
			const room = await newRoom(context());
			for (const token of [room.present, room.code, 'x'])
				expect(await steerWorkshop(context(), token, { kind: 'start' })).toEqual({
					refusal: 'no-such-workshop'
				});
		});
	});

	test('says how many have finished the questions, and feeds the team’s round', async () => {
		const room = await roomAt(context(), 'questions');
		for (const seat of room.seats.slice(0, 6)) {
			const saved = await answerInWorkshop(context(), seat, {
				sent: quickAnswers(4),
				isDone: false
			});
			expect(saved).toMatchObject({ refusal: null, isFinished: true });
		}
		expect(await sceneOf(context(), room, 'questions')).toMatchObject({
			finished: { as: 'count', finished: 6 }
		});
		await press(context(), room, { kind: 'end' });

		const { round_id } = await context()
			.db.read.selectFrom('workshops')
			.select('round_id')
			.executeTakeFirstOrThrow();
		const gathered = await gatherSheets(context(), round_id);
		expect(gathered.refusal === null && gathered.sheets.length).toBe(6);
	});

	test('counts dots once, and shows their sums when they are closed', async () => {
		const room = await roomAt(context(), 'focus');
		await press(context(), room, { kind: 'open-focus' });
		const place = (seat: number, dimension: string, placed: number) =>
			moveDot(context(), room.seats[seat]!, { kind: 'place', dimension, placed });
		expect(await place(0, 'voice', 0)).toEqual({ refusal: null, placed: ['voice'] });
		// The same again, because the answer got lost.
		expect(await place(0, 'voice', 0)).toEqual({ refusal: null, placed: ['voice'] });
		await place(0, 'rules', 1);
		expect(
			await moveDot(context(), room.seats[0]!, {
				kind: 'take-back',
				dimension: 'rules',
				placed: 2
			})
		).toEqual({ refusal: null, placed: ['voice'] });
		for (let seat = 1; seat < 10; seat++) await place(seat, seat < 5 ? 'voice' : 'regard', 0);

		expect(await sceneOf(context(), room, 'focus')).toMatchObject({ totals: null });
		await press(context(), room, { kind: 'close-focus' });
		const { totals } = await sceneOf(context(), room, 'focus');
		expect(totals!.slice(0, 2)).toEqual([
			{ dimension: 'voice', total: { as: 'value', value: 5 } },
			{ dimension: 'regard', total: { as: 'value', value: 5 } }
		]);
		expect(totals![2]!.total).toMatchObject({ as: 'bound', side: 'or-less' });
	});

	describe('with promises', () => {
		async function withProposals(count: number) {
			const room = await roomAt(context(), 'promises');
			const ids: string[] = [];
			for (let i = 0; i < count; i++) {
				const proposed = await proposePromise(context(), room.seats[i]!, proposal);
				if (proposed.refusal !== null) throw new Error(proposed.refusal);
				ids.push(proposed.id);
			}
			return { ...room, ids };
		}

		test('weighs them in silence and shows the weights when weighing is closed', async () => {
			const room = await withProposals(1);
			const promiseId = room.ids[0]!;
			const weigh = (seat: number, weight: 1 | 0 | -1) =>
				weighPromise(context(), room.seats[seat]!, { promiseId, weight });
			expect(await weigh(0, 1)).toBe('weighing-closed');
			await press(context(), room, { kind: 'open-weighing' });
			for (let seat = 0; seat < 10; seat++) await weigh(seat, seat < 7 ? 1 : -1);
			expect((await sceneOf(context(), room, 'promises')).promises[0]!.weight).toBeNull();

			await press(context(), room, { kind: 'close-weighing' });
			const { promises } = await sceneOf(context(), room, 'promises');
			expect(promises[0]!.weight).toEqual({ as: 'value', value: 0.4 });
			await press(context(), room, { kind: 'open-weighing' });
			expect(await weigh(0, -1)).toBe('already-weighed');
		});

		test('accepts three, each with an owner and a day to come', async () => {
			const room = await withProposals(4);
			const accept = (at: number, dueOn = '2026-12-20') =>
				acceptPromise(context(), room.facilitate, { ...acceptance, dueOn, id: room.ids[at]! });
			expect(await accept(0, '2026-11-01')).toBe('day-is-past');
			expect([await accept(0), await accept(1), await accept(2)]).toEqual([null, null, null]);
			expect(await accept(3)).toBe('three-promises-already');
			expect(await releasePromise(context(), room.facilitate, room.ids[0]!)).toBeNull();
			expect(await accept(3)).toBeNull();
		});

		test('hides a text from the room and brings it back', async () => {
			const room = await withProposals(1);
			const hide = (isHidden: boolean) =>
				hidePromise(context(), room.facilitate, { id: room.ids[0]!, isHidden });
			await hide(true);
			expect((await sceneOf(context(), room, 'promises')).promises).toEqual([]);
			expect((await viewsOf(context(), room)).facilitator.hidden).toHaveLength(1);
			await hide(false);
			expect((await sceneOf(context(), room, 'promises')).promises).toHaveLength(1);
		});

		test('keeps nothing of who proposed', async () => {
			await withProposals(3);
			const rows = await context().db.read.selectFrom('promises').selectAll().execute();
			const people = await context().db.read.selectFrom('participants').selectAll().execute();
			for (const { id } of people) expect(JSON.stringify(rows)).not.toContain(id);
		});
	});

	describe('after its end', () => {
		async function ended() {
			const room = await roomAt(context(), 'clues');
			await press(context(), room, { kind: 'open-vote' });
			for (const [i, seat] of room.seats.entries()) await vote(context(), seat, i < 5 ? 2 : 4);
			await press(context(), room, { kind: 'reveal' }, { kind: 'choose-clue', clue: 1 });
			await press(context(), room, { kind: 'open-vote' });
			for (const seat of room.seats) await vote(context(), seat, 1, { dimension: 'regard' });
			await press(context(), room, { kind: 'go-to', step: 4 });
			const proposed = await proposePromise(context(), room.seats[0]!, proposal);
			const id = proposed.refusal === null ? proposed.id : '';
			await acceptPromise(context(), room.facilitate, { ...acceptance, id });
			await press(context(), room, { kind: 'go-to', step: 5 });
			for (const [i, seat] of room.seats.entries())
				await answerClosing(context(), seat, { wellSpent: 3 + (i % 3), withEachOther: 4 });
			const links = await showWorkshopLinks(context(), room.facilitate);
			const recap = links.refusal === null ? links.recap : '';
			return { ...room, promiseId: id, recap };
		}

		test('gives everyone the same recap at the same moment, and none before', async () => {
			const room = await ended();
			const none = { refusal: null, recap: null };
			expect(await showRecap(context(), { recap: room.recap })).toEqual(none);
			expect(await showRecap(context(), room.seats[0]!)).toEqual(none);

			await press(context(), room, { kind: 'end' });
			const shown = await showRecap(context(), { recap: room.recap });
			expect(shown).toEqual(await showRecap(context(), room.seats[3]!));
			expect(shown.refusal === null && shown.recap).toMatchObject({
				team: 'Harbor',
				people: 10,
				votes: [{ dimension: 'voice', first: { mean: { as: 'value', value: 3 } }, second: null }],
				promises: [{ owner: 'Ada' }],
				closing: { wellSpent: { as: 'value', value: 3.9 }, withEachOther: { as: 'value' } }
			});
		});

		test('shows the first votes of this team’s earlier workshops beside its own, and no other team’s', async () => {
			const before = await ended();
			await press(context(), before, { kind: 'end' });
			context().travelTo('2027-03-01T09:00Z');
			await newRoom(context());
			const now = await roomAt(context(), 'clues', {
				previous: before.facilitate,
				keptUntil: '2027-12-31'
			});
			await press(context(), now, { kind: 'open-vote' });
			for (const [at, seat] of now.seats.entries())
				await vote(context(), seat, at % 2 ? 4 : 3, { dimension: 'voice' });
			await press(context(), now, { kind: 'reveal' }, { kind: 'end' });
			const links = await showWorkshopLinks(context(), now.facilitate);
			const door = { recap: links.refusal === null ? links.recap : '' };
			const shown = await showRecap(context(), door);
			expect(shown.refusal === null && shown.recap?.trends).toMatchObject([
				{
					dimension: 'voice',
					points: [
						{ mean: { as: 'value', value: 3 } },
						{ heldOn: '2027-03-01', mean: { as: 'value', value: 3.5 } }
					]
				}
			]);
		});

		test('shows out whoever watches with a link that was renewed or taken back, and nobody else', async () => {
			const room = await newRoom(context());
			const co = await renewCoFacilitatorLink(context(), room.facilitate);
			if (co.refusal !== null) throw new Error(co.refusal);
			const watching = await Promise.all([
				watchScreen(context(), room.present),
				watchAsFacilitator(context(), co.token),
				watchAsFacilitator(context(), room.facilitate)
			]);
			const [screen, guest, owner] = watching.map((each) => {
				if (each.refusal !== null) throw new Error(each.refusal);
				return new StreamReader(each.stream);
			});

			await renewSharedLinks(context(), room.facilitate);
			await expect.poll(() => screen!.isEnded).toBe(true);
			expect(guest!.isEnded).toBe(false);
			await revokeCoFacilitatorLink(context(), room.facilitate);
			await expect.poll(() => guest!.isEnded).toBe(true);
			expect(owner!.isEnded).toBe(false);
			await owner!.leave();
		});

		test('opens with new links for the screen and the recap once they are renewed, and the old ones open nothing', async () => {
			const room = await ended();
			await press(context(), room, { kind: 'end' });
			const renewed = await renewSharedLinks(context(), room.facilitate);
			if (renewed.refusal !== null) throw new Error(renewed.refusal);
			expect(await showRecap(context(), { recap: room.recap })).toEqual({
				refusal: 'no-such-workshop'
			});
			expect((await showRecap(context(), { recap: renewed.recap })).refusal).toBeNull();
			const { read } = context().db;
			expect(await opened(read, room.present, 'present')).toBeNull();
			expect(await opened(read, renewed.present, 'present')).not.toBeNull();
			expect(await showWorkshopLinks(context(), room.facilitate)).toMatchObject({
				present: renewed.present,
				recap: renewed.recap
			});

			const co = await renewCoFacilitatorLink(context(), room.facilitate);
			const token = co.refusal === null ? co.token : '';
			expect(await renewSharedLinks(context(), token)).toEqual({ refusal: 'not-the-owner' });
		});

		test('never shows a vote that was not revealed', async () => {
			const room = await ended();
			await press(context(), room, { kind: 'end' });
			const recap = JSON.stringify(await showRecap(context(), { recap: room.recap }));
			expect(recap).not.toContain('"regard","first"');
			const publications = await context()
				.db.read.selectFrom('revelations')
				.select('body')
				.execute();
			expect(JSON.stringify(publications)).not.toContain('/regard');
		});

		test('asks on the promise’s day whether it is done, and the next workshop opens with what is not', async () => {
			const room = await ended();
			await press(context(), room, { kind: 'end' });
			const { recap, promiseId } = room;
			const say = (device: number, done: 'yes' | 'no') =>
				followUpPromise(
					context(),
					{ door: { recap }, promiseId, deviceKey: `device ${device}` },
					{ done, helped: 'yes' }
				);
			expect(await say(1, 'yes')).toBe('not-due-yet');

			const opensWith = async () => {
				const next = await newRoom(context(), { previous: room.facilitate });
				await press(context(), next, { kind: 'start' });
				return (await sceneOf(context(), next, 'welcome')).openPromises.map(({ id }) => id);
			};
			expect(await opensWith()).toEqual([promiseId]);
			context().travelTo('2026-12-21T09:00Z');
			for (let device = 0; device < 4; device++) expect(await say(device, 'yes')).toBeNull();
			expect(await opensWith()).toEqual([promiseId]);
			await say(4, 'yes');
			expect(await opensWith()).toEqual([]);
		});
	});
});
