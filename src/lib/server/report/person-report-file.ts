import { personDocument, personFileName } from '../../content/report/person-document.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { personReport } from '../../domain/report/person-report.ts';
import type { PersonReportRequest } from '../../domain/report/person-report-request.ts';
import type { RenderRefusal, ReportRenderer } from './renderer.ts';

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
