import { itemsOf } from '../instrument/form.ts';
import type { Instrument, Lens } from '../instrument/instrument.ts';
import type { Sheet } from '../sheet.ts';
import type { SentAnswer } from './answering.ts';

/** Why a person's own sheet does not fit a round. */
export type OwnAnswersRefusal = 'other-edition' | 'other-lens' | 'nothing-answered';

export type OwnAnswers =
	{ refusal: OwnAnswersRefusal } | { refusal: null; answers: Pick<SentAnswer, 'item' | 'value'>[] };

/**
 * What a round takes of a sheet that somebody answered on their own: the answers to the items it asks. The
 * day and the name in the sheet stay behind, so nothing leads back to it.
 */
export function ownAnswers(
	sheet: Sheet,
	asked: { instrument: Instrument; form: string; lens: Lens }
): OwnAnswers {
	const { instrument, form, lens } = asked;
	if (sheet.instrument !== instrument.id || sheet.edition !== instrument.edition)
		return { refusal: 'other-edition' };
	if (sheet.lens !== lens) return { refusal: 'other-lens' };
	const answers = itemsOf(instrument, form).flatMap(({ id: item }) => {
		const value = sheet.answers[item];
		return value === undefined ? [] : [{ item, value }];
	});
	const isEmpty = answers.every(({ value }) => value === null);
	return isEmpty ? { refusal: 'nothing-answered' } : { refusal: null, answers };
}
