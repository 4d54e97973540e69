import { expect, test } from 'vitest';
import { closeRound } from '$lib/server/use-cases/close-round';
import { gatherSheets } from '$lib/server/use-cases/gather-sheets';
import { openAnswerLink } from '$lib/server/use-cases/open-answer-link';
import { saveComment } from '$lib/server/use-cases/save-comment';
import { TABLES } from '$lib/server/database/schema';
import { onEveryDatabase } from '../../../support/on-every-database';
import { answerAll, openedRound, tokenFor } from '../../../support/rounds';

/** Attack A8: a person's answers must not be found by time, by order or by a name that stays the same. */
onEveryDatabase('what is kept of those who answered', (context) => {
	test('stands in an order that says nothing about when it came', async () => {
		const round = await openedRound(context());
		const token = tokenFor(round, 'customer');
		// Who comes first gives 1, and so on in turn: 40 sheets, whose order would show in their answers.
		const came = Array.from({ length: 40 }, (_, person) => 1 + (person % 5));
		const keys: string[] = [];
		for (const value of came) keys.push((await answerAll(context(), token, value)).deviceKey);
		await closeRound(context(), round.organizer);

		const { read } = context().db;
		const ids = (await read.selectFrom('sheets').select('id').execute()).map(({ id }) => id);
		const gathered = await gatherSheets(context(), round.roundId);
		const order =
			gathered.refusal === null && gathered.sheets.map(({ answers }) => answers['voice-1']);

		expect(order).toHaveLength(40);
		expect(order).not.toEqual(came);
		// The rows as the database itself hands them out, in no order asked for: sorted by a random key.
		expect(ids).toEqual([...ids].sort());
		expect(keys.some((key) => ids.includes(key))).toBe(false);
	});

	test('holds no moment, and no day finer than the round’s own', async () => {
		const round = await openedRound(context());
		const answerer = await answerAll(context(), tokenFor(round, 'member'));
		await saveComment(context(), answerer, { prompt: 'voice', words: 'We ask.' });

		for (const table of ['sheets', 'answers', 'comments'] as const) {
			const rows = JSON.stringify(await context().db.read.selectFrom(table).selectAll().execute());
			expect(rows).not.toMatch(/\d{4}-\d\d-\d\d|\d{10,}/);
		}
	});

	test('shares no value between a sheet and its writer’s comment, but where both belong', async () => {
		const round = await openedRound(context());
		const answerer = await answerAll(context(), tokenFor(round, 'member'));
		await saveComment(context(), answerer, { prompt: 'voice', words: 'We ask.' });
		const { read } = context().db;
		const sheet = await read.selectFrom('sheets').selectAll().executeTakeFirstOrThrow();
		const comment = await read.selectFrom('comments').selectAll().executeTakeFirstOrThrow();

		const written: unknown[] = Object.values(comment);
		const shared = Object.values(sheet).filter((value) => written.includes(value));
		expect(shared.sort()).toEqual([sheet.round_id, sheet.team_id, 'member'].sort());
	});

	test('gives one device sheets in two rounds, or two lenses, that nothing connects', async () => {
		const round = await openedRound(context());
		const next = await openedRound(context());
		const { deviceKey } = await answerAll(context(), tokenFor(round, 'customer'));

		for (const token of [tokenFor(next, 'customer'), tokenFor(round, 'partner')]) {
			await openAnswerLink(context(), { token, deviceKey });
		}

		const ids = await context().db.read.selectFrom('sheets').select('id').execute();
		expect(new Set(ids.map(({ id }) => id)).size).toBe(3);
		for (const table of TABLES) {
			const rows = JSON.stringify(await context().db.read.selectFrom(table).selectAll().execute());
			expect(rows).not.toContain(deviceKey);
		}
	});

	test('forgets at closing how often answers were changed', async () => {
		const round = await openedRound(context());
		await answerAll(context(), tokenFor(round, 'member'));
		await closeRound(context(), round.organizer);

		const rows = await context().db.read.selectFrom('answers').select('revision').execute();
		expect(new Set(rows.map(({ revision }) => revision))).toEqual(new Set([0]));
	});
});
