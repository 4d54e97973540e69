import { createSingleUseLinks } from '$lib/server/use-cases/create-single-use-links';
import { deleteRound } from '$lib/server/use-cases/delete-round';
import { followRound } from '$lib/server/use-cases/follow-round';
import { addOrganizerLink, renewOrganizerLink } from '$lib/server/use-cases/organizer-links';
import { renewLink } from '$lib/server/use-cases/renew-link';
import { revokeLink } from '$lib/server/use-cases/revoke-link';
import { showRound, type ShownRound } from '$lib/server/use-cases/show-round';
import { expect, test } from 'vitest';
import { onEveryDatabase } from '../../../support/on-every-database';
import { draftRound, linksOf, openedRound } from '../../../support/rounds';

onEveryDatabase('what an organizer sees', (context) => {
	async function shown(organizer: string): Promise<ShownRound> {
		const round = await showRound(context(), organizer);
		if (round.refusal !== null) throw new Error(round.refusal);
		return round;
	}

	test('is each team with members before leaders, then those outside, each with its own link', async () => {
		const { organizer, teams, links } = await draftRound(context());
		const { places, phase } = await shown(organizer);

		expect(phase).toBe('draft');
		expect(places.map(({ lens, teamId }) => [lens, teamId])).toEqual([
			['member', teams[0]!.id],
			['leader', teams[0]!.id],
			['member', teams[1]!.id],
			['leader', teams[1]!.id],
			['customer', null],
			['partner', null]
		]);
		const answerTokens = links.filter(({ kind }) => kind === 'answer').map(({ token }) => token);
		expect(places.map(({ token }) => token).toSorted()).toEqual(answerTokens.toSorted());
	});

	test('is the round as it was at one moment, whoever renews its links or deletes it meanwhile', async () => {
		for (const change of [renewOrganizerLink, deleteRound])
			for (let i = 0; i < 10; i++) {
				const { organizer } = await openedRound(context());
				const looking = Array.from({ length: 5 }, () => showRound(context(), organizer));
				const [, ...seen] = await Promise.all([change(context(), organizer), ...looking]);
				for (const round of seen)
					if (round.refusal === null) expect(round.organizers).toEqual({ mine: 1, all: [1] });
					else expect(round.refusal).toMatch(/^link-(replaced|unknown)$/);
			}
	});

	test('follows a link that was renewed, and says which one was taken back', async () => {
		const { organizer } = await openedRound(context());
		const [first, second] = (await shown(organizer)).places;
		await renewLink(context(), organizer, { kind: 'answer', ...first! });
		await revokeLink(context(), organizer, { kind: 'answer', ...second! });

		const [renewed, revoked] = (await shown(organizer)).places;
		expect(renewed).toMatchObject({ serial: 2, state: 'active' });
		expect(renewed!.token).not.toBe(first!.token);
		expect(revoked).toMatchObject({ serial: 1, state: 'revoked', token: null });
	});

	test('counts single-use links in place of the shared one', async () => {
		const { organizer } = await openedRound(context());
		const { teamId, lens } = (await shown(organizer)).places[0]!;
		await createSingleUseLinks(context(), organizer, { teamId, lens, count: 3 });

		const [place, beside] = (await shown(organizer)).places;
		expect(place).toMatchObject({ state: 'replaced', token: null, singleUse: 3 });
		expect(beside).toMatchObject({ state: 'active', singleUse: 0 });
		expect((await linksOf(context(), organizer)).some(({ token }) => token === null)).toBe(false);
	});

	test('tells one organizer’s address from another', async () => {
		const { organizer } = await draftRound(context());
		const added = await addOrganizerLink(context(), organizer);
		if (added.refusal !== null) throw new Error(added.refusal);

		expect((await shown(organizer)).organizers).toEqual({ mine: 1, all: [1, 2] });
		expect((await shown(added.token)).organizers).toEqual({ mine: 2, all: [1, 2] });
	});

	test('says whether another round follows', async () => {
		const { organizer } = await openedRound(context());
		context().travelTo('2027-01-10T09:00Z');
		expect(await shown(organizer)).toMatchObject({ phase: 'closed', isFollowed: false });

		const next = { closesOn: '2027-02-01', keptUntil: '2027-08-01' };
		expect((await followRound(context(), organizer, next)).refusal).toBeNull();
		expect((await shown(organizer)).isFollowed).toBe(true);
	});

	test('is nothing for a link that answers', async () => {
		const { links } = await draftRound(context());

		expect(await showRound(context(), links[0]!.token)).toEqual({ refusal: 'link-unknown' });
	});
});
