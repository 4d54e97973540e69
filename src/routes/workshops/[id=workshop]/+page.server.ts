import { workshopRefusalWords } from '$lib/content/workshop-refusals';
import type { WorkshopRefusal } from '$lib/domain/workshop/refusal';
import { aliasSchema } from '$lib/domain/workshop/new-workshop';
import { joinWorkshop, returnToSeat } from '$lib/server/use-cases/join-workshop';
import { lookAtJoinCode } from '$lib/server/use-cases/look-at-join-code';
import { showPart } from '$lib/server/use-cases/show-part';
import { keepSeat, statusOf, seatOf, workshopPath } from '$lib/server/workshop-requests';
import * as m from '$lib/paraglide/messages';
import type { Typed } from '$lib/components/workshop/participant/typed';
import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	// A page with somebody's answers on it is kept nowhere between here and its reader.
	event.setHeaders({ 'cache-control': 'private, no-store' });
	const context = await event.locals.context();
	const seat = seatOf(event, event.params.id);
	const shown = seat && (await showPart(context, seat));
	if (shown?.refusal === null) return { id: event.params.id, part: shown.part, door: null };

	const code = event.url.searchParams.get('code');
	const looked =
		code === null ? null : await lookAtJoinCode(context, { code, address: addressOf(event) });
	if (code === null || looked?.refusal !== null)
		return { id: event.params.id, part: null, door: null };
	const { workshopId, ...door } = looked.door;
	if (workshopId !== event.params.id)
		redirect(303, `${workshopPath(workshopId)}${event.url.search}`);
	return { id: event.params.id, part: null, door: { ...door, code } };
};

export const actions: Actions = {
	join: async (event) => {
		const form = await event.request.formData();
		const [code, typed] = [textOf(form, 'code'), textOf(form, 'alias')];
		const alias = aliasSchema.safeParse(typed);
		if (!alias.success)
			return fail<Typed>(422, {
				alias: typed,
				problem: m.workshop_join_alias_too_long(),
				at: 'alias'
			});

		const joined = await joinWorkshop(await event.locals.context(), {
			code,
			alias: alias.data,
			seat: seatOf(event, event.params.id)?.seat,
			address: addressOf(event)
		});
		if (joined.refusal !== null) return refused(joined.refusal, { alias: typed, at: 'join' });
		return enter(event, joined);
	},

	return: async (event) => {
		const recoveryCode = textOf(await event.request.formData(), 'recoveryCode');
		const back = await returnToSeat(await event.locals.context(), {
			workshopId: event.params.id,
			recoveryCode,
			address: addressOf(event)
		});
		if (back.refusal !== null) return refused(back.refusal, { recoveryCode, at: 'recovery' });
		return enter(event, back);
	}
};

function enter(event: RequestEvent, seat: { workshopId: string; seat: string }): never {
	keepSeat(event.cookies, seat, event.url.protocol === 'https:');
	redirect(303, workshopPath(seat.workshopId));
}

function refused(refusal: WorkshopRefusal, typed: Omit<Typed, 'problem'>) {
	const problem = workshopRefusalWords(refusal);
	return fail<Typed>(statusOf(refusal), { ...typed, problem });
}

function textOf(form: FormData, name: string): string {
	return String(form.get(name) ?? '');
}

function addressOf(event: Pick<RequestEvent, 'getClientAddress'>): string {
	return event.getClientAddress();
}
