import { PLAIN } from '$lib/domain/branding/branding';
import * as brandings from '$lib/server/repositories/brandings';
import { brandRound, showBranding } from '$lib/server/use-cases/brand-round';
import { closeRound } from '$lib/server/use-cases/close-round';
import { deleteRound } from '$lib/server/use-cases/delete-round';
import { followRound } from '$lib/server/use-cases/follow-round';
import { showResults } from '$lib/server/use-cases/show-results';
import { expect, test } from 'vitest';
import { onEveryDatabase } from '../../../support/on-every-database';
import { openedRound } from '../../../support/rounds';

const logo = { png: 'aGVsbG8=', width: 40, height: 30 };
const accent = '#0a5c36';

onEveryDatabase('The logo and color of a round', (context) => {
	const shown = async (token: string) => {
		const found = await showBranding(context(), token);
		return found.refusal ?? found.branding;
	};

	test('are plain until an organizer says otherwise', async () => {
		const { organizer } = await openedRound(context());
		expect(await shown(organizer)).toEqual(PLAIN);
	});

	test('change one by one, and go again', async () => {
		const { organizer } = await openedRound(context());
		expect(await brandRound(context(), organizer, { logo })).toBeNull();
		await brandRound(context(), organizer, { accent });
		expect(await shown(organizer)).toEqual({ logo, accent });
		await brandRound(context(), organizer, { logo: null });
		expect(await shown(organizer)).toEqual({ logo: null, accent });
	});

	test('are the organizer’s to change and nobody else’s', async () => {
		const { organizer, links } = await openedRound(context());
		const { token } = links.find(({ kind }) => kind === 'results')!;
		expect(await brandRound(context(), token, { accent })).toBe('link-unknown');
		expect(await shown(organizer)).toEqual(PLAIN);
	});

	test('come with the results, also after closing', async () => {
		const { organizer, links } = await openedRound(context());
		await closeRound(context(), organizer);
		await brandRound(context(), organizer, { logo, accent });
		const { token } = links.find(({ kind }) => kind === 'results')!;
		expect(await showResults(context(), token)).toMatchObject({ branding: { logo, accent } });
	});

	test('go on to the round that follows', async () => {
		const { organizer } = await openedRound(context());
		await brandRound(context(), organizer, { logo, accent });
		await closeRound(context(), organizer);
		const next = { closesOn: '2027-05-01', keptUntil: '2027-12-31' };
		const followed = await followRound(context(), organizer, next);
		expect(await shown(followed.refusal === null ? followed.organizerToken : '')).toEqual({
			logo,
			accent
		});
	});

	test('are gone with the round', async () => {
		const { organizer, roundId } = await openedRound(context());
		await brandRound(context(), organizer, { accent });
		await closeRound(context(), organizer);
		await deleteRound(context(), organizer);
		expect(await brandings.find(context().db.read, roundId)).toEqual(PLAIN);
	});
});
