import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { PersonReport } from '../../domain/report/person-report.ts';
import type { Sheet } from '../../domain/sheet.ts';
import * as m from '../../paraglide/messages.js';
import { headline } from '../headline.ts';
import {
	section,
	text,
	type Paper,
	type ReportBlock,
	type ReportDocument,
	type ReportSection
} from './document.ts';
import { aboutBlocks, personMethodColumns } from './method.ts';
import { dayWords, formWords, isOutside, isShown, shortened } from './names.ts';
import { changeBlock, radarBlock, scoresBlock, spectrumBlock } from './person-charts.ts';
import {
	act,
	balanceBlocks,
	changeWords,
	clearBlocks,
	notSureBlocks,
	standing,
	sureness
} from './person-findings.ts';
import { tableSections } from './person-tables.ts';

interface PersonDocumentInput {
	instrument: Instrument;
	report: PersonReport;
	/** What the person answered, for whoever wants to recompute the report. */
	earlier: readonly Sheet[];
	paper: Paper;
}

const LENSES = {
	member: m.report_lens_member,
	leader: m.report_lens_leader,
	customer: m.report_lens_customer,
	partner: m.report_lens_partner
};

/** One person's report in words, for one or two pages and the tables behind them. */
export function personDocument({
	instrument,
	report,
	earlier,
	paper
}: PersonDocumentInput): ReportDocument {
	const { sheet } = report;
	const day = dayWords(sheet.day, instrument.locale);
	const title = titleOf(sheet);
	return {
		language: instrument.locale,
		paper,
		title,
		subject: m.report_subject({ day }),
		keywords: [m.common_name(), m.report_personal(), instrument.edition],
		day: sheet.day,
		brand: m.common_name(),
		runningHead: m.report_running_head({ title: shortened(title), day }),
		pageNumber: m.report_page({ page: '{page}', pages: '{pages}' }),
		footer: m.common_footer(),
		name: sheet.organization,
		facts: [
			LENSES[sheet.lens](),
			day,
			m.report_edition({ edition: instrument.edition, form: formWords(sheet.form) })
		],
		heading: headline(sheet, report.score),
		lead: [sureness(instrument, report)],
		blocks: [
			spectrumBlock(report),
			...coverBlocks(instrument, report),
			...findings(instrument, report),
			...tableSections(instrument, report),
			section(m.report_method_heading(), [
				{
					kind: 'columns',
					columns: personMethodColumns(instrument, report.moments.length > 0)
				}
			])
		],
		data: {
			name: m.report_data_name({ day: sheet.day }),
			description: m.report_data_description(),
			json: JSON.stringify(
				{
					instrument: instrument.id,
					edition: instrument.edition,
					sheet,
					earlier,
					scores: report.score
				},
				null,
				'\t'
			)
		}
	};
}

function titleOf({ lens, organization }: Sheet): string {
	const title = isOutside(lens) ? m.report_title_outside() : m.report_title();
	return organization ? m.report_title_of({ title, organization }) : title;
}

/** A name to save the report under. */
export function personFileName({ organization, day }: Sheet): string {
	if (!organization) return m.report_file_name_plain({ day });
	return m.report_file_name({ organization, day });
}

/** The first step beside the shape of the profile, and the profile line by line where the form gives one. */
function coverBlocks(instrument: Instrument, report: PersonReport): ReportBlock[] {
	const first = act(instrument, report);
	if (!report.score.dimensions.some(isShown)) return [first];
	return [
		{
			kind: 'beside',
			left: [first, ...standing(instrument, report)],
			right: [radarBlock(instrument, report)]
		},
		scoresBlock(instrument, report)
	];
}

function findings(instrument: Instrument, report: PersonReport): ReportBlock[] {
	const { clearest, moments } = report;
	const left = [
		...(hasBalance(report)
			? [section(m.report_balance_heading(), balanceBlocks(instrument, report))]
			: []),
		section(m.report_not_sure_heading(), notSureBlocks(instrument, report))
	];
	const right = [section(m.report_about_heading(), aboutBlocks(m.report_about_one()))];
	return [
		{
			...section(m.report_clear_heading(), clearBlocks(instrument, report)),
			startsPage: clearest.length > 0
		},
		...(moments.length > 0 ? [changeSection(instrument, report)] : []),
		{ kind: 'columns', columns: [left, right] }
	];
}

/** Told to people inside, where the form asks both sides of it and there is anything to compare. */
function hasBalance({ sheet, score, balance }: PersonReport): boolean {
	if (isOutside(sheet.lens)) return false;
	const asked = score.dimensions.filter(({ missing }) => missing !== 'not-asked');
	const isAsked = ['outside-in', 'give-and-get'].every((id) =>
		asked.some(({ dimension, isPointer }) => dimension === id && !isPointer)
	);
	return balance !== null || (isAsked && score.overall.score !== null);
}

function changeSection(instrument: Instrument, report: PersonReport): ReportSection {
	return section(m.report_change_heading(), [
		{
			kind: 'beside',
			left: [text(changeWords(instrument, report))],
			right: [changeBlock(instrument, report)]
		}
	]);
}
