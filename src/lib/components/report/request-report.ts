import type { Sheet } from '$lib/domain/sheet';

export interface ReportRequest {
	sheet: Sheet;
	paper: 'a4' | 'letter';
	earlier?: readonly Sheet[];
}

/** Why there is no report; whatever it is, nothing on the device is lost. */
export type ReportProblem =
	| { kind: 'offline' }
	| { kind: 'busy'; seconds: number | null }
	| { kind: 'refused'; reason: string }
	| { kind: 'failed'; status: number };

export type ReportAnswer = { ok: true; file: Blob } | { ok: false; problem: ReportProblem };

/** Asks the server for the report. The one time that answers leave the device; the server keeps nothing. */
export async function requestReport(
	request: ReportRequest,
	send: typeof fetch = fetch
): Promise<ReportAnswer> {
	try {
		const response = await send('/api/v1/report.pdf', {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/pdf' },
			body: JSON.stringify(request)
		});
		if (isReport(response)) return { ok: true, file: await response.blob() };
		return { ok: false, problem: await problemOf(response) };
	} catch {
		return { ok: false, problem: { kind: 'offline' } };
	}
}

function isReport({ ok, headers }: Response): boolean {
	return ok && (headers.get('content-type') ?? '').startsWith('application/pdf');
}

async function problemOf(response: Response): Promise<ReportProblem> {
	const { status } = response;
	if (status === 503 || status === 429) {
		return { kind: 'busy', seconds: secondsToWait(response.headers.get('retry-after')) };
	}
	const reason = status === 413 || status === 422 ? await reasonIn(response) : undefined;
	return reason ? { kind: 'refused', reason } : { kind: 'failed', status };
}

/** Retry-After may also be a date; then there is nothing short to say. */
function secondsToWait(header: string | null): number | null {
	const seconds = header === null || header.trim() === '' ? NaN : Number(header);
	return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}

async function reasonIn(response: Response): Promise<string | undefined> {
	const body: unknown = await response.json().catch(() => undefined);
	const { error } = (body ?? {}) as { error?: { message?: unknown } };
	return typeof error?.message === 'string' && error.message !== '' ? error.message : undefined;
}
