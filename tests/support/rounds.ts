import { holoscope } from '$lib/content/instruments';
import { itemsOf } from '$lib/domain/instrument/form';
import { newRoundSchema, type NewRound } from '$lib/domain/round/new-round';
import { createDeviceKey } from '$lib/server/access/device-key';
import type { OpenLink } from '$lib/server/access/round-links';
import type { Context } from '$lib/server/context';
import * as teams from '$lib/server/repositories/teams';
import { createRound } from '$lib/server/use-cases/create-round';
import { finishSheet } from '$lib/server/use-cases/finish-sheet';
import { openAnswerLink } from '$lib/server/use-cases/open-answer-link';
import { openRound } from '$lib/server/use-cases/open-round';
import { saveAnswers } from '$lib/server/use-cases/save-answers';
import { showLinks } from '$lib/server/use-cases/show-links';

/** What an organizer might plan: two teams large enough for numbers, all four lenses, the quick form. */
export function planned(changes: Partial<NewRound> = {}): NewRound {
	return newRoundSchema.parse({
		organization: 'Lumen',
		form: 'quick',
		contract: {
			version: 1,
			lenses: ['member', 'leader', 'customer', 'partner'],
			cuts: ['whole', 'team', 'lens'],
			keptUntil: '2027-06-30'
		},
		closesOn: '2026-12-18',
		teams: [
			{ name: 'Harbor', headcount: 12 },
			{ name: 'Lighthouse', headcount: 7 }
		],
		...changes
	});
}

export async function draftRound(context: Context, changes: Partial<NewRound> = {}) {
	const created = await createRound(context, planned(changes));
	if (created.refusal !== null) throw new Error(created.refusal);
	const { roundId, organizerToken: organizer } = created;
	return {
		roundId,
		organizer,
		teams: await teams.list(context.db.read, roundId),
		links: await linksOf(context, organizer)
	};
}

export async function openedRound(context: Context, changes: Partial<NewRound> = {}) {
	const round = await draftRound(context, changes);
	const refusal = await openRound(context, round.organizer);
	if (refusal) throw new Error(refusal);
	return round;
}

export async function linksOf(context: Context, organizer: string): Promise<OpenLink[]> {
	const shown = await showLinks(context, organizer);
	if (shown.refusal !== null) throw new Error(shown.refusal);
	return shown.links;
}

/** The secret of the link for this lens, of the team in this place of the list. */
export function tokenFor(
	{ links, teams }: { links: OpenLink[]; teams: { id: string }[] },
	lens: string,
	team = 0
): string {
	const teamId = lens === 'member' || lens === 'leader' ? teams[team]!.id : null;
	return links.find((link) => link.lens === lens && link.teamId === teamId)!.token;
}

/** The quick form, answered the same throughout. */
export function quickAnswers(value: number | null, revision = 1) {
	return itemsOf(holoscope, 'quick').map(({ id }) => ({ item: id, value, revision }));
}

/** Somebody with a device of their own who has begun with this link. */
export async function begin(context: Context, token: string, deviceKey = createDeviceKey()) {
	const answerer = { token, deviceKey };
	const opened = await openAnswerLink(context, answerer);
	if (opened.refusal !== null) throw new Error(opened.refusal);
	return answerer;
}

/** Somebody who answers every question of the quick form and hands it in. */
export async function answerAll(context: Context, token: string, value = 3) {
	const answerer = await begin(context, token);
	const saved = await saveAnswers(context, answerer, quickAnswers(value));
	const refusal = saved.refusal ?? (await finishSheet(context, answerer));
	if (refusal) throw new Error(refusal);
	return answerer;
}
