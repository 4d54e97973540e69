import { scaleRange } from '../../domain/instrument/form.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import * as m from '../../paraglide/messages.js';
import { text, type ReportBlock } from './document.ts';

/** What every report says about itself, and a sentence about this kind of report. */
export function aboutBlocks(kind: string): ReportBlock[] {
	return texts(m.report_about_text(), kind);
}

/** How a person's scores come about, in two columns and half a page at most. */
export function personMethodColumns(instrument: Instrument, hasChange: boolean): ReportBlock[][] {
	const { low, high } = scaleRange(instrument);
	const { precision } = instrument;
	return [
		texts(m.report_method_score({ lowest: low, highest: high })),
		texts(
			...(precision ? [m.report_method_margin({ sem: precision.itemSem })] : []),
			...(precision && hasChange ? [m.report_method_change()] : []),
			m.report_method_data()
		)
	];
}

/** How the scores of teams and of the whole come about. */
export function groupMethodColumns(instrument: Instrument, hasTeams: boolean): ReportBlock[][] {
	const { low, high } = scaleRange(instrument);
	return [
		texts(
			m.group_report_method_people({ lowest: low, highest: high }),
			m.group_report_method_data()
		),
		texts(
			m.group_report_method_margin(),
			m.group_report_method_agreement(),
			...(hasTeams ? [m.group_report_method_fidelity()] : [])
		)
	];
}

function texts(...words: string[]): ReportBlock[] {
	return words.map(text);
}
