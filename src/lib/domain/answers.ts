import { z } from 'zod';
import { itemsOf, scaleRange } from './instrument/form.ts';
import type { Instrument } from './instrument/instrument.ts';

/** One person's answers by item: a value of the scale, or null for “not sure”. Absent: no answer yet. */
export type Answers = Readonly<Record<string, number | null>>;

/** Accepts the answers of this form only, on this instrument's scale. */
export function answersSchema(instrument: Instrument, form: string) {
	const { low, high } = scaleRange(instrument);
	const answer = z.int().min(low).max(high).nullable().optional();
	return z.strictObject(
		Object.fromEntries(itemsOf(instrument, form).map(({ id }) => [id, answer]))
	) as unknown as z.ZodType<Answers>;
}
