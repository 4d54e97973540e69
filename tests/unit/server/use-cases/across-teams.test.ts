import { linesOf, totalsOf } from '$lib/domain/give-get/states';
import { agendaFrom } from '$lib/domain/workshop/agenda';
import { FOR_ROUND, type SentTextOf } from '$lib/domain/workshop/texts';
import * as exchangePairs from '$lib/server/repositories/exchange-pairs';
import * as rounds from '$lib/server/repositories/rounds';
import { closeRound } from '$lib/server/use-cases/close-round';
import { createWorkshopInRound } from '$lib/server/use-cases/create-workshop';
import { deleteAnswers } from '$lib/server/use-cases/delete-answers';
import { sayAcross, showAcross } from '$lib/server/use-cases/say-across';
import { sendText, takeTextBack } from '$lib/server/use-cases/send-text';
import { showTold } from '$lib/server/use-cases/show-told';
import { expect, test } from 'vitest';
import { onEveryDatabase } from '../../../support/on-every-database';
import { openedRound } from '../../../support/rounds';
import { join, press, sceneOf, type TestSeat } from '../../../support/workshops';

const agenda = {
	...agendaFrom('talk-first', ['voice']),
	steps: [{ kind: 'give-get' as const, minutes: 20 }]
};
type Round = Awaited<ReturnType<typeof openedRound>>;
type Sent = SentTextOf<'give-get'>;

onEveryDatabase('give and get across the teams of a round', (context) => {
	/** The first people of a team write one text each, as in “give team > customers: An offer”. */
	async function held(
		round: Round,
		team: number,
		lines: string[],
		{ people = 8, isTold = true, isEnded = true } = {}
	) {
		const plan = { agenda, previous: null, teamId: round.teams[team]!.id };
		const made = await createWorkshopInRound(context(), round.organizer, plan);
		if (made.refusal !== null) throw new Error(made.refusal);
		const seats: TestSeat[] = [];
		while (seats.length < people) seats.push(await join(context(), made));
		await press(context(), made, { kind: 'start' });
		const sent: { seat: TestSeat; text: Sent }[] = [];
		for (const [at, line] of lines.entries()) {
			const [, side, from, to, words] = /^(get|give) (\S+) > (\S+): (.+)$/.exec(line)!;
			const text: Sent = {
				step: 'give-get',
				key: at.toString(16).padStart(32, '0'),
				revision: 1,
				mayKeep: true,
				...(isTold && { told: FOR_ROUND }),
				body: { side: side as 'get' | 'give', from: from!, to: to!, words: words! }
			};
			const seat = seats[at % people]!;
			expect(await sendText(context(), seat, text)).toBeNull();
			sent.push({ seat, text });
		}
		await press(context(), made, { kind: 'show-texts' });
		const { whole } = await sceneOf(context(), made, 'give-get');
		if (isEnded) await press(context(), made, { kind: 'end' });
		return { ...made, sent, whole };
	}
	async function told({ roundId }: Round) {
		return (await showTold(context(), (await rounds.find(context().db.read, roundId))!)).exchange;
	}
	const textsIn = async (round: Round) =>
		(await told(round))?.whole.entries.map(({ text }) => text).sort();

	const ofHarbor = (round: Round) => [
		`give team > team:${round.teams[1]!.id}: Order list by Tuesday`,
		'give team > customers: An offer in two minutes',
		`get team:${round.teams[1]!.id} > team: Photos of the site`
	];
	const ofLighthouse = (round: Round) => [
		`get team:${round.teams[0]!.id} > team: The order list`,
		`give team > team:${round.teams[0]!.id}: Weekly figures`,
		'give team > customers: A call when it ships'
	];

	test('is one picture of what all teams wrote, and met where the organizer says so', async () => {
		const round = await openedRound(context());
		await held(round, 0, ofHarbor(round));
		await held(round, 1, ofLighthouse(round));
		await closeRound(context(), round.organizer);
		const before = (await told(round))!;
		expect(before).toMatchObject({ kept: [], silent: [] });
		expect(before.whole.parties.map(({ name }) => name)).toEqual([
			'Harbor',
			'Lighthouse',
			'Our customers'
		]);
		expect(totalsOf(linesOf(before.whole))).toEqual({ met: 0, unmet: 2, unasked: 4 });

		const idOf = (text: string) => before.whole.entries.find((each) => each.text === text)!.id;
		const pair = { get: idOf('The order list'), give: idOf('Order list by Tuesday') };
		const say = (said: 'same' | 'nothing', which = pair) =>
			sayAcross(context(), round.organizer, { said, ...which });
		expect(await say('same', { ...pair, give: idOf('Weekly figures') })).toBe('no-such-pair');
		expect(await say('same')).toBeNull();
		expect(await say('same')).toBeNull();
		expect((await told(round))!.whole.same).toEqual([pair]);
		expect(await showAcross(context(), round.organizer)).toMatchObject({
			exchange: { whole: { same: [pair] } }
		});
		expect(await say('nothing')).toBeNull();
		expect((await told(round))!.whole.same).toEqual([]);
	});

	test('is nobody’s to see or to settle before the round has closed, its organizer included', async () => {
		const round = await openedRound(context());
		const { whole } = await held(round, 0, [
			'get team > customers: An answer',
			'give team > customers: An answer',
			'give team > customers: An offer'
		]);
		expect(await showAcross(context(), round.organizer)).toEqual({ refusal: null, exchange: null });
		const [get, give] = ['get', 'give'].map(
			(side) => whole.entries.find((each) => each.side === side)!.id
		) as [string, string];
		const say = () => sayAcross(context(), round.organizer, { said: 'same', get, give });
		expect(await say()).toBe('not-closed');
		expect(await showAcross(context(), 'somebody else')).toEqual({ refusal: 'link-unknown' });
		expect(await sayAcross(context(), 'somebody else', { said: 'same', get, give })).toBe(
			'link-unknown'
		);
		await closeRound(context(), round.organizer);
		expect(await say()).toBeNull();
	});

	test('leaves out what was written before anybody was told of the results', async () => {
		const round = await openedRound(context());
		await held(round, 0, ofHarbor(round), { isTold: false });
		await held(round, 1, ofLighthouse(round));
		await closeRound(context(), round.organizer);
		expect(await textsIn(round)).toEqual([
			'A call when it ships',
			'The order list',
			'Weekly figures'
		]);
		expect(await told(round)).toMatchObject({ kept: [], silent: ['Harbor'] });
	});

	test('counts only writers who were told, and those of texts for other teams', async () => {
		const round = await openedRound(context());
		const lines = ofHarbor(round);
		const room = await held(round, 0, lines, { isEnded: false });
		// The third text is written once more on a page that says nothing of the results.
		const { seat, text } = room.sent[2]!;
		const untold = { ...text, told: undefined, revision: 2 };
		expect(await sendText(context(), seat, untold)).toBeNull();
		await press(context(), room, { kind: 'end' });
		const named = [...ofLighthouse(round).slice(0, 2), 'give person:Eve > customers: A call'];
		await held(round, 1, named);
		await closeRound(context(), round.organizer);
		expect(await told(round)).toMatchObject({
			whole: { entries: [] },
			kept: [
				{ team: 'Harbor', refusal: 'few-writers' },
				{ team: 'Lighthouse', refusal: 'few-writers' }
			]
		});
	});

	test.each([
		[7, { kept: [{ team: 'Harbor', refusal: 'small-group' }], whole: { entries: [] } }],
		[8, { kept: [] }]
	])('of a room of %i is %j', async (people, expected) => {
		const round = await openedRound(context());
		await held(round, 0, ofHarbor(round), { people });
		await closeRound(context(), round.organizer);
		expect(await told(round)).toMatchObject(expected);
	});

	test('loses what a writer takes back, with the batch where too few are left', async () => {
		const round = await openedRound(context());
		const own = [...ofHarbor(round), 'give team > customers: A visit'];
		const harbor = await held(round, 0, own);
		await held(round, 1, ofLighthouse(round));
		await closeRound(context(), round.organizer);
		const { whole } = (await told(round))!;
		const idOf = (text: string) => whole.entries.find((each) => each.text === text)!.id;
		const pair = { get: idOf('The order list'), give: idOf('Order list by Tuesday') };
		await sayAcross(context(), round.organizer, { said: 'same', ...pair });

		const back = (at: number) =>
			takeTextBack(context(), harbor.sent[at]!.seat, harbor.sent[at]!.text);
		await back(0);
		expect(await textsIn(round)).toHaveLength(6);
		expect((await told(round))!.whole.same).toEqual([]);
		const kept = await exchangePairs.list(context().db.read, round.roundId);
		expect(kept).toEqual({ same: [], different: [] });
		await back(1);
		expect(await textsIn(round)).toHaveLength(3);
		expect((await told(round))!.kept).toEqual([{ team: 'Harbor', refusal: 'few-writers' }]);
	});

	test('keeps what a room has said about its own, whoever organizes the round', async () => {
		const round = await openedRound(context());
		const lines = [
			'get team > customers: An answer',
			'give team > customers: An answer by Friday',
			'give team > customers: A visit'
		];
		const room = await held(round, 0, lines, { isEnded: false });
		const idOf = (text: string) => room.whole.entries.find((each) => each.text === text)!.id;
		const pair = { get: idOf('An answer'), give: idOf('An answer by Friday') };
		await press(context(), room, { kind: 'say-pair', said: 'same', ...pair }, { kind: 'end' });
		await closeRound(context(), round.organizer);
		expect((await told(round))!.whole.same).toEqual([pair]);
		const say = (said: 'same' | 'nothing', give = pair.give) =>
			sayAcross(context(), round.organizer, { said, ...pair, give });
		expect(await say('nothing')).toBe('no-such-pair');
		expect(await say('same', idOf('A visit'))).toBe('no-such-pair');
	});

	test('is read from the latest workshop in which a team has written', async () => {
		const round = await openedRound(context());
		const first = await held(round, 0, ofHarbor(round));
		await context().db.write((writer) =>
			writer
				.updateTable('workshops')
				.set({ held_on: '2026-01-01' })
				.where('id', '=', first.workshopId)
				.execute()
		);
		const lines = [
			'give team > customers: A',
			'give team > customers: B',
			'get team > customers: C'
		];
		await held(round, 0, lines);
		await closeRound(context(), round.organizer);
		expect(await textsIn(round)).toEqual(['A', 'B', 'C']);
	});

	test('goes with the answers on the day the contract names, and what was said with it', async () => {
		const round = await openedRound(context());
		await held(round, 0, [
			'get team > customers: An answer',
			'give team > customers: An answer by Friday',
			'give team > customers: A visit'
		]);
		await closeRound(context(), round.organizer);
		const { entries } = (await told(round))!.whole;
		const [get, give] = ['An answer', 'A visit'].map(
			(text) => entries.find((each) => each.text === text)!.id
		) as [string, string];
		expect(
			await sayAcross(context(), round.organizer, { said: 'different', get, give })
		).toBeNull();
		await deleteAnswers(context(), round.organizer);
		expect(await told(round)).toBeNull();
		expect(await context().db.read.selectFrom('exchange_pairs').selectAll().execute()).toEqual([]);
	});

	test('is promised only in a round with several teams', async () => {
		const isPromised = async (teams?: { name: string; headcount: number }[]) => {
			const round = await openedRound(context(), teams && { teams });
			const plan = { agenda, previous: null, teamId: round.teams[0]!.id };
			const made = await createWorkshopInRound(context(), round.organizer, plan);
			if (made.refusal !== null) throw new Error(made.refusal);
			await press(context(), made, { kind: 'start' });
			return (await sceneOf(context(), made, 'give-get')).isForRound;
		};
		expect(await isPromised()).toBe(true);
		expect(await isPromised([{ name: 'Harbor', headcount: 12 }])).toBe(false);
	});
});
