import { apiWords } from '$lib/content/api-words';
import type { Branding } from '$lib/domain/branding/branding';
import { dayOf } from '$lib/domain/round/round';
import type { GroupView, Results } from '$lib/domain/results/results';
import type { Told } from '$lib/domain/workshop/told';
import { fileAnswer } from '$lib/server/api/file-answer';
import { groupReportFile } from '$lib/server/report/group-report-file';
import { error, type RequestEvent } from '@sveltejs/kit';

interface Wish {
	results: Results;
	branding: Branding;
	/** One of its teams; null for the organization. */
	team: GroupView | null;
	/** What the round's workshops have told; only in the organization's report. */
	told?: Told | null;
}
type ReportEvent = Pick<RequestEvent, 'locals' | 'setHeaders' | 'url'>;

/** A report as a file to save, on the paper that the address asks for; any refusal ends the request in words. */
export async function answerReport(
	{ locals, setHeaders, url }: ReportEvent,
	{ results, branding, team, told = null }: Wish
): Promise<Response> {
	// The day of the round and not today: the same publication gives the same bytes.
	const day = results.closedOn ?? dayOf((await locals.context()).now());
	const paper = url.searchParams.get('paper') === 'letter' ? 'letter' : 'a4';
	const made = await groupReportFile(locals.reports, { results, team, told, day, paper, branding });
	if (made.ok) return fileAnswer(made.pdf, made.name, 'application/pdf');

	const isUnprintable = made.refusal === 'unprintable' || made.refusal === 'too-large';
	if (isUnprintable) error(422, apiWords.unprintable());
	setHeaders({ 'retry-after': '5' });
	error(503, apiWords[made.refusal === 'too-slow' ? 'too-slow' : 'busy']());
}
