import { apiWords } from '$lib/content/api-words';
import { instrumentOf } from '$lib/content/instruments';
import { recapDocument } from '$lib/content/report/recap-document';
import { workshopRefusalWords } from '$lib/content/workshop-refusals';
import * as m from '$lib/paraglide/messages';
import type { RecapDoor } from '$lib/server/access/workshop-access';
import { fileAnswer } from '$lib/server/api/file-answer';
import { statusOf } from '$lib/server/workshop-requests';
import { showRecap } from '$lib/server/use-cases/show-recap';
import { error, type RequestEvent } from '@sveltejs/kit';

const RETRY_AFTER_SECONDS = '5';

/** The recap on paper, from the same publications as its page. Any other answer ends the request in words. */
export async function recapFile(
	{ locals, setHeaders, url }: Pick<RequestEvent, 'locals' | 'setHeaders' | 'url'>,
	door: RecapDoor | null
): Promise<Response> {
	if (!door) error(statusOf('not-in-this-room'), workshopRefusalWords('not-in-this-room'));
	const shown = await showRecap(await locals.context(), door);
	if (shown.refusal !== null) error(statusOf(shown.refusal), workshopRefusalWords(shown.refusal));
	const { recap } = shown;
	if (!recap) error(statusOf('not-ended-yet'), workshopRefusalWords('not-ended-yet'));

	const paper = url.searchParams.get('paper') === 'letter' ? 'letter' : 'a4';
	const instrument = instrumentOf(recap);
	const made = await locals.reports.render(recapDocument({ instrument, recap, paper }));
	if (!made.ok) {
		if (made.refusal === 'unprintable' || made.refusal === 'too-large')
			error(422, apiWords.unprintable());
		setHeaders({ 'retry-after': RETRY_AFTER_SECONDS });
		error(503, apiWords[made.refusal === 'too-slow' ? 'too-slow' : 'busy']());
	}
	const name = m.recap_report_file({ team: recap.team, day: recap.heldOn });
	return fileAnswer(made.pdf, name, 'application/pdf');
}
