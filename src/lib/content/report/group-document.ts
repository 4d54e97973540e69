import { PLAIN, type Branding } from '../../domain/branding/branding.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { GroupReport } from '../../domain/report/group-report.ts';
import type { Told } from '../../domain/workshop/told.ts';
import * as m from '../../paraglide/messages.js';
import { commentSections, type ReportComments } from './comment-sections.ts';
import {
	section,
	type Paper,
	type ReportBlock,
	type ReportBranding,
	type ReportDocument,
	type ReportSection
} from './document.ts';
import { groupRadarBlock, groupScoresBlock, groupSpectrumBlock } from './group-charts.ts';
import { groupAct, groupHeadline, groupSureness, inShort } from './group-findings.ts';
import { indexSections } from './group-index.ts';
import { hasDimensions, isHidden, peopleWords, SEEN_BY } from './group-names.ts';
import { promiseSections } from './group-room.ts';
import { findingSections, smallPrint, talkSection } from './group-sections.ts';
import { groupTableSections } from './group-tables.ts';
import { groupMethodColumns } from './method.ts';
import { dayWords, formWords, shortened } from './names.ts';
import { toldSections } from './told-sections.ts';

interface GroupDocumentInput {
	instrument: Instrument;
	report: GroupReport;
	paper: Paper;
	branding?: Branding;
	/** What the round's workshops have told; apart from all scores. */
	told?: Told | null;
	/** What people added in their own words; likewise. */
	comments?: ReportComments | null;
}

/** The report of an organization or a team in words: a cover, the findings, and the tables behind them. */
export function groupDocument({
	instrument,
	report,
	paper,
	branding = PLAIN,
	told = null,
	comments = null
}: GroupDocumentInput): ReportDocument {
	const day = dayWords(report.day, instrument.locale);
	const title = titleOf(report);
	const sections = isHidden(report) ? [talkSection()] : findingSections(instrument, report);
	return {
		language: instrument.locale,
		paper,
		title,
		subject: report.within ? m.group_report_subject_team({ day }) : m.group_report_subject({ day }),
		keywords: [
			m.common_name(),
			report.within ? m.group_report_keyword_team() : m.group_report_keyword(),
			instrument.edition
		],
		day: report.day,
		brand: m.common_name(),
		runningHead: m.report_running_head({ title: shortened(title), day }),
		pageNumber: m.report_page({ page: '{page}', pages: '{pages}' }),
		footer: m.common_footer(),
		name: report.name,
		facts: factsOf(instrument, report, day),
		heading: groupHeadline(report),
		lead: [isHidden(report) ? m.results_team_hidden_text() : groupSureness(report)],
		blocks: [
			groupSpectrumBlock(report),
			...coverBlocks(instrument, report, sections),
			...sections,
			...promiseSections(instrument, report),
			...(told ? toldSections(instrument, told, report.smallest) : []),
			...(comments ? commentSections(comments) : []),
			...smallPrint(instrument, report),
			...(isHidden(report) ? [] : appendix(instrument, report))
		],
		branding: brandingOf(branding, report),
		data: {
			name: m.group_report_data_name({ day: report.day }),
			description: m.group_report_data_description(),
			json: JSON.stringify(
				{ instrument: instrument.id, edition: instrument.edition, report },
				null,
				'\t'
			)
		}
	};
}

function brandingOf({ accent, logo }: Branding, { name, within }: GroupReport): ReportBranding {
	const organization = within ? within.whole.name : name;
	return { accent, logo: logo && { ...logo, alt: m.branding_logo_alt({ organization }) } };
}

function titleOf({ name, within }: GroupReport): string {
	if (within) return m.group_report_title_of({ name: `${name}, ${within.whole.name}` });
	return name ? m.group_report_title_of({ name }) : m.group_report_title();
}

function factsOf(instrument: Instrument, report: GroupReport, day: string): string[] {
	const { whole, teams, within, lens, form } = report;
	return [
		...(within ? [within.whole.name] : []),
		peopleWords(instrument, whole),
		...(teams.length > 0 ? [m.group_report_teams({ count: teams.length })] : []),
		SEEN_BY[lens](),
		day,
		m.report_edition({ edition: instrument.edition, form: formWords(form) })
	];
}

/** What to do first beside the shape of the profile, and the profile line by line where the form gives one. */
function coverBlocks(
	instrument: Instrument,
	report: GroupReport,
	sections: readonly ReportSection[]
): ReportBlock[] {
	const there = new Set(sections.flatMap(({ id }) => id ?? []));
	const left = [groupAct(instrument, report), ...inShort(instrument, report, there)];
	if (!hasDimensions(report)) return left;
	return [
		{ kind: 'beside', left, right: [groupRadarBlock(instrument, report)] },
		groupScoresBlock(instrument, report)
	];
}

/** How the numbers come about, and all of them. */
function appendix(instrument: Instrument, report: GroupReport): ReportBlock[] {
	const columns = groupMethodColumns(instrument, report.fidelity !== null);
	return [
		section(m.report_method_heading(), [{ kind: 'columns', isWhole: true, columns }]),
		...groupTableSections(instrument, report),
		...indexSections(instrument, report)
	];
}
