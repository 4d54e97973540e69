import { expect, test } from 'vitest';
import { holoscope } from '$lib/content/instruments';
import { itemsOf } from '$lib/domain/instrument/form';
import type { ImportedSheet } from '$lib/domain/round/imported-sheet';
import { createDeviceKey } from '$lib/server/access/device-key';
import { closeRound } from '$lib/server/use-cases/close-round';
import { deleteAnswers } from '$lib/server/use-cases/delete-answers';
import { gatherSheets } from '$lib/server/use-cases/gather-sheets';
import { importSheets } from '$lib/server/use-cases/import-sheets';
import { lookAtAnswerLink } from '$lib/server/use-cases/look-at-answer-link';
import { openAnswerLink } from '$lib/server/use-cases/open-answer-link';
import { everyItem } from '../../../support/answers';
import { onEveryDatabase } from '../../../support/on-every-database';
import { begin, draftRound, openedRound, tokenFor } from '../../../support/rounds';

onEveryDatabase('importing sheets', (context) => {
	const sheet = (teamId: string | null, changes: Partial<ImportedSheet> = {}): ImportedSheet => ({
		teamId,
		lens: teamId ? 'member' : 'customer',
		answers: everyItem('quick', 'hologram'),
		...changes
	});
	const kept = () => context().db.read.selectFrom('sheets').selectAll().execute();

	test('takes sheets in as finished ones', async () => {
		const { organizer, teams, roundId } = await openedRound(context());
		const imported = [sheet(teams[0]!.id), sheet(teams[0]!.id), sheet(null)];

		expect(await importSheets(context(), organizer, imported)).toMatchObject({
			refusal: null,
			count: 3
		});
		await closeRound(context(), organizer);
		const gathered = await gatherSheets(context(), roundId);
		expect(gathered).toMatchObject({
			sheets: expect.arrayContaining([sheet(teams[0]!.id), sheet(null)])
		});
	});

	test('takes in nothing on a dry run', async () => {
		const { organizer, teams } = await openedRound(context());

		expect(
			await importSheets(context(), organizer, [sheet(teams[0]!.id)], { isDryRun: true })
		).toMatchObject({ refusal: null, count: 1 });
		expect(await kept()).toEqual([]);
	});

	test('takes in all or nothing, and lists every row that is wrong', async () => {
		const { organizer, teams } = await openedRound(context(), {
			teams: [{ name: 'Harbor', headcount: 3 }],
			contract: {
				version: 1,
				openness: 'anonymous',
				k: 5,
				lenses: ['member', 'customer'],
				cuts: ['whole'],
				sight: 'everyone-with-the-link-at-once',
				keptUntil: '2027-06-30'
			}
		});
		const harbor = teams[0]!.id;

		const outcome = await importSheets(context(), organizer, [
			sheet(harbor),
			sheet('elsewhere'),
			sheet(null, { lens: 'member' }),
			sheet(harbor, { lens: 'customer' }),
			sheet(harbor, { lens: 'leader' }),
			sheet(harbor, { answers: { 'voice-2': 3 } }),
			sheet(harbor, { answers: { 'voice-1': 7 } }),
			sheet(harbor, { answers: { 'voice-1': null } }),
			sheet(harbor),
			sheet(harbor),
			sheet(harbor)
		]);

		expect(outcome).toEqual({
			refusal: 'import-has-problems',
			problems: [
				{ sheet: 2, code: 'import-unknown-team' },
				{ sheet: 3, code: 'import-lens-needs-team' },
				{ sheet: 4, code: 'import-lens-without-team' },
				{ sheet: 5, code: 'import-lens-not-asked' },
				{ sheet: 6, code: 'import-unknown-item' },
				{ sheet: 7, code: 'import-off-scale' },
				{ sheet: 8, code: 'import-nothing-answered' },
				{ sheet: 11, code: 'import-more-than-headcount' }
			]
		});
		expect(await kept()).toEqual([]);
	});

	test('takes the same file in once, however often and in whatever order it is sent', async () => {
		const { organizer, teams } = await openedRound(context());
		const file = [
			sheet(teams[0]!.id),
			sheet(teams[1]!.id, { answers: everyItem('quick', 'monolith') })
		];
		const outcomes = await Promise.all([
			importSheets(context(), organizer, file),
			importSheets(context(), organizer, file),
			importSheets(context(), organizer, file.toReversed())
		]);

		expect(outcomes.map((o) => o.refusal === null && o.isRepeated)).toEqual([false, true, true]);
		expect(await kept()).toHaveLength(2);
	});

	test('counts sheets of an earlier file against the headcount', async () => {
		const { organizer, teams } = await openedRound(context(), {
			teams: [{ name: 'Harbor', headcount: 6 }]
		});
		const answered = (value: number) => sheet(teams[0]!.id, { answers: { 'voice-1': value } });
		await importSheets(context(), organizer, [answered(1), answered(2), answered(3), answered(4)]);

		expect(
			await importSheets(context(), organizer, [answered(5), answered(5), answered(1)])
		).toEqual({
			refusal: 'import-has-problems',
			problems: [{ sheet: 3, code: 'import-more-than-headcount' }]
		});
	});

	test('leaves out what cannot be taken when asked to, and says what', async () => {
		const { organizer, teams } = await openedRound(context());
		const file = [sheet(teams[0]!.id), sheet('elsewhere')];

		expect(await importSheets(context(), organizer, file, { leavesOut: true })).toEqual({
			refusal: null,
			count: 1,
			problems: [{ sheet: 2, code: 'import-unknown-team' }],
			isRepeated: false
		});
		expect(await kept()).toHaveLength(1);
	});

	test('lets nobody surround one person’s answers with known ones: a lens is a file’s or the links’', async () => {
		const round = await openedRound(context());
		const { organizer, teams } = round;
		const harbor = [1, 2, 3, 4].map((value) =>
			sheet(teams[0]!.id, { answers: { 'voice-1': value } })
		);
		await begin(context(), tokenFor(round, 'member', 1));

		const refused = await importSheets(context(), organizer, harbor);
		expect(refused.problems.map(({ code }) => code)).toEqual(
			Array(4).fill('import-answered-by-link')
		);
		const customers = await importSheets(context(), organizer, [sheet(null)]);
		expect(customers).toMatchObject({ refusal: null, count: 1 });

		const answerer = { token: tokenFor(round, 'customer'), deviceKey: createDeviceKey() };
		expect(await openAnswerLink(context(), answerer)).toEqual({ refusal: 'answers-imported' });
		expect(await lookAtAnswerLink(context(), { ...answerer, deviceKey: null })).toMatchObject({
			refusal: 'answers-imported'
		});
	});

	test('forgets which answers a file brought when the answers are deleted', async () => {
		const { organizer, teams } = await openedRound(context());
		await importSheets(context(), organizer, [sheet(teams[0]!.id)]);
		await closeRound(context(), organizer);
		await deleteAnswers(context(), organizer);

		expect(await context().db.read.selectFrom('imports').selectAll().execute()).toEqual([]);
	});

	test('takes nothing in before the round is open', async () => {
		const { organizer } = await draftRound(context());

		expect(await importSheets(context(), organizer, [sheet(null)])).toMatchObject({
			refusal: 'not-open'
		});
	});

	test('takes in thousands at once, in an order of their own', async () => {
		const { organizer, roundId } = await openedRound(context());
		const item = itemsOf(holoscope, 'quick')[0]!.id;
		const imported = Array.from({ length: 2_000 }, (_, index) =>
			sheet(null, { answers: { [item]: 1 + (index % 5) } })
		);

		await importSheets(context(), organizer, imported);
		await closeRound(context(), organizer);

		const gathered = await gatherSheets(context(), roundId);
		const values =
			gathered.refusal === null ? gathered.sheets.map(({ answers }) => answers[item]) : [];
		expect(values).toHaveLength(2_000);
		expect(values).not.toEqual(imported.map(({ answers }) => answers[item]));
	});

	test('takes nothing in once the round is closed', async () => {
		const { organizer } = await openedRound(context());
		await closeRound(context(), organizer);

		expect(await importSheets(context(), organizer, [sheet(null)])).toMatchObject({
			refusal: 'already-closed'
		});
	});
});
