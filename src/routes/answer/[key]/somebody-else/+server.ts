import { createDeviceKey } from '$lib/server/access/device-key';
import { refusalAnswer } from '$lib/server/api/refusal-answer';
import { lookAtAnswerLink } from '$lib/server/use-cases/look-at-answer-link';
import { json } from '@sveltejs/kit';
import { deviceKeyIn, keepDeviceKey } from '../device-cookie';
import type { RequestHandler } from './$types';

/** Lets another person begin on the same device. What the first one answered stays, and nobody can open it here. */
export const POST: RequestHandler = async ({ params, cookies, locals, url }) => {
	const invitation = await lookAtAnswerLink(await locals.context(), {
		token: params.key,
		deviceKey: deviceKeyIn(cookies)
	});
	if (invitation.refusal !== null) return refusalAnswer(invitation.refusal);
	if (invitation.isSingleUse) return refusalAnswer('link-used');

	keepDeviceKey(cookies, createDeviceKey(), url);
	return json({});
};
