import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { GroupReport } from '../../domain/report/group-report.ts';
import * as m from '../../paraglide/messages.js';
import { section, small, type ReportSection } from './document.ts';

/** Fewer teams than this are found at a glance. */
const FEWEST = 17;
/** More begin on a page of their own, so that their columns go down it once. */
const FEW = 60;
/** As many as the table of teams has lines. */
export const MOST_TEAMS = 1000;

/** What the index calls a team's picture, by its place in the organizer's order. */
export function plateId(at: number): string {
	return `plate-${at}`;
}

/** What the index calls a team's line in the table of all teams. */
export function rowId(at: number): string {
	return `row-${at}`;
}

/** Teams in the order of the alphabet, each with the pages that show it; nothing for a few teams. */
export function indexSections({ locale }: Instrument, { teams }: GroupReport): ReportSection[] {
	if (teams.length < FEWEST) return [];
	const { compare } = new Intl.Collator(locale, { numeric: true });
	const entries = teams
		.slice(0, MOST_TEAMS)
		.map(({ name }, at) => ({ name, leadsTo: [plateId(at), rowId(at)] }))
		.sort((a, b) => compare(a.name, b.name));
	return [
		{
			...section(m.group_report_index_heading(), [
				small(m.group_report_index_note()),
				{ kind: 'index', entries }
			]),
			id: 'index',
			startsPage: entries.length > FEW
		}
	];
}
