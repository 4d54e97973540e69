import { json, type Cookies, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { refusalWords, type Refusal } from '../content/round-refusals.ts';
import { isWorkshopRefusal, workshopRefusalWords } from '../content/workshop-refusals.ts';
import type { WorkshopRefusal } from '../domain/workshop/refusal.ts';
import { readSeatCode } from '../domain/workshop/join-code.ts';
import type { RecapDoor, Seat } from './access/workshop-access.ts';
import type { Context } from './context.ts';
import { readJson } from './api/read-json.ts';
import { refusalStatus } from './refusal-status.ts';
import { showRecap } from './use-cases/show-recap.ts';

const COOKIE = 'seat';
/** A team that meets again in a year still finds its recap. */
const COOKIE_SECONDS = 400 * 24 * 60 * 60;
const BODY_BYTES = 32 * 1024;

const statuses: Partial<Record<WorkshopRefusal, number>> = {
	'no-such-workshop': 404,
	'no-such-code': 404,
	'no-such-seat': 404,
	'no-such-promise': 404,
	'no-such-text': 404,
	'not-in-this-room': 403,
	'not-the-owner': 403,
	'workshop-ended': 410,
	'too-many-tries': 429,
	'too-many-writes': 429,
	'too-many-created': 429,
	'not-understood': 400,
	'too-large': 413,
	'too-few-for-numbers': 422,
	'unknown-dimension': 422,
	'unknown-form': 422,
	'kept-too-short': 422,
	'no-previous': 422
};

export function statusOf(refusal: WorkshopRefusal): number {
	return statuses[refusal] ?? 409;
}

/** The answer to whoever was refused: the code for the page, the words for its person. */
export function refused(refusal: WorkshopRefusal, problems?: object): Response {
	const body = { refusal, message: workshopRefusalWords(refusal), ...(problems && { problems }) };
	return json(body, { status: statusOf(refusal), headers: noStore });
}

/** The same for refusals that may come from the round of the workshop. */
export function refusedByRound(refusal: WorkshopRefusal | Refusal): Response {
	if (isWorkshopRefusal(refusal)) return refused(refusal);
	const body = { refusal, message: refusalWords(refusal) };
	return json(body, { status: refusalStatus(refusal), headers: noStore });
}

/** An answer that belongs to one person: no cache on the way may keep it. */
export function done(body: object = {}): Response {
	return json({ refusal: null, ...body }, { headers: noStore });
}

const noStore = { 'cache-control': 'no-store' };

/** Reads and checks a body once, or answers why it cannot be used. */
export async function readBody<Body>(
	{ request }: Pick<RequestEvent, 'request'>,
	schema: z.ZodType<Body>
): Promise<{ body: Body } | { response: Response }> {
	const read = await readJson(request, schema, BODY_BYTES);
	if (read.ok) return { body: read.value };
	const refusal = read.code === 'too-large' ? 'too-large' : 'not-understood';
	return { response: refused(refusal, read.problems) };
}

/** The seat that this device has in the workshop of this address; null for somebody who has not joined. */
export function seatOf(
	{ cookies }: Pick<RequestEvent, 'cookies'>,
	workshopId: string
): Seat | null {
	const seat = readSeatCode(cookies.get(COOKIE) ?? '');
	return seat ? { workshopId, seat } : null;
}

/** Keeps the seat on this device, for the pages of its workshop only. */
export function keepSeat(cookies: Cookies, { workshopId, seat }: Seat, isSecure: boolean): void {
	cookies.set(COOKIE, seat, {
		path: workshopPath(workshopId),
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure,
		maxAge: COOKIE_SECONDS
	});
}

/** Where somebody takes part. */
export function workshopPath(workshopId: string): string {
	return `/workshops/${workshopId}`;
}

/** The newest view that a page has already, when its stream comes back. */
export function lastSeen({ request, url }: Pick<RequestEvent, 'request' | 'url'>): string | null {
	return request.headers.get('last-event-id') ?? url.searchParams.get('seen');
}

type Work<T> = (context: Context, seat: Seat, body: T) => Promise<Response>;

/** A participant's write: their seat, a pace that fingers can keep, a body that was checked. */
export function asParticipant<Body>(schema: z.ZodType<Body>, work: Work<Body>) {
	return async (event: RequestEvent<{ id: string }>): Promise<Response> => {
		const seat = seatOf(event, event.params.id);
		if (!seat) return refused('not-in-this-room');
		const context = await event.locals.context();
		if (!context.limits.mayWrite(seat.seat)) return refused('too-many-writes');
		const read = await readBody(event, schema);
		return 'response' in read ? read.response : work(context, seat, read.body);
	};
}

type Driving<T> = (context: Context, token: string, body: T) => Promise<Response>;

/** The same for whoever facilitates. */
export function asFacilitator<Body>(schema: z.ZodType<Body>, work: Driving<Body>) {
	return async (event: RequestEvent<{ token: string }>): Promise<Response> => {
		const { token } = event.params;
		const context = await event.locals.context();
		if (!context.limits.mayWrite(token)) return refused('too-many-writes');
		const read = await readBody(event, schema);
		return 'response' in read ? read.response : work(context, token, read.body);
	};
}

/** Done, or refused: for writes that have nothing else to say. */
export function outcome(refusal: WorkshopRefusal | null): Response {
	return refusal === null ? done() : refused(refusal);
}

/** The recap for programs; before the workshop ends there is none. */
export async function recapAnswer(context: Context, door: RecapDoor | null): Promise<Response> {
	if (!door) return refused('not-in-this-room');
	const shown = await showRecap(context, door);
	if (shown.refusal !== null) return refused(shown.refusal);
	return shown.recap ? done({ recap: shown.recap }) : refused('not-ended-yet');
}
