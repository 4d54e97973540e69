import { guessLink } from '$lib/device/guess-link';
import { instrumentOf } from '$lib/content/instruments';
import { itemsOf, wordingOf } from '$lib/domain/instrument/form';
import { formFor } from '$lib/domain/round/round';
import { guessPlace, sheetMark } from '$lib/server/access/device-key';
import { lookAtAnswerLink } from '$lib/server/use-cases/look-at-answer-link';
import { redirect } from '@sveltejs/kit';
import { deviceKeyIn } from '../device-cookie';
import { turnAway } from '../turn-away';
import type { PageServerLoad } from './$types';

/** The customers' questions, for a member who has handed in their own answers. */
export const load: PageServerLoad = async ({ params, cookies, locals }) => {
	const deviceKey = deviceKeyIn(cookies);
	const invitation = await lookAtAnswerLink(await locals.context(), {
		token: params.key,
		deviceKey
	});
	if (invitation.refusal !== null) turnAway(invitation);
	const { round, guess, isHandedIn } = invitation;
	if (!deviceKey || !guess || !isHandedIn) redirect(303, `/answer/${params.key}`);

	const instrument = instrumentOf(round);
	const form = formFor(round, 'guess', instrument);
	return {
		own: params.key,
		link: guessLink(params.key),
		mark: sheetMark(deviceKey, guessPlace(round.id)),
		instrument: round.instrument,
		edition: round.edition,
		form,
		scale: instrument.scale,
		questions: itemsOf(instrument, form).map((item) => ({
			id: item.id,
			text: wordingOf(item, 'customer', round.organization)
		})),
		organization: round.organization,
		contract: round.contract,
		closesOn: round.closesOn,
		hasBegun: guess !== 'not-begun'
	};
};
