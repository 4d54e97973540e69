import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { GroupReport, ReportPromise } from '../../domain/report/group-report.ts';
import * as m from '../../paraglide/messages.js';
import { dimensionWords } from '../recap-words.ts';
import { section, small, type ReportSection, type TableBlock } from './document.ts';
import { dayWords } from './names.ts';

const NOTHING = '–';

/** What rooms want to do: in the report of an organization, team by team. */
export function promiseSections(
	instrument: Instrument,
	{ promises, within }: GroupReport
): ReportSection[] {
	if (promises.length === 0) return [];
	const ofMany = within === null && new Set(promises.map(({ team }) => team)).size > 1;
	return [
		{
			...section(m.group_report_promises_heading(), [
				promisesTable(instrument, promises, ofMany),
				small(m.group_report_promises_note())
			]),
			id: 'promises'
		}
	];
}

type Column = [label: string, share: number, say: (promise: ReportPromise) => string];

function promisesTable(
	instrument: Instrument,
	promises: readonly ReportPromise[],
	ofMany: boolean
): TableBlock {
	const whose: Column = [m.group_report_table_team(), 26, ({ team }) => team];
	const columns: Column[] = [
		...(ofMany ? [whose] : []),
		[m.group_report_promises_what(), 52, ({ words }) => words],
		[m.group_report_promises_serves(), 46, ({ serves }) => serves],
		[m.group_report_table_measure(), 24, ({ dimension }) => dimensionWords(instrument, dimension)],
		[
			m.group_report_promises_due(),
			22,
			({ dueOn }) => (dueOn ? dayWords(dueOn, instrument.locale) : NOTHING)
		]
	];
	return {
		kind: 'table',
		columns: columns.map(([label, share]) => ({ label, align: 'start', share })),
		rows: promises.map((promise) => columns.map(([, , say]) => say(promise)))
	};
}
