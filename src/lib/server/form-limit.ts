import { LOGO_LIMIT } from '../domain/branding/branding.ts';
import { FILE_LIMIT } from '../domain/import/file-limit.ts';
import { readWithin } from './api/read-within.ts';

/** What fingers can type into any form, many times over. */
const ORDINARY = 64 * 1024;
/** Ten thousand pasted teams come in, and are told in words that they are too many. */
const TEAM_LIST = 4 * 1024 * 1024;
/** A file, written out as a field of a form for a page without scripts, and names and columns around it. */
const FILE = 3 * FILE_LIMIT;
/** A logo that is far too large comes in, and is told in words that it is. */
const LOGO = 8 * LOGO_LIMIT;

const limits: Record<string, number> = {
	'/rounds/new': TEAM_LIST,
	'/rounds/[key]/edit': TEAM_LIST,
	'/rounds/[key]/branding': LOGO,
	'/rounds/[key]/import': FILE,
	'/rounds/[key]/import/refusals.csv': FILE
};
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

interface FormEvent {
	request: Request;
	route: { id: string | null };
}

/** The most bytes that a form at this address may send. */
export function formLimit(routeId: string | null): number {
	return limits[routeId ?? ''] ?? ORDINARY;
}

/** Whether a form sends more than its address takes; one that does not say how long it is gets read here. */
export async function isFormTooLarge(event: FormEvent): Promise<boolean> {
	const { request, route } = event;
	if (request.method !== 'POST' || !FORM_TYPE.test(request.headers.get('content-type') ?? ''))
		return false;
	const limit = formLimit(route.id);
	const claimed = request.headers.get('content-length');
	if (claimed !== null && Number(claimed) <= limit) return false;

	const bytes = await readWithin(request, limit);
	if (bytes === null) return true;
	const { url, method, headers } = request;
	event.request = new Request(url, { method, headers, body: bytes });
	return false;
}
