import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { GroupReport } from '../../domain/report/group-report.ts';
import * as m from '../../paraglide/messages.js';
import { openersFor } from '../practices.ts';
import { wordsForHidden } from '../publication-words.ts';
import type { Paper, ReportBlock, ReportDocument, ReportSection } from './document.ts';
import { changeBlocks, withinWords } from './group-beside.ts';
import {
	groupRadarBlock,
	groupScoresBlock,
	groupSpectrumBlock,
	platesBlocks
} from './group-charts.ts';
import {
	agreementBlocks,
	carelessWords,
	fidelityBlocks,
	gapLines,
	groupAct,
	groupBalanceBlocks,
	groupHeadline,
	groupSureness,
	inShort,
	needsBlocks,
	teamClosenessBlocks
} from './group-findings.ts';
import { hasDimensions, isHidden, LENSES, listed, peopleWords, SEEN_BY } from './group-names.ts';
import { groupTableSections, lensesTable, outcomesTable, polesTable } from './group-tables.ts';
import { aboutBlocks, groupMethodColumns } from './method.ts';
import { dayWords, formWords, shortened } from './names.ts';

interface GroupDocumentInput {
	instrument: Instrument;
	report: GroupReport;
	paper: Paper;
}

/** The report of an organization or a team in words: a cover, the findings, and the tables behind them. */
export function groupDocument({ instrument, report, paper }: GroupDocumentInput): ReportDocument {
	const day = dayWords(report.day, instrument.locale);
	const title = titleOf(report);
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
			...coverBlocks(instrument, report),
			...(isHidden(report) ? [talkSection()] : findings(instrument, report)),
			...asides(instrument, report),
			...(isHidden(report) ? [] : appendix(instrument, report))
		],
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

function titleOf({ name, within }: GroupReport): string {
	if (within) return m.group_report_title_of({ name: `${name}, ${within.name}` });
	return name ? m.group_report_title_of({ name }) : m.group_report_title();
}

function factsOf(instrument: Instrument, report: GroupReport, day: string): string[] {
	const { whole, teams, within, lens, form } = report;
	return [
		...(within ? [within.name] : []),
		peopleWords(instrument, whole),
		...(teams.length > 0 ? [m.group_report_teams({ count: teams.length })] : []),
		SEEN_BY[lens](),
		day,
		m.report_edition({ edition: instrument.edition, form: formWords(form) })
	];
}

/** What to do first beside the shape of the profile, and the profile line by line where the form gives one. */
function coverBlocks(instrument: Instrument, report: GroupReport): ReportBlock[] {
	const left = [groupAct(instrument, report), ...inShort(instrument, report)];
	if (!hasDimensions(report)) return left;
	return [
		{ kind: 'beside', left, right: [groupRadarBlock(instrument, report)] },
		groupScoresBlock(instrument, report)
	];
}

function findings(instrument: Instrument, report: GroupReport): ReportSection[] {
	const poles = polesTable(instrument, report);
	const agreement = agreementBlocks(instrument, report);
	const teamCloseness = teamClosenessBlocks(instrument, report);
	return [
		{
			...section(m.group_report_needs_heading(), needsBlocks(instrument, report)),
			startsPage: hasDimensions(report)
		},
		...(poles && hasDimensions(report) ? [section(m.group_report_poles_heading(), [poles])] : []),
		...(agreement.length + teamCloseness.length > 0
			? [section(m.group_report_agreement_heading(), [...agreement, ...teamCloseness])]
			: []),
		...(report.fidelity
			? [
					section(m.group_report_fidelity_heading(), [
						...fidelityBlocks(instrument, report.fidelity),
						...platesBlocks(instrument, report)
					])
				]
			: []),
		...(report.within
			? [section(m.group_report_within_heading(), texts(withinWords(report.within)))]
			: []),
		...(report.lenses.length > 0 ? [lensesSection(instrument, report)] : []),
		...(report.whole.outcomes.length > 0 ? [outcomesSection(instrument, report)] : []),
		...(report.changes.length > 0
			? [section(m.results_change_eyebrow(), changeBlocks(instrument, report))]
			: [])
	];
}

/** What else a team without numbers can begin with: the first stands on the cover. */
function talkSection(): ReportSection {
	return section(m.group_report_talk_heading(), [
		{ kind: 'text', text: m.results_team_hidden_talk() },
		...openersFor('member')
			.slice(1)
			.map(({ title, doing }) => section(title, [{ kind: 'text', text: doing }]))
	]);
}

/** How the numbers come about, and all of them. */
function appendix(instrument: Instrument, report: GroupReport): ReportSection[] {
	const columns = groupMethodColumns(instrument, report.fidelity !== null);
	return [
		section(m.report_method_heading(), [{ kind: 'columns', isWhole: true, columns }]),
		...groupTableSections(instrument, report)
	];
}

function lensesSection(instrument: Instrument, report: GroupReport): ReportSection {
	const lenses = [report.lens, ...report.lenses.map(({ lens }) => lens)];
	const lines = gapLines(instrument, report);
	return section(m.group_report_lenses_heading(), [
		lines.length > 0
			? { kind: 'list', items: lines }
			: { kind: 'text', text: m.group_report_lenses_no_gap() },
		lensesTable(
			instrument,
			report,
			lenses.map((lens) => LENSES[lens]())
		),
		{ kind: 'text', tone: 'small', text: m.group_report_lenses_note() }
	]);
}

function outcomesSection(instrument: Instrument, report: GroupReport): ReportSection {
	const lenses = [report.lens, ...report.lenses.map(({ lens }) => lens)];
	return section(m.outcomes_name(), [
		{ kind: 'text', text: m.outcomes_text() },
		outcomesTable(
			instrument,
			report,
			lenses.map((lens) => LENSES[lens]())
		),
		{ kind: 'text', tone: 'small', text: m.group_report_outcomes_note() }
	]);
}

/** Short sections, two beside each other. */
function asides(instrument: Instrument, report: GroupReport): ReportBlock[] {
	const balance = groupBalanceBlocks(instrument, report);
	const careless = carelessWords(instrument, report);
	const left = [
		...(balance.length > 0 ? [section(m.group_report_balance_heading(), balance)] : []),
		...(careless.length > 0 ? [section(m.group_report_careless_heading(), texts(careless))] : [])
	];
	const right = [
		section(m.group_report_hidden_heading(), hiddenBlocks(instrument, report)),
		section(m.report_about_heading(), aboutBlocks(m.group_report_about()))
	];
	return left.length > 0 ? [{ kind: 'columns', columns: [left, right] }] : right;
}

function hiddenBlocks(instrument: Instrument, { hidden, smallest }: GroupReport): ReportBlock[] {
	if (smallest === null) return texts([m.group_report_owner_note()]);
	const lines = hidden.map(({ rule, groups }) =>
		m.group_report_hidden_line({
			names: listed(instrument, groups),
			why: wordsForHidden(rule).why
		})
	);
	return [
		...texts([m.group_report_smallest_note({ smallest })]),
		...(lines.length > 0
			? [{ kind: 'list' as const, items: lines }]
			: texts([m.group_report_hidden_none()]))
	];
}

function texts(words: readonly string[]): ReportBlock[] {
	return words.map((text) => ({ kind: 'text', text }));
}

function section(heading: string, blocks: ReportBlock[]): ReportSection {
	return { kind: 'section', heading, blocks };
}
