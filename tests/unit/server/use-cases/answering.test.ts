import { expect, test } from 'vitest';
import { holoscope } from '$lib/content/instruments';
import { createDeviceKey, sheetMark } from '$lib/server/access/device-key';
import { closeRound } from '$lib/server/use-cases/close-round';
import { finishSheet } from '$lib/server/use-cases/finish-sheet';
import { gatherSheets } from '$lib/server/use-cases/gather-sheets';
import { lookAtAnswerLink } from '$lib/server/use-cases/look-at-answer-link';
import { openAnswerLink } from '$lib/server/use-cases/open-answer-link';
import { ownComment } from '$lib/server/use-cases/own-comment';
import { saveAnswers } from '$lib/server/use-cases/save-answers';
import { saveComment } from '$lib/server/use-cases/save-comment';
import { showProgress } from '$lib/server/use-cases/show-progress';
import * as comments from '$lib/server/repositories/comments';
import { onEveryDatabase } from '../../../support/on-every-database';
import {
	answerAll,
	begin,
	draftRound,
	openedRound,
	planned,
	quickAnswers,
	tokenFor
} from '../../../support/rounds';

onEveryDatabase('answering by link', (context) => {
	const first = (value: number | null, revision: number) => [{ item: 'voice-1', value, revision }];
	const answersOn = async (answerer: { token: string; deviceKey: string }) => {
		const opened = await openAnswerLink(context(), answerer);
		if (opened.refusal !== null) throw new Error(opened.refusal);
		return Object.fromEntries(opened.answers.map(({ item, value }) => [item, value]));
	};

	test('shows the contract without beginning a sheet', async () => {
		const round = await openedRound(context());
		const token = tokenFor(round, 'member');

		expect(await lookAtAnswerLink(context(), { token, deviceKey: null })).toMatchObject({
			refusal: null,
			lens: 'member',
			team: { name: 'Harbor' },
			hasBegun: false
		});
		expect(await context().db.read.selectFrom('sheets').selectAll().execute()).toEqual([]);
	});

	test('finds a device’s sheet again, with its answers', async () => {
		const round = await openedRound(context());
		const answerer = await begin(context(), tokenFor(round, 'member'));
		await saveAnswers(context(), answerer, first(4, 1));

		expect(await answersOn(answerer)).toEqual({ 'voice-1': 4 });
		expect(await lookAtAnswerLink(context(), answerer)).toMatchObject({ hasBegun: true });
		expect(await answersOn({ ...answerer, deviceKey: createDeviceKey() })).toEqual({});
	});

	test('keeps one sheet when the same device opens the link many times at once', async () => {
		const round = await openedRound(context());
		const answerer = { token: tokenFor(round, 'member'), deviceKey: createDeviceKey() };

		await Promise.all(Array.from({ length: 8 }, () => openAnswerLink(context(), answerer)));

		expect(await context().db.read.selectFrom('sheets').selectAll().execute()).toHaveLength(1);
	});

	test('takes a repeated message once, and leaves aside what was overtaken on the way', async () => {
		const round = await openedRound(context());
		const answerer = await begin(context(), tokenFor(round, 'member'));

		await saveAnswers(context(), answerer, first(2, 1));
		await saveAnswers(context(), answerer, first(5, 2));
		await saveAnswers(context(), answerer, first(2, 1));
		await saveAnswers(context(), answerer, first(5, 2));

		expect(await answersOn(answerer)).toEqual({ 'voice-1': 5 });
	});

	test('ends with the newest answer in whatever order messages arrive', async () => {
		const round = await openedRound(context());
		const answerer = await begin(context(), tokenFor(round, 'member'));

		await Promise.all(
			[3, 1, 5, 2, 4].map((revision) => saveAnswers(context(), answerer, first(revision, revision)))
		);

		expect(await answersOn(answerer)).toEqual({ 'voice-1': 5 });
	});

	test.each([
		[
			'an item that the form does not ask',
			[{ item: 'voice-2', value: 3, revision: 1 }],
			'unknown-item'
		],
		['an item that does not exist', [{ item: '__proto__', value: 3, revision: 1 }], 'unknown-item'],
		['a value above the scale', [{ item: 'voice-1', value: 6, revision: 1 }], 'off-scale'],
		['a value below the scale', [{ item: 'voice-1', value: 0, revision: 1 }], 'off-scale'],
		['half a step', [{ item: 'voice-1', value: 2.5, revision: 1 }], 'off-scale']
	])('refuses %s, and takes nothing that came with it', async (_, wrong, refusal) => {
		const round = await openedRound(context());
		const answerer = await begin(context(), tokenFor(round, 'member'));
		const sent = [{ item: 'regard-2', value: 3, revision: 1 }, ...wrong];

		expect(await saveAnswers(context(), answerer, sent)).toEqual({ refusal });
		expect(await answersOn(answerer)).toEqual({});
	});

	test('asks customers the quick form in a round of the full form', async () => {
		const round = await openedRound(context(), { form: 'full' });
		const customer = await begin(context(), tokenFor(round, 'customer'));

		expect(await saveAnswers(context(), customer, quickAnswers(3))).toEqual({
			refusal: null,
			answered: 8,
			asked: 8,
			isFinished: true
		});
	});

	test('asks for the price of control at the end of every form, where the contract says so', async () => {
		const { contract } = planned();
		const round = await openedRound(context(), { contract: { ...contract, outcomes: true } });
		const outcomes = holoscope.outcomes.map(({ id }) => ({ item: id, value: 4, revision: 1 }));

		for (const lens of ['member', 'customer']) {
			const answerer = await begin(context(), tokenFor(round, lens));
			expect(await saveAnswers(context(), answerer, quickAnswers(3))).toMatchObject({
				asked: 11,
				isFinished: false
			});
			expect(await saveAnswers(context(), answerer, outcomes)).toMatchObject({
				answered: 11,
				isFinished: true
			});
			expect(await answersOn(answerer)).toMatchObject({ 'outcome-care': 4, 'outcome-stay': 4 });
		}
		const silent = await begin(context(), tokenFor(await openedRound(context()), 'member'));
		expect(await saveAnswers(context(), silent, outcomes)).toEqual({ refusal: 'unknown-item' });
	});

	test('counts a sheet as finished when every question has an answer, or when its person says so', async () => {
		const round = await openedRound(context());
		const most = await begin(context(), tokenFor(round, 'member'));
		const finished = async () => {
			const shown = await showProgress(context(), round.organizer);
			return shown.refusal === null && shown.progress.teams[0]!.finished;
		};
		for (let i = 0; i < 4; i += 1) await answerAll(context(), tokenFor(round, 'member'));

		await saveAnswers(context(), most, quickAnswers(3).slice(1));
		expect(await finished()).toEqual({ as: 'too-few-to-say' });
		expect(await finishSheet(context(), most)).toBeNull();
		expect(await finished()).toEqual({ as: 'count', finished: 5 });

		await answerAll(context(), tokenFor(round, 'member'));
		expect(await finished()).toEqual({ as: 'count', finished: 6 });
	});

	test('refuses to hand in a sheet without any answer', async () => {
		const round = await openedRound(context());
		const answerer = await begin(context(), tokenFor(round, 'member'));
		await saveAnswers(context(), answerer, first(null, 1));

		expect(await finishSheet(context(), answerer)).toBe('nothing-answered');
	});

	test('takes changes of a finished sheet until the round closes, and none afterwards', async () => {
		const round = await openedRound(context());
		const answerer = await answerAll(context(), tokenFor(round, 'member'), 3);

		expect(await saveAnswers(context(), answerer, first(5, 2))).toMatchObject({ refusal: null });
		await closeRound(context(), round.organizer);
		expect(await saveAnswers(context(), answerer, first(1, 3))).toEqual({
			refusal: 'round-closed'
		});

		expect(await gatherSheets(context(), round.roundId)).toMatchObject({
			sheets: [{ answers: { 'voice-1': 5, 'regard-2': 3 } }]
		});
	});

	test('takes no answer after the day, although nobody has closed the round', async () => {
		const round = await openedRound(context());
		const answerer = await begin(context(), tokenFor(round, 'member'));
		context().travelTo('2026-12-19T12:01Z');

		expect(await saveAnswers(context(), answerer, first(3, 1))).toEqual({
			refusal: 'round-closed'
		});
	});

	test('never takes an answer that a closing round has not counted', async () => {
		const round = await openedRound(context());
		const people = await Promise.all(
			Array.from({ length: 6 }, () => begin(context(), tokenFor(round, 'member')))
		);

		const [closed, ...saved] = await Promise.all([
			closeRound(context(), round.organizer),
			...people.map((person) => saveAnswers(context(), person, quickAnswers(4)))
		]);

		const gathered = await gatherSheets(context(), round.roundId);
		expect(closed).toBeNull();
		expect(gathered.refusal === null && gathered.sheets.length).toBe(
			saved.filter(({ refusal }) => refusal === null).length
		);
	});

	test('takes no answer before the round is open', async () => {
		const round = await draftRound(context());
		const answerer = { token: tokenFor(round, 'member'), deviceKey: createDeviceKey() };

		expect(await openAnswerLink(context(), answerer)).toEqual({ refusal: 'round-not-open-yet' });
	});

	test('takes no answer from a device that has not begun', async () => {
		const round = await openedRound(context());
		const answerer = { token: tokenFor(round, 'member'), deviceKey: createDeviceKey() };

		expect(await saveAnswers(context(), answerer, first(3, 1))).toEqual({ refusal: 'no-sheet' });
	});

	test('takes no answer with another kind of link', async () => {
		const round = await openedRound(context());
		const deviceKey = createDeviceKey();
		const results = round.links.find(({ kind }) => kind === 'results')!.token;

		for (const token of [round.organizer, results, 'guessed']) {
			expect(await openAnswerLink(context(), { token, deviceKey })).toEqual({
				refusal: 'link-unknown'
			});
		}
	});

	test('refuses a page that was opened for somebody else on the same device', async () => {
		const round = await openedRound(context());
		const answerer = await begin(context(), tokenFor(round, 'member'));
		const seen = await lookAtAnswerLink(context(), answerer);
		if (seen.refusal !== null) throw new Error(seen.refusal);
		const mark = sheetMark(answerer.deviceKey, seen.place);
		const next = await begin(context(), answerer.token);

		expect(await saveAnswers(context(), { ...next, mark }, first(4, 1))).toEqual({
			refusal: 'other-person'
		});
		expect(await saveAnswers(context(), { ...answerer, mark }, first(4, 1))).toMatchObject({
			refusal: null
		});
	});

	test('keeps the same rows in whatever order somebody answers', async () => {
		const round = await openedRound(context());
		const rowsOf = async (order: ReturnType<typeof quickAnswers>) => {
			const answerer = await begin(context(), tokenFor(round, 'customer'));
			for (const answer of order) await saveAnswers(context(), answerer, [answer]);
			const opened = await openAnswerLink(context(), answerer);
			return opened.refusal === null && opened.answers;
		};

		expect(await rowsOf(quickAnswers(4))).toEqual(await rowsOf(quickAnswers(4).toReversed()));
	});

	test('tells whoever holds the link when a round that is closed has closed', async () => {
		const round = await openedRound(context());
		const look = { token: tokenFor(round, 'member'), deviceKey: null };
		await closeRound(context(), round.organizer);

		expect(await lookAtAnswerLink(context(), look)).toMatchObject({
			refusal: 'round-closed',
			round: { organization: 'Lumen', closedOn: '2026-11-22' }
		});
		expect(await lookAtAnswerLink(context(), { ...look, token: 'guessed' })).toEqual({
			refusal: 'link-unknown',
			round: null
		});
	});

	test('keeps one comment for each prompt, changed and taken back by its writer', async () => {
		const round = await openedRound(context());
		const answerer = await begin(context(), tokenFor(round, 'member'));
		const about = { roundId: round.roundId, prompt: 'voice' };
		const kept = async () =>
			(await comments.list(context().db.read, about)).map(({ words }) => words);

		await saveComment(context(), answerer, { prompt: 'voice', words: 'We ask.' });
		await saveComment(context(), answerer, { prompt: 'voice', words: 'We seldom ask.' });
		expect(await kept()).toEqual(['We seldom ask.']);
		expect(await ownComment(context(), answerer, 'voice')).toMatchObject({
			words: 'We seldom ask.'
		});
		const other = await begin(context(), tokenFor(round, 'member'));
		expect(await ownComment(context(), other, 'voice')).toMatchObject({ words: '' });
		await saveComment(context(), answerer, { prompt: 'voice', words: '  ' });
		expect(await kept()).toEqual([]);
		expect(await saveComment(context(), answerer, { prompt: 'weather', words: 'Rain' })).toBe(
			'unknown-prompt'
		);
	});
});
