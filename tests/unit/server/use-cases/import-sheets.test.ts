import { expect, test } from 'vitest';
import { holoscope } from '$lib/content/instruments';
import { itemsOf } from '$lib/domain/instrument/form';
import type { ImportedSheet } from '$lib/domain/round/imported-sheet';
import { closeRound } from '$lib/server/use-cases/close-round';
import { gatherSheets } from '$lib/server/use-cases/gather-sheets';
import { importSheets } from '$lib/server/use-cases/import-sheets';
import { everyItem } from '../../../support/answers';
import { onEveryDatabase } from '../../../support/on-every-database';
import { openedRound } from '../../../support/rounds';

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

		expect(await importSheets(context(), organizer, imported)).toEqual({ refusal: null, count: 3 });
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
		).toEqual({ refusal: null, count: 1 });
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
