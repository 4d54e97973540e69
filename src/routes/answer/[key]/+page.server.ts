import { itemsOf, wordingOf } from '$lib/domain/instrument/form';
import { outcomesOf, type Question } from '$lib/domain/round/questions';
import { formFor } from '$lib/domain/round/round';
import { instrumentOf } from '$lib/content/instruments';
import { createDeviceKey, sheetMark } from '$lib/server/access/device-key';
import { lookAtAnswerLink } from '$lib/server/use-cases/look-at-answer-link';
import { deviceKeyIn, keepDeviceKey } from './device-cookie';
import { turnAway } from './turn-away';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, cookies, locals, url }) => {
	const known = deviceKeyIn(cookies);
	const invitation = await lookAtAnswerLink(await locals.context(), {
		token: params.key,
		deviceKey: known
	});
	if (invitation.refusal !== null) turnAway(invitation);

	const { round, place, team, lens, isSingleUse, hasBegun, guess } = invitation;
	const instrument = instrumentOf(round);
	const form = formFor(round, lens, instrument);
	const worded = ({ id, wording }: Question) => ({
		id,
		text: wordingOf({ wording }, lens, round.organization)
	});
	const deviceKey = known ?? createDeviceKey();
	keepDeviceKey(cookies, deviceKey, url);
	return {
		link: params.key,
		mark: sheetMark(deviceKey, place),
		instrument: round.instrument,
		edition: round.edition,
		form,
		scale: instrument.scale,
		// Only what is asked here, so that the page needs no other edition, form or lens.
		questions: itemsOf(instrument, form).map(worded),
		outcomes: outcomesOf(round, instrument).map(worded),
		lens,
		organization: round.organization,
		contract: round.contract,
		closesOn: round.closesOn,
		team: team && { name: team.name, headcount: team.headcount },
		isSingleUse,
		hasBegun,
		guess
	};
};
