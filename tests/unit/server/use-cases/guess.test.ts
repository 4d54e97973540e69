import { createDeviceKey, guessPlace, sheetMark } from '$lib/server/access/device-key';
import { closeRound } from '$lib/server/use-cases/close-round';
import { deleteAnswers } from '$lib/server/use-cases/delete-answers';
import { gatherSheets } from '$lib/server/use-cases/gather-sheets';
import { importSheets } from '$lib/server/use-cases/import-sheets';
import { lookAtAnswerLink } from '$lib/server/use-cases/look-at-answer-link';
import { openGuess } from '$lib/server/use-cases/open-guess';
import { saveGuess } from '$lib/server/use-cases/save-guess';
import * as sheets from '$lib/server/repositories/sheets';
import type { Context } from '$lib/server/context';
import { expect, test } from 'vitest';
import { onEveryDatabase } from '../../../support/on-every-database';
import {
	answerAll,
	begin,
	openedRound,
	planned,
	quickAnswers,
	tokenFor
} from '../../../support/rounds';

const { contract } = planned();
const asking = { contract: { ...contract, cuts: [...contract.cuts, 'guess' as const] } };

async function guessed(context: Context, token: string, value = 2) {
	const answerer = await answerAll(context, token);
	const opened = await openGuess(context, answerer);
	const saved = await saveGuess(context, answerer, { answers: quickAnswers(value), finish: true });
	const refusal = opened.refusal ?? saved.refusal;
	if (refusal) throw new Error(refusal);
	return answerer;
}

onEveryDatabase('a member’s guess', (context) => {
	const rows = () => context().db.read.selectFrom('sheets').selectAll().execute();
	const stage = async (answerer: { token: string; deviceKey: string }) => {
		const looked = await lookAtAnswerLink(context(), answerer);
		return looked.refusal === null ? looked.guess : looked.refusal;
	};

	test('is found again with its answers, and says how far it is', async () => {
		const round = await openedRound(context(), asking);
		const answerer = await answerAll(context(), tokenFor(round, 'member'));
		expect(await stage(answerer)).toBe('not-begun');

		await openGuess(context(), answerer);
		const [first, ...rest] = quickAnswers(4);
		await saveGuess(context(), answerer, { answers: [first!], finish: false });
		expect(await stage(answerer)).toBe('begun');
		expect(await openGuess(context(), answerer)).toEqual({
			refusal: null,
			answers: [first],
			isFinished: false
		});

		await saveGuess(context(), answerer, { answers: rest, finish: false });
		expect(await stage(answerer)).toBe('finished');
	});

	test('can be handed in with questions left out, but not with none answered', async () => {
		const round = await openedRound(context(), asking);
		const answerer = await answerAll(context(), tokenFor(round, 'member'));
		await openGuess(context(), answerer);
		const finish = (answers: ReturnType<typeof quickAnswers>) =>
			saveGuess(context(), answerer, { answers, finish: true });

		expect(await finish([])).toEqual({ refusal: 'nothing-answered' });
		expect(await finish(quickAnswers(3).slice(0, 2))).toEqual({ refusal: null, isFinished: true });
	});

	test('is only for members of a round that asks for it, whose own answers are in', async () => {
		const round = await openedRound(context(), asking);
		const silent = await openedRound(context());
		const refused = async (answerer: { token: string; deviceKey: string }) => [
			(await openGuess(context(), answerer)).refusal,
			(await saveGuess(context(), answerer, { answers: quickAnswers(3), finish: true })).refusal
		];

		expect(await refused(await answerAll(context(), tokenFor(round, 'customer')))).toEqual([
			'no-guess',
			'no-guess'
		]);
		expect(await refused(await answerAll(context(), tokenFor(silent, 'member')))).toEqual([
			'no-guess',
			'no-guess'
		]);
		expect(await refused(await begin(context(), tokenFor(round, 'member')))).toEqual([
			'no-guess',
			'no-guess'
		]);
		const stranger = { token: tokenFor(round, 'member'), deviceKey: createDeviceKey() };
		expect(await refused(stranger)).toEqual(['no-sheet', 'no-sheet']);
	});

	test('is not written on by a page that somebody else left open', async () => {
		const round = await openedRound(context(), asking);
		const before = await guessed(context(), tokenFor(round, 'member'));
		const after = await answerAll(context(), tokenFor(round, 'member'));
		const mark = sheetMark(before.deviceKey, guessPlace(round.roundId));

		expect(await openGuess(context(), { ...after, mark })).toEqual({ refusal: 'other-person' });
	});

	test('lies without a team, under an id that no sheet leads to', async () => {
		const round = await openedRound(context(), asking);
		await guessed(context(), tokenFor(round, 'member'));
		const [guess, own] = (await rows()).sort((a, b) => (a.lens < b.lens ? -1 : 1));

		expect(guess).toMatchObject({ lens: 'guess', team_id: null });
		expect(own).toMatchObject({ lens: 'member', team_id: round.teams[0]!.id });
		expect(guess!.id).not.toBe(own!.id);
	});

	test('never counts as somebody who has answered', async () => {
		const round = await openedRound(context(), asking);
		const token = tokenFor(round, 'member');
		for (let person = 0; person < 6; person++) await guessed(context(), token);

		const counts = await sheets.countFinished(context().db.read, round.roundId);
		expect(counts).toEqual([{ teamId: round.teams[0]!.id, lens: 'member', finished: 6 }]);
	});

	test('is frozen at closing, thrown away where it was not handed in, and deleted with the answers', async () => {
		const round = await openedRound(context(), asking);
		const token = tokenFor(round, 'member');
		await guessed(context(), token, 5);
		await openGuess(context(), await answerAll(context(), token));
		await closeRound(context(), round.organizer);

		const gathered = await gatherSheets(context(), round.roundId);
		if (gathered.refusal !== null) throw new Error(gathered.refusal);
		expect(gathered.sheets.map(({ lens }) => lens).sort()).toEqual(['guess', 'member', 'member']);
		expect(gathered.sheets.find(({ lens }) => lens === 'guess')?.answers['voice-1']).toBe(5);

		await deleteAnswers(context(), round.organizer);
		expect(await rows()).toEqual([]);
	});

	test('comes out of a file or by link, never both', async () => {
		const { answers, ...guess } = {
			lens: 'guess' as const,
			teamId: null,
			answers: Object.fromEntries(quickAnswers(3).map(({ item, value }) => [item, value]))
		};
		const take = (round: { organizer: string }) =>
			importSheets(context(), round.organizer, [{ ...guess, answers }]);

		const byLink = await openedRound(context(), asking);
		await guessed(context(), tokenFor(byLink, 'member'));
		expect(await take(byLink)).toMatchObject({ problems: [{ code: 'import-answered-by-link' }] });

		const byFile = await openedRound(context(), asking);
		expect(await take(byFile)).toMatchObject({ refusal: null, count: 1 });
		const member = await answerAll(context(), tokenFor(byFile, 'member'));
		expect(await openGuess(context(), member)).toEqual({ refusal: 'answers-imported' });

		expect(await take(await openedRound(context()))).toMatchObject({
			problems: [{ code: 'import-lens-not-asked' }]
		});
	});
});
