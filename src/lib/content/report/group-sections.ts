import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { GroupReport } from '../../domain/report/group-report.ts';
import * as m from '../../paraglide/messages.js';
import { contractSentences } from '../contract-words.ts';
import { openersFor } from '../practices.ts';
import { wordsForHidden } from '../publication-words.ts';
import { section, small, text, type ReportBlock, type ReportSection } from './document.ts';
import { changeBlocks, withinBlocks } from './group-beside.ts';
import { platesBlocks } from './group-charts.ts';
import {
	agreementBlocks,
	carelessWords,
	fidelityBlocks,
	gapLines,
	groupBalanceBlocks,
	needsBlocks,
	teamClosenessBlocks
} from './group-findings.ts';
import { mapBlocks } from './group-map.ts';
import { inwardBlocks, mirrorSections } from './group-mirror.ts';
import { hasDimensions, listed } from './group-names.ts';
import { balanceRails, lensRails } from './group-rails.ts';
import { lensesTable, outcomesTable, polesTable } from './group-tables.ts';
import { shapeSections } from './group-shapes.ts';
import { aboutBlocks } from './method.ts';

/** What the numbers say, one finding after the other. */
export function findingSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	return [
		{
			...section(m.group_report_needs_heading(), needsBlocks(instrument, report)),
			id: 'needs',
			startsPage: hasDimensions(report)
		},
		...polesSections(instrument, report),
		...agreementSections(instrument, report),
		...fidelitySections(instrument, report),
		...withinSections(instrument, report),
		...lensesSections(instrument, report),
		...mirrorSections(instrument, report),
		...balanceSections(instrument, report),
		...outcomesSections(instrument, report),
		...(report.changes.length > 0
			? [whole(m.results_change_eyebrow(), changeBlocks(instrument, report))]
			: [])
	];
}

/** What else a team without numbers can begin with: the first stands on the cover. */
export function talkSection(): ReportSection {
	return section(m.group_report_talk_heading(), [
		text(m.results_team_hidden_talk()),
		...openersFor('member')
			.slice(1)
			.map(({ title, doing }) => section(title, [text(doing)]))
	]);
}

/** In characters: about half a page in a narrow column. */
const LONG = 2500;

/** What is hidden, what was promised, and what this is: two columns. */
export function smallPrint(instrument: Instrument, report: GroupReport): ReportBlock[] {
	const careless = carelessWords(instrument, report);
	const left = [
		section(m.group_report_hidden_heading(), hiddenBlocks(instrument, report)),
		...(careless.length > 0 ? [section(m.group_report_careless_heading(), careless.map(text))] : [])
	];
	const right = [
		...contractSections(report),
		section(m.report_about_heading(), aboutBlocks(m.group_report_about()))
	];
	const isWhole = JSON.stringify(left).length < LONG;
	return [{ kind: 'columns', isWhole, columns: [left, right] }];
}

function polesSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	const poles = polesTable(instrument, report);
	if (!poles || !hasDimensions(report)) return [];
	return [{ ...section(m.group_report_poles_heading(), [poles]), id: 'poles' }];
}

function agreementSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	const blocks = [
		...agreementBlocks(instrument, report),
		...shapeSections(instrument, report),
		...teamClosenessBlocks(instrument, report)
	];
	if (blocks.length === 0) return [];
	return [{ ...whole(m.group_report_agreement_heading(), blocks), id: 'agreement' }];
}

function fidelitySections(instrument: Instrument, report: GroupReport): ReportSection[] {
	if (!report.fidelity) return [];
	const map = mapBlocks(report);
	return [
		{
			...section(m.group_report_fidelity_heading(), [
				...fidelityBlocks(instrument, report.fidelity),
				...platesBlocks(instrument, report)
			]),
			id: 'fidelity'
		},
		...(map.length > 0 ? [whole(m.results_map_eyebrow(), map)] : [])
	];
}

function withinSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	const blocks = withinBlocks(instrument, report);
	return blocks.length > 0 ? [whole(m.group_report_within_heading(), blocks)] : [];
}

function lensesSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	if (report.lenses.length === 0) return [];
	const lines = gapLines(instrument, report);
	return [
		whole(m.group_report_lenses_heading(), [
			lines.length > 0 ? { kind: 'list', items: lines } : text(m.group_report_lenses_no_gap()),
			lensRails(report),
			...(hasDimensions(report) ? [lensesTable(instrument, report)] : []),
			small(m.group_report_lenses_note())
		])
	];
}

function outcomesSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	if (report.whole.outcomes.length === 0) return [];
	return [
		whole(m.outcomes_name(), [
			text(m.outcomes_text()),
			outcomesTable(instrument, report),
			small(m.group_report_outcomes_note())
		])
	];
}

function balanceSections(instrument: Instrument, report: GroupReport): ReportSection[] {
	const [balance, inward] = [
		groupBalanceBlocks(instrument, report),
		inwardBlocks(instrument, report)
	];
	if (balance.length + inward.length === 0) return [];
	return [
		whole(m.group_report_balance_heading(), [
			...balance,
			...balanceRails(instrument, report),
			...inward
		])
	];
}

/** More names than this are found in the table of teams. */
const MOST_NAMED = 24;

function hiddenBlocks(instrument: Instrument, { hidden, smallest }: GroupReport): ReportBlock[] {
	if (smallest === null) return [text(m.group_report_owner_note())];
	const lines = hidden.map(({ rule, groups }) => {
		const more = groups.length - MOST_NAMED;
		const names = listed(instrument, [
			...groups.slice(0, MOST_NAMED),
			...(more > 0 ? [m.group_report_hidden_more({ count: more })] : [])
		]);
		return m.group_report_hidden_line({ names, why: wordsForHidden(rule).why });
	});
	return [
		text(m.group_report_smallest_note({ smallest })),
		...(lines.length > 0
			? [{ kind: 'list' as const, items: lines }]
			: [text(m.group_report_hidden_none())])
	];
}

function contractSections({ contract }: GroupReport): ReportSection[] {
	if (!contract) return [];
	const { terms, hash, closesOn } = contract;
	return [
		section(m.results_contract_heading(), [
			{ kind: 'list', items: contractSentences({ contract: terms, closesOn }) },
			text(`${m.results_contract_hash()} ${m.results_contract_hash_text()}`),
			small(hash.replaceAll(/.{8}(?!$)/g, '$& '))
		])
	];
}

/** A section that is short enough to stay on one page. */
function whole(heading: string, blocks: ReportBlock[]): ReportSection {
	return { ...section(heading, blocks), isWhole: true };
}
