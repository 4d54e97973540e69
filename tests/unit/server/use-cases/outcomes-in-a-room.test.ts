import { expect, test } from 'vitest';
import { createWorkshopInRound } from '$lib/server/use-cases/create-workshop';
import { joinWorkshop } from '$lib/server/use-cases/join-workshop';
import { lookAtJoinCode } from '$lib/server/use-cases/look-at-join-code';
import { showPart } from '$lib/server/use-cases/show-part';
import { onEveryDatabase } from '../../../support/on-every-database';
import { openedRound, planned } from '../../../support/rounds';
import { plannedWorkshop } from '../../../support/workshops';

const address = '192.0.2.7';

onEveryDatabase('a workshop in a round that asks for the price of control', (context) => {
	test('says so at the door, and asks it at the end', async () => {
		const { contract } = planned();
		const round = await openedRound(context(), { contract: { ...contract, outcomes: true } });
		const created = await createWorkshopInRound(context(), round.organizer, {
			agenda: plannedWorkshop().agenda,
			previous: null,
			teamId: round.teams[0]!.id
		});
		const { code } = created as { code: string };
		const looked = await lookAtJoinCode(context(), { code, address });
		expect(looked).toMatchObject({ door: { contract: { outcomes: true } } });

		const joined = await joinWorkshop(context(), { code, alias: null, address });
		if (joined.refusal !== null) throw new Error(joined.refusal);
		const shown = await showPart(context(), joined);
		expect(shown).toMatchObject({ part: { contract: { outcomes: true } } });
		const asked = shown.refusal === null ? shown.part.questions.map(({ id }) => id) : [];
		expect(asked).toHaveLength(11);
		expect(asked.at(-1)).toBe('outcome-stay');
	});
});
