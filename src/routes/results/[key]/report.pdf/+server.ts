import { apiWords } from '$lib/content/api-words';
import { holoscope } from '$lib/content/instruments';
import { groupDocument } from '$lib/content/report/group-document';
import * as m from '$lib/paraglide/messages';
import { reportOfResults } from '$lib/domain/report/report-of-results';
import { dayOf } from '$lib/domain/round/round';
import { fileAnswer } from '$lib/server/api/file-answer';
import { error } from '@sveltejs/kit';
import { openClosedResults } from '../../open-results';
import type { RequestHandler } from './$types';

/** The organization's report, made from the same publication as the page. */
export const GET: RequestHandler = async (event) => {
	const { results } = await openClosedResults(event);
	// The day of the round and not today: the same publication gives the same bytes.
	const day = results.closedOn ?? dayOf((await event.locals.context()).now());
	const paper = event.url.searchParams.get('paper') === 'letter' ? 'letter' : 'a4';

	const made = await event.locals.reports.render(
		groupDocument({ instrument: holoscope, report: reportOfResults(results, day), paper })
	);
	if (!made.ok) {
		const isUnprintable = made.refusal === 'unprintable' || made.refusal === 'too-large';
		if (isUnprintable) error(422, apiWords.unprintable());
		event.setHeaders({ 'retry-after': '5' });
		error(503, apiWords[made.refusal === 'too-slow' ? 'too-slow' : 'busy']());
	}
	const { organization } = results;
	const name = m.results_report_name({ organization, day });
	return fileAnswer(made.pdf, name, 'application/pdf');
};
