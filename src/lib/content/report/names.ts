import type { Dimension, Instrument, Item, Lens } from '../../domain/instrument/instrument.ts';
import { wordingOf } from '../../domain/instrument/form.ts';
import type { DimensionScore } from '../../domain/scoring/person.ts';
import type { Sheet } from '../../domain/sheet.ts';
import * as m from '../../paraglide/messages.js';

/** People outside speak of the organization, people inside of their team. */
export function isOutside(lens: Lens): boolean {
	return lens === 'customer' || lens === 'partner';
}

/** Rounded once, for print. */
export function points(score: number): string {
	return String(Math.round(score));
}

/** A day such as 2026-11-22 in words. */
export function dayWords(day: string, language: string): string {
	return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);
}

export function formWords(form: string): string {
	if (form === 'full') return m.report_form_full();
	if (form === 'quick') return m.report_form_quick();
	return m.report_form_other({ form });
}

export function dimensionOf({ dimensions }: Instrument, id: string): Dimension {
	return dimensions.find((dimension) => dimension.id === id)!;
}

export function itemOf({ items }: Instrument, id: string): Item {
	return items.find((item) => item.id === id)!;
}

/** What the person was asked. */
export function questionOf(item: Item, { lens, organization }: Sheet): string {
	return wordingOf(item, lens, organization || m.report_organization());
}

/** The score as it is printed, or why there is none. */
export function scoreWords({ score, isPointer, missing }: DimensionScore): string {
	if (missing === 'not-asked') return m.report_scores_not_asked();
	if (missing === 'one-key-only') return m.report_scores_one_key();
	if (missing === 'too-few-answers') return m.report_scores_none();
	return isPointer ? m.report_scores_pointer() : points(score!);
}

/** Whether the score can stand alone. */
export function isShown({ score, isPointer }: DimensionScore): boolean {
	return score !== null && !isPointer;
}

/** About as much as a running head has room for. */
const HEAD_LENGTH = 70;

export function shortened(title: string): string {
	const characters = [...new Intl.Segmenter().segment(title)];
	if (characters.length <= HEAD_LENGTH) return title;
	const kept = characters.slice(0, HEAD_LENGTH).map(({ segment }) => segment);
	return `${kept.join('').trimEnd()}…`;
}
