import { z } from 'zod';
import type { Instrument } from '../instrument/instrument.ts';
import { sheetSchema, type Sheet } from '../sheet.ts';

export interface PersonReportRequest {
	sheet: Sheet;
	paper: 'a4' | 'letter';
	/** The person's earlier sheets, to show change; in any order. */
	earlier: Sheet[];
}

const MOST_EARLIER = 50;

/** Accepts what one person's report is made from. */
export function personReportRequestSchema(instrument: Instrument): z.ZodType<PersonReportRequest> {
	return z.strictObject({
		sheet: sheetSchema(instrument),
		paper: z.enum(['a4', 'letter']).default('a4'),
		earlier: z.array(sheetSchema(instrument)).max(MOST_EARLIER).default([])
	});
}
