import { z } from 'zod';
import { personDocument, personFileName } from '../../content/report/person-document.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { personReport } from '../../domain/report/person-report.ts';
import { sheetSchema, type Sheet } from '../../domain/sheet.ts';
import type { Paper } from '../../content/report/document.ts';
import type { RenderRefusal, ReportRenderer } from './renderer.ts';

export interface PersonReportRequest {
	sheet: Sheet;
	paper: Paper;
	/** The person's earlier sheets, to show change; in any order. */
	earlier: Sheet[];
}

const MOST_EARLIER = 50;

export function personReportRequestSchema(instrument: Instrument): z.ZodType<PersonReportRequest> {
	return z.strictObject({
		sheet: sheetSchema(instrument),
		paper: z.enum(['a4', 'letter']).default('a4'),
		earlier: z.array(sheetSchema(instrument)).max(MOST_EARLIER).default([])
	});
}

export type PersonReportFile =
	{ ok: true; pdf: Uint8Array; name: string } | { ok: false; refusal: RenderRefusal };

/** One person's report as a file, from answers that are forgotten with the answer. */
export async function personReportFile(
	reports: ReportRenderer,
	instrument: Instrument,
	{ sheet, paper, earlier }: PersonReportRequest
): Promise<PersonReportFile> {
	const report = personReport(instrument, sheet, earlier);
	const rendered = await reports.render(personDocument({ instrument, report, earlier, paper }));
	return rendered.ok ? { ...rendered, name: personFileName(sheet) } : rendered;
}
