import { hashOfText } from '$lib/domain/publication/canonical-json';
import * as publications from '$lib/server/repositories/publications';
import { closeRound } from '$lib/server/use-cases/close-round';
import { deleteAnswers } from '$lib/server/use-cases/delete-answers';
import { followRound } from '$lib/server/use-cases/follow-round';
import { importSheets } from '$lib/server/use-cases/import-sheets';
import { keepPromises } from '$lib/server/use-cases/keep-promises';
import { openRound } from '$lib/server/use-cases/open-round';
import { showResults } from '$lib/server/use-cases/show-results';
import { simulateAnswers } from '../../../../src/cli/demo/simulate';
import { holoscope } from '$lib/content/instruments';
import { expect, test } from 'vitest';
import type { TestContext } from '../../../support/context';
import { onEveryDatabase } from '../../../support/on-every-database';
import { linksOf, openedRound, planned } from '../../../support/rounds';

onEveryDatabase('Results', (context) => {
	test('are for nobody while people can answer; the link says until when', async () => {
		const { results } = await answeredRound(context());

		expect(await showResults(context(), results)).toEqual({
			refusal: 'still-open',
			organization: 'Lumen',
			closesOn: '2026-12-18'
		});
	});

	test('are published by closing, once, with the hash of what is kept', async () => {
		const { organizer, results, roundId } = await answeredRound(context());
		await closeRound(context(), organizer);

		const first = await showResults(context(), results);
		expect(first).toMatchObject({ refusal: null, results: { organization: 'Lumen' } });
		expect(await showResults(context(), results)).toEqual(first);
		const stored = await publications.list(context().db.read, roundId);
		expect(stored).toHaveLength(1);
		expect(stored[0]!.hash).toBe(await hashOfText(stored[0]!.body));
	});

	test('appear when somebody looks after the last day, the same for all who look at once', async () => {
		const { results, roundId } = await answeredRound(context());
		context().travelTo('2026-12-19T12:01Z');

		const looks = await Promise.all([1, 2, 3].map(() => showResults(context(), results)));

		expect(looks[0]).toMatchObject({ refusal: null });
		expect(looks[1]).toEqual(looks[0]);
		expect(looks[2]).toEqual(looks[0]);
		expect(await publications.list(context().db.read, roundId)).toHaveLength(1);
	});

	test('stay when answers are deleted, also where nobody had closed the round', async () => {
		const { organizer, results } = await answeredRound(context());
		context().travelTo('2026-12-19T12:01Z');
		expect(await deleteAnswers(context(), organizer)).toBeNull();

		expect(await showResults(context(), results)).toMatchObject({
			refusal: null,
			results: { whole: { overall: { mean: { as: 'value' } } } }
		});
	});

	test('are there before the promise to delete is kept', async () => {
		const { results } = await answeredRound(context());
		context().travelTo('2027-07-02T12:01Z');
		await keepPromises(context());

		expect(await showResults(context(), results)).toMatchObject({
			refusal: null,
			round: { answersDeletedOn: '2027-07-02' },
			results: { whole: { overall: { mean: { as: 'value' } } } }
		});
	});

	test('open with their own link only', async () => {
		const { organizer } = await answeredRound(context());
		expect(await showResults(context(), organizer)).toEqual({ refusal: 'link-unknown' });
	});

	test('of a round about the same weeks are shown where nobody or enough people changed', async () => {
		const { organizer } = await answeredRound(context());
		await closeRound(context(), organizer);
		const same = await nextRound(context(), organizer, '2026-12-01T09:00Z');
		expect(await showResults(context(), same.results)).toMatchObject({
			refusal: null,
			results: { whole: { overall: { mean: { as: 'value' } } } }
		});

		// Nobody can say any more which answers are the same in all three.
		const third = await nextRound(context(), same.organizer, '2026-12-02T09:00Z');
		expect(await showResults(context(), third.results)).toMatchObject({
			refusal: null,
			results: { whole: { overall: { mean: { because: 'same-weeks' } } } }
		});

		const later = await nextRound(context(), third.organizer, '2027-04-01T09:00Z');
		expect(await showResults(context(), later.results)).toMatchObject({
			refusal: null,
			results: { whole: { overall: { mean: { as: 'value' } } } }
		});
	});

	test('wait where the earlier answers about the same weeks are deleted', async () => {
		const { organizer } = await answeredRound(context());
		await closeRound(context(), organizer);
		expect(await deleteAnswers(context(), organizer)).toBeNull();

		const soon = await nextRound(context(), organizer, '2026-12-01T09:00Z');
		expect(await showResults(context(), soon.results)).toMatchObject({
			refusal: null,
			results: { whole: { overall: { mean: { because: 'same-weeks' } } } }
		});
	});
});

async function answeredRound(context: TestContext) {
	const contract = { ...planned().contract, lenses: ['member' as const] };
	const round = await openedRound(context, { contract });
	const { id: teamId } = round.teams[0]!;
	await answer(context, round.organizer, teamId);
	return {
		...round,
		results: round.links.find(({ kind }) => kind === 'results')!.token
	};
}

async function nextRound(context: TestContext, before: string, opens: string) {
	const followed = await followRound(context, before, {
		closesOn: '2027-05-01',
		keptUntil: '2027-12-31'
	});
	if (followed.refusal !== null) throw new Error(followed.refusal);
	const { organizerToken: organizer } = followed;
	context.travelTo(opens);
	expect(await openRound(context, organizer)).toBeNull();
	const links = await linksOf(context, organizer);
	const { teamId } = links.find(({ lens }) => lens === 'member')!;
	await answer(context, organizer, teamId!);
	expect(await closeRound(context, organizer)).toBeNull();
	return { organizer, results: links.find(({ kind }) => kind === 'results')!.token };
}

async function answer(context: TestContext, organizer: string, teamId: string): Promise<void> {
	const people = { instrument: holoscope, form: 'quick', profile: {}, people: 7, seed: 3 };
	const sheets = simulateAnswers(people).map((answers) => ({
		teamId,
		lens: 'member' as const,
		answers
	}));
	const imported = await importSheets(context, organizer, sheets);
	if (imported.refusal !== null) throw new Error(imported.refusal);
}
