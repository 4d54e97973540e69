import { itemsOf } from '../../domain/instrument/form.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { PersonReport } from '../../domain/report/person-report.ts';
import { keyedPoints } from '../../domain/scoring/person.ts';
import * as m from '../../paraglide/messages.js';
import type { ReportSection, TableBlock } from './document.ts';
import {
	dayWords,
	dimensionOf,
	formWords,
	isShown,
	points,
	questionOf,
	scoreWords
} from './names.ts';

const NOTHING = '–';
/** A form with so few questions finds room on the page before. */
const SHORT_FORM = 12;

/** Every number behind the charts, and every answer behind the numbers. */
export function tableSections(instrument: Instrument, report: PersonReport): ReportSection[] {
	const sheets: ReportSection = {
		kind: 'section',
		heading: m.report_table_sheets(),
		blocks: [sheetsTable(instrument, report)]
	};
	return [
		{
			kind: 'section',
			heading: m.report_table_answers(),
			startsPage: itemsOf(instrument, report.sheet.form).length > SHORT_FORM,
			blocks: [
				{ kind: 'text', tone: 'small', text: instrument.scale.stem },
				answersTable(instrument, report),
				{ kind: 'text', tone: 'small', text: m.report_table_points_note() }
			]
		},
		{
			kind: 'section',
			heading: m.report_table_scores(),
			blocks: [scoresTable(instrument, report)]
		},
		...(report.moments.length > 0 ? [sheets] : [])
	];
}

function scoresTable(instrument: Instrument, { score }: PersonReport): TableBlock {
	const { overall } = score;
	const margin = (value: number | null) =>
		value === null ? NOTHING : m.report_scores_margin({ margin: value });
	return {
		kind: 'table',
		columns: [
			{ label: m.report_scores_name(), align: 'start', share: 24 },
			{ label: m.report_table_pole(), align: 'start', share: 48 },
			{ label: m.report_table_answered(), align: 'end', share: 9 },
			{ label: m.report_table_not_sure(), align: 'end', share: 9 },
			{ label: m.report_scores_score(), align: 'end', share: 15 },
			{ label: m.report_table_margin(), align: 'end', share: 8 }
		],
		rows: [
			...score.dimensions.map((entry) => {
				const { name, monolith, hologram } = dimensionOf(instrument, entry.dimension);
				return [
					name,
					m.report_table_poles({ monolith, hologram }),
					m.report_table_share({ count: entry.answered, total: entry.asked }),
					String(entry.notSure),
					scoreWords(entry),
					isShown(entry) ? margin(entry.margin) : NOTHING
				];
			}),
			[
				m.report_table_overall(),
				m.report_table_poles({
					monolith: m.report_pole_monolith(),
					hologram: m.report_pole_hologram()
				}),
				m.report_table_share({
					count: sum(score.dimensions.map(({ answered }) => answered)),
					total: sum(score.dimensions.map(({ asked }) => asked))
				}),
				String(sum(score.dimensions.map(({ notSure }) => notSure))),
				overall.score === null ? m.report_scores_none() : points(overall.score),
				margin(overall.margin)
			]
		]
	};
}

function answersTable(instrument: Instrument, { sheet }: PersonReport): TableBlock {
	return {
		kind: 'table',
		columns: [
			{ label: m.report_table_question(), align: 'start', share: 78 },
			{ label: m.report_scores_name(), align: 'start', share: 27 },
			{ label: m.report_table_answer(), align: 'start', share: 24 },
			{ label: m.report_table_points(), align: 'end', share: 10 }
		],
		rows: itemsOf(instrument, sheet.form).map((item) => {
			const keyed = keyedPoints(instrument, item, sheet.answers);
			return [
				questionOf(item, sheet),
				dimensionOf(instrument, item.dimension).name,
				answerWords(instrument, sheet.answers[item.id]),
				keyed === null ? NOTHING : points(keyed)
			];
		})
	};
}

function answerWords({ scale }: Instrument, answer: number | null | undefined): string {
	if (answer === undefined) return m.report_table_no_answer();
	if (answer === null) return m.report_table_not_sure();
	return scale.options.find(({ value }) => value === answer)!.label;
}

function sheetsTable(instrument: Instrument, { moments }: PersonReport): TableBlock {
	return {
		kind: 'table',
		columns: [
			{ label: m.report_table_day(), align: 'start', share: 40 },
			{ label: m.report_table_form(), align: 'start', share: 20 },
			{ label: m.report_table_overall(), align: 'end', share: 16 },
			{ label: m.report_table_margin(), align: 'end', share: 12 }
		],
		rows: moments.map(({ day, form, score, margin }) => [
			dayWords(day, instrument.locale),
			formWords(form),
			score === null ? m.report_scores_none() : points(score),
			margin === null ? NOTHING : m.report_scores_margin({ margin })
		])
	};
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
