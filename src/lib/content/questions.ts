import type { Instrument, Lens } from '../domain/instrument/instrument.ts';
import current from './instruments/holoscope-2026.1/questions.en.json' with { type: 'json' };

/** What the answering page needs of an instrument: a quarter of the file, as phones have to load it. */
export interface Questions {
	id: string;
	edition: string;
	scale: Instrument['scale'];
	forms: Record<string, string[]>;
	/** By item, then by lens. */
	wording: Record<string, Partial<Record<Lens, string>>>;
}

/** Our own questions; a test compares them with the instrument. */
export const questions = current as Questions;

/** The forms and lenses that people choose from on their own. */
const OWN_FORMS = ['quick', 'full'];
const OWN_LENSES = ['member', 'leader'] as const;

/** The part of an instrument that answering on one's own needs. */
export function questionsOf({ id, edition, scale, forms, items }: Instrument): Questions {
	return {
		id,
		edition,
		scale,
		forms: Object.fromEntries(OWN_FORMS.map((form) => [form, forms[form]!])),
		wording: Object.fromEntries(
			items.map((item) => [
				item.id,
				Object.fromEntries(OWN_LENSES.map((lens) => [lens, item.wording[lens]]))
			])
		)
	};
}

/** The question to this lens, with the organization's name in place. */
export function questionWords(item: string, lens: Lens, organization: string): string {
	return (questions.wording[item]?.[lens] ?? '').replaceAll('{org}', () => organization);
}
