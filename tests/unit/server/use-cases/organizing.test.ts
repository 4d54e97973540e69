import { expect, test } from 'vitest';
import * as rounds from '$lib/server/repositories/rounds';
import * as sheets from '$lib/server/repositories/sheets';
import * as teams from '$lib/server/repositories/teams';
import { closeRound } from '$lib/server/use-cases/close-round';
import { createRound } from '$lib/server/use-cases/create-round';
import { deleteAnswers } from '$lib/server/use-cases/delete-answers';
import { deleteRound } from '$lib/server/use-cases/delete-round';
import { editRound } from '$lib/server/use-cases/edit-round';
import { followRound } from '$lib/server/use-cases/follow-round';
import { gatherSheets } from '$lib/server/use-cases/gather-sheets';
import { keepPromises } from '$lib/server/use-cases/keep-promises';
import { openRound } from '$lib/server/use-cases/open-round';
import { saveAnswers } from '$lib/server/use-cases/save-answers';
import { onEveryDatabase } from '../../../support/on-every-database';
import {
	answerAll,
	begin,
	draftRound,
	linksOf,
	openedRound,
	planned,
	quickAnswers,
	tokenFor
} from '../../../support/rounds';

onEveryDatabase('organizing a round', (context) => {
	const read = () => context().db.read;

	test('plans a round with its teams in the organizer’s order and a link for each team and lens', async () => {
		const round = await draftRound(context(), {
			teams: [
				{ name: 'Zebra', headcount: 9 },
				{ name: 'Aardvark', headcount: 6 }
			]
		});

		expect(round.teams.map(({ name }) => name)).toEqual(['Zebra', 'Aardvark']);
		const names = new Map(round.teams.map(({ id, name }) => [id, name]));
		expect(
			round.links.map(({ kind, teamId, lens }) => [kind, teamId && names.get(teamId), lens]).sort()
		).toEqual([
			['answer', null, 'customer'],
			['answer', null, 'partner'],
			['answer', 'Aardvark', 'leader'],
			['answer', 'Aardvark', 'member'],
			['answer', 'Zebra', 'leader'],
			['answer', 'Zebra', 'member'],
			['results', null, null]
		]);
	});

	test('keeps the contract to the letter, with its hash', async () => {
		const { roundId } = await draftRound(context());
		const round = (await rounds.find(read(), roundId))!;

		expect(round.contract).toMatchObject({ k: 5, openness: 'anonymous', keptUntil: '2027-06-30' });
		expect(round.contractHash).toMatch(/^[0-9a-f]{64}$/);
	});

	test.each([
		['a day that is over', { closesOn: '2026-11-20' }, 'closing-day-past'],
		['a form that does not exist', { form: 'endless' }, 'unknown-form'],
		['answers deleted before closing', { closesOn: '2027-07-01' }, 'kept-too-short'],
		[
			'a team that is there twice',
			{
				teams: [
					{ name: 'Harbor', headcount: 9 },
					{ name: 'harbor ', headcount: 9 }
				]
			},
			'teams-not-ready'
		]
	])('refuses to plan %s', async (_, changes, refusal) => {
		expect(await createRound(context(), planned(changes))).toMatchObject({ refusal });
	});

	test('tells the second of two organizers who edit at once, and overwrites nothing', async () => {
		const { organizer, roundId } = await draftRound(context());

		const outcomes = await Promise.all([
			editRound(context(), organizer, { version: 1, organization: 'First' }),
			editRound(context(), organizer, { version: 1, organization: 'Second' })
		]);

		const won = outcomes.findIndex(({ refusal }) => refusal === null);
		expect(outcomes.map(({ refusal }) => refusal).sort()).toEqual(
			['changed-meanwhile', null].sort()
		);
		const { organization, version } = (await rounds.find(read(), roundId))!;
		expect({ organization, version }).toEqual({
			organization: ['First', 'Second'][won],
			version: 2
		});
	});

	test('lets names of teams change places, and gives a new team its links', async () => {
		const { organizer, teams: before, roundId } = await draftRound(context());
		const [harbor, lighthouse] = before;

		await editRound(context(), organizer, {
			version: 1,
			teams: [
				{ id: null, name: 'Pier', headcount: 5 },
				{ id: lighthouse!.id, name: 'Harbor', headcount: 7 },
				{ id: harbor!.id, name: 'Lighthouse', headcount: 12 }
			]
		});

		const after = await teams.list(read(), roundId);
		expect(after.map(({ name }) => name)).toEqual(['Pier', 'Harbor', 'Lighthouse']);
		expect(after[1]!.id).toBe(lighthouse!.id);
		const links = await linksOf(context(), organizer);
		expect(links.filter(({ teamId }) => teamId === after[0]!.id)).toHaveLength(2);
	});

	test('takes a removed team’s links away', async () => {
		const { organizer, teams: before } = await draftRound(context());
		const { id, name, headcount } = before[0]!;

		await editRound(context(), organizer, { version: 1, teams: [{ id, name, headcount }] });

		const links = await linksOf(context(), organizer);
		expect(links.some(({ teamId }) => teamId === before[1]!.id)).toBe(false);
	});

	test('keeps the teams of an open round, and lets their names and headcounts be corrected', async () => {
		const { organizer, teams: before, roundId } = await openedRound(context());
		const same = before.map(({ id, name, headcount }) => ({ id, name, headcount }));

		expect(
			await editRound(context(), organizer, { version: 2, teams: same.slice(1) })
		).toMatchObject({ refusal: 'teams-fixed' });
		expect(
			await editRound(context(), organizer, {
				version: 2,
				teams: same.map((team) => ({ ...team, headcount: team.headcount + 1 }))
			})
		).toEqual({ refusal: null, version: 3 });
		expect((await teams.list(read(), roundId)).map(({ headcount }) => headcount)).toEqual([13, 8]);
	});

	test('refuses a headcount below the answers where their count is shown, and elsewhere does not give it away', async () => {
		const round = await openedRound(context());
		const sized = (headcounts: number[]) =>
			round.teams.map(({ id, name }, index) => ({ id, name, headcount: headcounts[index]! }));
		for (let person = 0; person < 6; person++) {
			await answerAll(context(), tokenFor(round, 'member', 0));
			if (person < 3) await answerAll(context(), tokenFor(round, 'member', 1));
		}

		expect(
			await editRound(context(), round.organizer, { version: 2, teams: sized([5, 7]) })
		).toMatchObject({ refusal: 'headcount-below-answers', problems: [{ line: 1 }] });
		expect(
			await editRound(context(), round.organizer, { version: 2, teams: sized([6, 2]) })
		).toMatchObject({ refusal: null });
	});

	test('refuses to open a round of members without teams', async () => {
		const { organizer } = await draftRound(context(), { teams: [] });

		expect(await openRound(context(), organizer)).toBe('teams-missing');
	});

	test('opens once and closes once', async () => {
		const { organizer } = await draftRound(context());

		expect(await closeRound(context(), organizer)).toBe('not-open');
		expect(await openRound(context(), organizer)).toBeNull();
		expect(await openRound(context(), organizer)).toBe('not-a-draft');
		expect(await closeRound(context(), organizer)).toBeNull();
		expect(await closeRound(context(), organizer)).toBe('already-closed');
		expect(await editRound(context(), organizer, { version: 3 })).toMatchObject({
			refusal: 'already-closed'
		});
	});

	test('gives no sheets to anybody while the round is open, and finished ones afterwards', async () => {
		const round = await openedRound(context());
		await answerAll(context(), tokenFor(round, 'member'), 4);
		const unfinished = await begin(context(), tokenFor(round, 'member'));
		await saveAnswers(context(), unfinished, quickAnswers(2).slice(1));

		expect(await gatherSheets(context(), round.roundId)).toEqual({ refusal: 'not-closed' });
		await closeRound(context(), round.organizer);

		expect(await gatherSheets(context(), round.roundId)).toMatchObject({
			refusal: null,
			sheets: [{ teamId: round.teams[0]!.id, lens: 'member', answers: { 'voice-1': 4 } }]
		});
	});

	test('treats a round whose day has passed as closed before anybody closes it', async () => {
		const round = await openedRound(context());
		await answerAll(context(), tokenFor(round, 'customer'));
		context().travelTo('2026-12-19T12:01Z');

		const gathered = await gatherSheets(context(), round.roundId);

		expect(gathered).toMatchObject({ refusal: null, round: { state: 'closed' } });
	});

	test('follows a closed round once, with the same teams under new keys', async () => {
		const round = await openedRound(context());
		const next = { closesOn: '2027-05-01', keptUntil: '2027-12-31' };

		expect(await followRound(context(), round.organizer, next)).toEqual({ refusal: 'not-closed' });
		await closeRound(context(), round.organizer);
		const followed = await followRound(context(), round.organizer, next);
		if (followed.refusal !== null) throw new Error(followed.refusal);

		const after = await teams.list(read(), followed.roundId);
		expect(after.map(({ name, previousId }) => [name, previousId])).toEqual(
			round.teams.map(({ name, id }) => [name, id])
		);
		expect(await rounds.find(read(), followed.roundId)).toMatchObject({
			previousId: round.roundId,
			state: 'draft',
			version: 1,
			contract: { k: 5, keptUntil: '2027-12-31' }
		});
		expect(await followRound(context(), round.organizer, next)).toEqual({
			refusal: 'already-followed'
		});
	});

	test('deletes the answers of a closed round and keeps the round', async () => {
		const round = await openedRound(context());
		await answerAll(context(), tokenFor(round, 'partner'));

		expect(await deleteAnswers(context(), round.organizer)).toBe('not-closed');
		await closeRound(context(), round.organizer);
		expect(await deleteAnswers(context(), round.organizer)).toBeNull();

		expect(await read().selectFrom('answers').selectAll().execute()).toEqual([]);
		expect(await gatherSheets(context(), round.roundId)).toEqual({ refusal: 'answers-deleted' });
	});

	test('deletes everything of a round and opens nothing of it any more', async () => {
		const round = await openedRound(context());
		await answerAll(context(), tokenFor(round, 'member'));

		expect(await deleteRound(context(), round.organizer)).toBeNull();

		for (const table of ['rounds', 'teams', 'links', 'sheets', 'answers'] as const) {
			expect(await read().selectFrom(table).selectAll().execute()).toEqual([]);
		}
		expect(await closeRound(context(), round.organizer)).toBe('link-unknown');
	});

	test('closes and deletes on the days that were promised', async () => {
		const round = await openedRound(context());
		await answerAll(context(), tokenFor(round, 'member'));
		const state = async () => {
			await keepPromises(context());
			const { state, answersDeletedOn } = (await rounds.find(read(), round.roundId))!;
			return [state, answersDeletedOn, (await sheets.countFinished(read(), round.roundId)).length];
		};

		context().travelTo('2026-12-19T11:59Z');
		expect(await state()).toEqual(['open', null, 1]);
		context().travelTo('2026-12-19T12:01Z');
		expect(await state()).toEqual(['closed', null, 1]);
		context().travelTo('2027-06-30T23:00Z');
		expect(await state()).toEqual(['closed', null, 1]);
		context().travelTo('2027-07-01T00:01Z');
		expect(await state()).toEqual(['closed', '2027-07-01', 0]);
	});
});
