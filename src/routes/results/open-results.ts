import type { Branding } from '$lib/domain/branding/branding';
import { roundProgress, type RoundProgress } from '$lib/domain/round/progress';
import type { Round } from '$lib/domain/round/round';
import type { Told } from '$lib/domain/workshop/told';
import type { Results } from '$lib/domain/results/results';
import type { Context } from '$lib/server/context';
import * as sheets from '$lib/server/repositories/sheets';
import { lookAtResultsLink } from '$lib/server/use-cases/look-at-results-link';
import { showTold } from '$lib/server/use-cases/show-told';
import { showResults } from '$lib/server/use-cases/show-results';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { refuse } from '../rounds/refuse';

/** More of one group would make a page of megabytes; a file has all of them. */
export const MOST_COMMENTS = 200;

interface Opened {
	key: string;
	round: Pick<Round, 'organization' | 'closesOn' | 'answersDeletedOn'>;
	results: Results;
	branding: Branding;
	/** Reads what the workshops of the round have told: only the page and the report of the whole say it. */
	tell: () => Promise<Told>;
}
interface NotClosed {
	key: string;
	round: Pick<Round, 'organization' | 'closesOn'>;
	results: null;
	/** Null before the round has opened. */
	progress: RoundProgress | null;
}
type ResultsEvent = Pick<RequestEvent<{ key: string }>, 'locals' | 'params' | 'setHeaders'>;

/** The results behind the link in the address, or when they come. Any other answer ends the request in words. */
export async function openResults({
	locals,
	params: { key },
	setHeaders
}: ResultsEvent): Promise<Opened | NotClosed> {
	// A page with a key in its address is kept nowhere between here and its reader.
	setHeaders({ 'cache-control': 'private, no-store' });
	const context = await locals.context();
	const shown = await showResults(context, key);
	if (shown.refusal === 'still-open') {
		const { organization, closesOn } = shown;
		const progress = await progressOf(context, key);
		return { key, round: { organization, closesOn }, results: null, progress };
	}
	if (shown.refusal !== null) refuse(shown.refusal);

	const { round, results, branding } = shown;
	const { organization, closesOn, answersDeletedOn } = round;
	return {
		key,
		round: { organization, closesOn, answersDeletedOn },
		results,
		branding,
		tell: () => showTold(context, round)
	};
}

/** The same for pages that there are only after closing: before it, they lead to the one that says when. */
export async function openClosedResults(event: ResultsEvent): Promise<Opened> {
	const opened = await openResults(event);
	if (!opened.results) redirect(307, `/results/${event.params.key}`);
	return opened;
}

async function progressOf(context: Context, key: string): Promise<RoundProgress | null> {
	const view = await lookAtResultsLink(context, key);
	if (view.refusal !== null || view.phase === 'draft') return null;
	const { round, teams } = view;
	return roundProgress(
		round.contract,
		teams,
		await sheets.countFinished(context.db.read, round.id)
	);
}
