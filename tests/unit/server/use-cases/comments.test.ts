import { ON_THE_WHOLE } from '$lib/domain/round/comment';
import { closeRound } from '$lib/server/use-cases/close-round';
import { deleteAnswers } from '$lib/server/use-cases/delete-answers';
import { saveComment } from '$lib/server/use-cases/save-comment';
import { showResults } from '$lib/server/use-cases/show-results';
import { expect, test } from 'vitest';
import { onEveryDatabase } from '../../../support/on-every-database';
import { answerAll, openedRound, tokenFor } from '../../../support/rounds';

onEveryDatabase('comments of a round', (context) => {
	/** So many people of a team who answer and comment. */
	async function write(round: Awaited<ReturnType<typeof openedRound>>, writers: number, team = 0) {
		const all = [];
		for (let at = 0; at < writers; at++) {
			const answerer = await answerAll(context(), tokenFor(round, 'member', team), 2 + (at % 3));
			const words = `Comment ${at} of team ${team}`;
			expect(await saveComment(context(), answerer, { prompt: ON_THE_WHOLE, words })).toBeNull();
			all.push(answerer);
		}
		return all;
	}
	async function commentsOf({ links }: Awaited<ReturnType<typeof openedRound>>) {
		const { token } = links.find(({ kind }) => kind === 'results')!;
		const shown = await showResults(context(), token);
		if (shown.refusal !== null) throw new Error(shown.refusal);
		return shown.results.comments;
	}

	test('come with the results, bare and the same at each look', async () => {
		const round = await openedRound(context());
		await write(round, 9);
		await closeRound(context(), round.organizer);

		const [whole, harbor] = await commentsOf(round);
		expect(whole).toMatchObject({ group: 'whole', count: 9, kept: null });
		expect(whole!.texts.toSorted()).toEqual(
			Array.from({ length: 9 }, (_, at) => `Comment ${at} of team 0`)
		);
		expect(harbor!.texts).toEqual(whole!.texts);
		expect((await commentsOf(round))[0]).toEqual(whole);
	});

	test('stay back when one of eight has taken theirs back, and nobody can write once it is closed', async () => {
		const round = await openedRound(context());
		const [first, second] = await write(round, 8);
		await saveComment(context(), first!, { prompt: ON_THE_WHOLE, words: '' });
		// A comment on one dimension is not another writer.
		await saveComment(context(), second!, { prompt: 'voice', words: 'One more of mine' });
		await closeRound(context(), round.organizer);

		const late = { prompt: ON_THE_WHOLE, words: 'Late' };
		expect(await saveComment(context(), first!, late)).toBe('round-closed');
		const all = await commentsOf(round);
		expect(all[0]).toEqual({ group: 'whole', texts: [], count: 0, kept: 'few-writers' });
		expect(JSON.stringify(all)).not.toContain('team 0');
	});

	test('of a small team are found among all, and take those of the other team’s page with them', async () => {
		const round = await openedRound(context());
		await write(round, 8, 0);
		await write(round, 5, 1);
		await closeRound(context(), round.organizer);

		expect((await commentsOf(round)).map(({ count, kept }) => [count, kept]).slice(0, 3)).toEqual([
			[13, null],
			[0, 'remainder'],
			[0, 'small-group']
		]);
	});

	test('go with the answers when those are deleted', async () => {
		const round = await openedRound(context());
		await write(round, 8);
		await closeRound(context(), round.organizer);
		await deleteAnswers(context(), round.organizer);

		const all = await commentsOf(round);
		expect(all.every(({ kept, texts }) => kept === 'deleted' && texts.length === 0)).toBe(true);
	});
});
