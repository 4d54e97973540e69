import { expect, test } from 'vitest';
import { agendaFrom } from '$lib/domain/workshop/agenda';
import { FOR_ROUND, type SentText } from '$lib/domain/workshop/texts';
import { closeRound } from '$lib/server/use-cases/close-round';
import { createWorkshopInRound } from '$lib/server/use-cases/create-workshop';
import { deleteAnswers } from '$lib/server/use-cases/delete-answers';
import * as rounds from '$lib/server/repositories/rounds';
import { placeText } from '$lib/server/use-cases/place-text';
import { sendText, takeTextBack } from '$lib/server/use-cases/send-text';
import { showRecap } from '$lib/server/use-cases/show-recap';
import { showTold } from '$lib/server/use-cases/show-told';
import { onEveryDatabase } from '../../../support/on-every-database';
import { openedRound } from '../../../support/rounds';
import { join, press, sceneOf, type TestSeat } from '../../../support/workshops';

const steps = (['who-we-are', 'voices', 'close'] as const).map((kind) => ({ kind, minutes: 5 }));
const agenda = { ...agendaFrom('talk-first', ['voice']), steps };
const key = 'a'.repeat(32);

function story(words: string, mayKeep = true): SentText {
	const body = { words, moment: 'hologram' as const, dimension: null };
	return { step: 'voices', key, revision: 1, mayKeep, body };
}
function sentence(words: string, told?: SentText['told']): SentText {
	return { step: 'who-we-are', key, revision: 1, mayKeep: true, told, body: { words } };
}

interface HeldPlan {
	people: number;
	/** So many say the same. */
	together: number;
	/** So many let their story stay. */
	staying: number;
	/** Whether the phones said that results tell the sentences, too. */
	isTold?: boolean;
}

onEveryDatabase('what workshops tell afterwards', (context) => {
	/** A workshop of one team: everybody writes a sentence and a story. */
	async function held(
		round: Awaited<ReturnType<typeof openedRound>>,
		team: number,
		{ people, together, staying, isTold = true }: HeldPlan
	) {
		const { id: teamId, name } = round.teams[team]!;
		const plan = { agenda, previous: null, teamId };
		const made = await createWorkshopInRound(context(), round.organizer, plan);
		if (made.refusal !== null) throw new Error(made.refusal);
		const seats: TestSeat[] = [];
		while (seats.length < people) seats.push(await join(context(), made));
		await press(context(), made, { kind: 'start' });
		for (const [at, seat] of seats.entries())
			await sendText(
				context(),
				seat,
				sentence(`${name} sentence ${at}`, isTold ? FOR_ROUND : undefined)
			);
		await press(context(), made, { kind: 'show-texts' });
		const { pictures } = await sceneOf(context(), made, 'who-we-are');
		const [first, ...others] = pictures.map(({ id }) => id);
		for (const id of others.slice(0, together - 1))
			await placeText(context(), made.facilitate, { id, withId: first! });
		await press(context(), made, { kind: 'settle-pictures' }, { kind: 'next' });
		for (const [at, seat] of seats.entries())
			await sendText(context(), seat, story(`${name} story ${at}`, at < staying));
		await press(context(), made, { kind: 'show-texts' }, { kind: 'end' });
		return { ...made, seats };
	}
	async function told(roundId: string) {
		return showTold(context(), (await rounds.find(context().db.read, roundId))!);
	}

	test('is an anthology of all teams together, and each team’s pictures side by side', async () => {
		const round = await openedRound(context());
		await held(round, 0, { people: 10, together: 4, staying: 5 });
		await held(round, 1, { people: 6, together: 2, staying: 2 });
		await closeRound(context(), round.organizer);
		const { stories, pictures } = await told(round.roundId);

		// Two of Lighthouse let theirs stay: too few for a batch, so they are in no anthology.
		expect(stories?.refusal).toBeNull();
		expect(stories?.texts.map(({ words }) => words).sort()).toEqual(
			[0, 1, 2, 3, 4].map((at) => `Harbor story ${at}`)
		);
		expect(pictures).toMatchObject([
			{ team: 'Harbor', largest: { as: 'value', value: 40 }, told: { pictures: 7 } },
			{ team: 'Lighthouse', told: null, refusal: 'small-group' }
		]);
		expect(pictures[0]!.told!.sentences).toHaveLength(4);
		expect(JSON.stringify(pictures)).not.toContain('Lighthouse sentence');
	});

	test('keeps sentences from other teams whose writers were told of the room alone', async () => {
		const round = await openedRound(context());
		const { seats } = await held(round, 0, { people: 10, together: 4, staying: 5, isTold: false });
		await closeRound(context(), round.organizer);
		const { pictures } = await told(round.roundId);
		expect(pictures).toMatchObject([{ team: 'Harbor', told: null, refusal: 'few-writers' }]);
		expect(JSON.stringify(pictures)).not.toContain('sentence');
		const recap = await showRecap(context(), seats[0]!);
		expect(JSON.stringify(recap)).toContain('Harbor sentence 0');
	});

	test('is for the room in its recap, as long as three let theirs stay', async () => {
		const round = await openedRound(context());
		const { seats } = await held(round, 1, { people: 5, together: 1, staying: 3 });
		const [seat] = seats as [TestSeat];
		const recap = async () => {
			const shown = await showRecap(context(), seat);
			return shown.refusal === null ? shown.recap! : null;
		};
		expect((await recap())!.stories?.texts).toHaveLength(3);
		expect((await recap())!.pictures?.pictures).toHaveLength(5);

		await takeTextBack(context(), seat, story(''));
		expect((await recap())!.stories).toEqual({ texts: [], refusal: 'few-writers' });
		await takeTextBack(context(), seat, sentence(''));
		expect((await recap())!.pictures?.pictures).toHaveLength(4);
	});

	test('is kept back in words where nobody let theirs stay', async () => {
		const round = await openedRound(context());
		const { seats } = await held(round, 1, { people: 5, together: 1, staying: 0 });
		const shown = await showRecap(context(), seats[0]!);
		expect(shown).toMatchObject({ recap: { stories: { texts: [], refusal: 'few-writers' } } });
	});

	test('goes with the answers, but for the share that was shown', async () => {
		const round = await openedRound(context());
		await held(round, 0, { people: 10, together: 5, staying: 10 });
		await closeRound(context(), round.organizer);
		await deleteAnswers(context(), round.organizer);
		const { stories, pictures } = await told(round.roundId);
		expect(stories).toBeNull();
		expect(pictures).toMatchObject([{ largest: { as: 'value', value: 50 }, told: null }]);
		expect(await context().db.read.selectFrom('texts').selectAll().execute()).toEqual([]);
	});
});
