import { itemsOf } from '../../domain/instrument/form.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { PersonReport } from '../../domain/report/person-report.ts';
import { keyedPoints } from '../../domain/scoring/person.ts';
import * as m from '../../paraglide/messages.js';
import type { ReportSection, TableBlock } from './document.ts';
import { dayWords, dimensionOf, formWords, points, questionOf } from './names.ts';

const NOTHING = '–';

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
			// What to read ends before what to look up begins: no heading is left alone at a page's foot.
			startsPage: true,
			blocks: [
				{ kind: 'text', tone: 'small', text: instrument.scale.stem },
				answersTable(instrument, report),
				{ kind: 'text', tone: 'small', text: m.report_table_points_note() }
			]
		},
		...(report.moments.length > 0 ? [sheets] : [])
	];
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
