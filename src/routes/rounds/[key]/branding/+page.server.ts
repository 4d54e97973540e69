import { refusalWords } from '$lib/content/round-refusals';
import { logoWords } from '$lib/content/branding-words';
import { readAccent } from '$lib/domain/branding/accent';
import { LOGO_LIMIT, type Branding, type LogoRefusal } from '$lib/domain/branding/branding';
import * as m from '$lib/paraglide/messages';
import { refusalStatus } from '$lib/server/refusal-status';
import { readLogo } from '$lib/server/report/read-logo';
import { brandRound, showBranding } from '$lib/server/use-cases/brand-round';
import { fail } from '@sveltejs/kit';
import { refuse } from '../../refuse';
import { orKeep } from '../../storage';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => ({ branding: await look(event) });

async function look({
	locals,
	params
}: Pick<RequestEvent, 'locals' | 'params'>): Promise<Branding> {
	const shown = await showBranding(await locals.context(), params.key);
	if (shown.refusal !== null) refuse(shown.refusal);
	return shown.branding;
}

/** What surrounds a file in a request. */
const SURROUNDINGS = 10_000;

export const actions: Actions = {
	logo: async (event) => {
		const { request } = event;
		if (Number(request.headers.get('content-length')) > LOGO_LIMIT + SURROUNDINGS)
			return refusedLogo('too-large');
		// Nobody else's pictures are opened.
		await look(event);
		const file = (await request.formData()).get('logo');
		const read = await readLogo(
			file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
		);
		if (!read.ok) return refusedLogo(read.refusal);
		return brand(event, { logo: read.logo }, m.branding_logo_saved());
	},
	'remove-logo': (event) => brand(event, { logo: null }, m.branding_logo_removed()),
	accent: async (event) => {
		const typed = String((await event.request.formData()).get('accent') ?? '');
		const read = readAccent(typed);
		if (!read.ok)
			return fail(422, { typed, problem: m.branding_accent_unreadable(), about: 'accent' });
		const { accent, wasDarkened } = read;
		return brand(
			event,
			{ accent },
			wasDarkened ? m.branding_accent_darkened({ typed, accent }) : m.branding_accent_saved()
		);
	},
	'remove-accent': (event) => brand(event, { accent: null }, m.branding_accent_removed())
};

function refusedLogo(refusal: LogoRefusal) {
	const isLarge = refusal === 'too-large' || refusal === 'too-many-pixels';
	return fail(isLarge ? 413 : 422, { problem: logoWords[refusal](), about: 'logo' });
}

async function brand(event: RequestEvent, change: Partial<Branding>, done: string) {
	return orKeep(event, {}, async () => {
		const refusal = await brandRound(await event.locals.context(), event.params.key, change);
		if (refusal === null) return { done };
		return fail(refusalStatus(refusal), { problem: refusalWords(refusal), about: 'round' });
	});
}
