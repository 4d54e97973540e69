import { z } from 'zod';
import { answersSchema } from './answers.ts';
import { lensSchema, type Instrument } from './instrument/instrument.ts';
import { NAME_LENGTH } from './name-length.ts';

export { NAME_LENGTH };

/** One person's answers with what is needed to read them again: the edition, the form and the lens. */
export interface Sheet {
	instrument: string;
	edition: string;
	form: string;
	lens: z.infer<typeof lensSchema>;
	/** Empty when the person gave none. */
	organization: string;
	answers: z.infer<ReturnType<typeof answersSchema>>;
	/** The day it was finished, as in 2026-11-22. */
	day: string;
}

/** Accepts a sheet of this instrument's edition; unknown forms and values off the scale are refused. */
export function sheetSchema(instrument: Instrument): z.ZodType<Sheet> {
	const head = z.object({
		instrument: z.literal(instrument.id),
		edition: z.literal(instrument.edition),
		lens: z.enum(instrument.lenses),
		organization: z.string().trim().max(NAME_LENGTH).default(''),
		day: z.iso.date()
	});
	const forms = Object.keys(instrument.forms).map((form) =>
		head.extend({ form: z.literal(form), answers: answersSchema(instrument, form) })
	);
	return z.discriminatedUnion('form', forms as [(typeof forms)[0]]) as unknown as z.ZodType<Sheet>;
}
