import type { Contract } from '../../domain/publication/contract.ts';
import { firstComments, type CommentsView } from '../../domain/results/comment-views.ts';
import * as m from '../../paraglide/messages.js';
import { wordsForKeptComments } from '../publication-words.ts';
import { section, small, text, tied, type ReportBlock, type ReportSection } from './document.ts';

/** What a report quotes, and of whom. */
export interface ReportComments {
	/** With the name that it goes by where there is more than one group. */
	groups: (CommentsView & { name: string })[];
	/** Of a single team. */
	isOfTeam: boolean;
	contract: Pick<Contract, 'k'>;
}

/** More in one group would be a book; the file of comments has all. */
const MOST_QUOTED = 100;

/** What people added in their own words, in a section apart from all scores. */
export function commentSections({ groups, isOfTeam, contract }: ReportComments): ReportSection[] {
	if (groups.length === 0) return [];
	const isAnyShown = groups.some(({ kept }) => kept === null);
	const how = isOfTeam ? m.results_comments_text_team() : m.results_comments_text();
	const blocks = groups.flatMap(({ name, ...view }) => {
		const own = commentBlocks(view, contract);
		return groups.length > 1 ? [section(name, own)] : own;
	});
	const heading = m.results_comments_heading();
	const all = section(heading, [...(isAnyShown ? [tied(text(how))] : []), ...blocks]);
	// On pages of their own, where no score is near.
	return [{ ...all, startsPage: isAnyShown }];
}

function commentBlocks(view: CommentsView, contract: Pick<Contract, 'k'>): ReportBlock[] {
	if (view.kept) return [text(wordsForKeptComments(view.kept, contract))];
	const [{ texts, count }] = firstComments([view], MOST_QUOTED) as [CommentsView];
	return [
		{ kind: 'quotes', items: [...texts] },
		...(count > texts.length ? [small(m.results_comments_cut({ shown: texts.length, count }))] : [])
	];
}
