import { expect, test } from 'vitest';
import { createDeviceKey } from '$lib/server/access/device-key';
import type { OpenLink } from '$lib/server/access/round-links';
import { addOrganizerLink, renewOrganizerLink } from '$lib/server/use-cases/organizer-links';
import { createSingleUseLinks } from '$lib/server/use-cases/create-single-use-links';
import { lookAtResultsLink } from '$lib/server/use-cases/look-at-results-link';
import { openAnswerLink } from '$lib/server/use-cases/open-answer-link';
import { openRound } from '$lib/server/use-cases/open-round';
import { renewLink } from '$lib/server/use-cases/renew-link';
import { revokeLink } from '$lib/server/use-cases/revoke-link';
import { saveAnswers } from '$lib/server/use-cases/save-answers';
import { onEveryDatabase } from '../../../support/on-every-database';
import {
	begin,
	draftRound,
	linksOf,
	openedRound,
	quickAnswers,
	tokenFor
} from '../../../support/rounds';

onEveryDatabase('links', (context) => {
	const open = (token: string, deviceKey = createDeviceKey()) =>
		openAnswerLink(context(), { token, deviceKey });
	const memberLink = ({ links, teams }: { links: OpenLink[]; teams: { id: string }[] }) =>
		links.find(({ lens, teamId }) => lens === 'member' && teamId === teams[0]!.id)!;

	test('shows its organizer the same links again, although the database holds none of their secrets', async () => {
		const round = await openedRound(context());

		expect(await linksOf(context(), round.organizer)).toEqual(round.links);
		const { read } = context().db;
		const everything = JSON.stringify([
			await read.selectFrom('links').selectAll().execute(),
			await read.selectFrom('rounds').selectAll().execute()
		]);
		for (const token of [round.organizer, ...round.links.map(({ token }) => token)]) {
			expect(token).toMatch(/^[\w-]{24}$/);
			expect(everything).not.toContain(token);
		}
	});

	test('replaces an answer link: the old one admits nobody new, and sheets begun with it go on', async () => {
		const round = await openedRound(context());
		const link = memberLink(round);
		const early = await begin(context(), link.token);

		const renewed = await renewLink(context(), round.organizer, link);
		if (renewed.refusal !== null) throw new Error(renewed.refusal);

		expect(await open(link.token)).toEqual({ refusal: 'link-replaced' });
		expect(await open(renewed.token)).toMatchObject({ refusal: null });
		expect(await saveAnswers(context(), early, quickAnswers(3))).toMatchObject({ refusal: null });
		expect(await open(renewed.token, early.deviceKey)).toMatchObject({ isFinished: true });
		expect((await linksOf(context(), round.organizer)).map(({ token }) => token)).toContain(
			renewed.token
		);
	});

	test('takes an answer link back: nobody goes on with it', async () => {
		const round = await openedRound(context());
		const link = memberLink(round);
		const early = await begin(context(), link.token);

		expect(await revokeLink(context(), round.organizer, link)).toBeNull();

		expect(await open(link.token)).toEqual({ refusal: 'link-revoked' });
		expect(await saveAnswers(context(), early, quickAnswers(3))).toEqual({
			refusal: 'link-revoked'
		});
	});

	test('renews the organizer’s own link, and the new one shows all the others', async () => {
		const round = await draftRound(context());

		const renewed = await renewOrganizerLink(context(), round.organizer);
		if (renewed.refusal !== null) throw new Error(renewed.refusal);

		expect(await openRound(context(), round.organizer)).toBe('link-replaced');
		expect(await linksOf(context(), renewed.token)).toEqual(round.links);
	});

	test('revokes one organizer’s link by the other’s, but never the last', async () => {
		const round = await draftRound(context());
		const added = await addOrganizerLink(context(), round.organizer);
		if (added.refusal !== null) throw new Error(added.refusal);
		const at = (serial: number) =>
			({ kind: 'organizer', teamId: null, lens: null, serial }) as const;

		expect(await revokeLink(context(), added.token, at(1))).toBeNull();
		expect(await openRound(context(), round.organizer)).toBe('link-revoked');
		expect(await revokeLink(context(), added.token, at(2))).toBe('last-organizer-link');
	});

	test('admits one device with a link for single use, and that device again', async () => {
		const round = await openedRound(context());
		const made = await createSingleUseLinks(context(), round.organizer, {
			teamId: round.teams[0]!.id,
			lens: 'member',
			count: 3
		});
		if (made.refusal !== null) throw new Error(made.refusal);
		const device = createDeviceKey();

		expect(await open(made.tokens[0]!, device)).toMatchObject({ refusal: null });
		expect(await open(made.tokens[0]!)).toEqual({ refusal: 'link-used' });
		expect(await open(made.tokens[0]!, device)).toMatchObject({ refusal: null });
		expect(await open(tokenFor(round, 'member'))).toEqual({ refusal: 'link-replaced' });
	});

	test('admits one of many devices that open a link for single use at once', async () => {
		const round = await openedRound(context());
		const made = await createSingleUseLinks(context(), round.organizer, {
			teamId: null,
			lens: 'customer',
			count: 1
		});
		if (made.refusal !== null) throw new Error(made.refusal);

		const outcomes = await Promise.all(Array.from({ length: 6 }, () => open(made.tokens[0]!)));

		expect(outcomes.filter(({ refusal }) => refusal === null)).toHaveLength(1);
		expect(await context().db.read.selectFrom('sheets').selectAll().execute()).toHaveLength(1);
	});

	test('never says which link for single use has been used', async () => {
		const round = await openedRound(context());
		const made = await createSingleUseLinks(context(), round.organizer, {
			teamId: round.teams[0]!.id,
			lens: 'member',
			count: 3
		});
		if (made.refusal !== null) throw new Error(made.refusal);
		const before = await linksOf(context(), round.organizer);

		await open(made.tokens[1]!);

		expect(await linksOf(context(), round.organizer)).toEqual(before);
	});

	test('opens the results with their own link only', async () => {
		const round = await openedRound(context());
		const results = round.links.find(({ kind }) => kind === 'results')!;

		expect(await lookAtResultsLink(context(), results.token)).toMatchObject({
			refusal: null,
			phase: 'open',
			publications: []
		});
		expect(await lookAtResultsLink(context(), round.organizer)).toEqual({
			refusal: 'link-unknown'
		});
		expect(await openRound(context(), results.token)).toBe('link-unknown');
	});
});
