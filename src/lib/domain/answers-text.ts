import type { Answers } from './answers.ts';
import { itemsOf, scaleRange } from './instrument/form.ts';
import type { Instrument } from './instrument/instrument.ts';

const NOT_SURE = '-';
const NO_ANSWER = '.';

/**
 * The answers of a form as one character each, in the order they are asked: the option's place on the scale
 * in base 36, `-` for “not sure”, `.` for none. Throws a RangeError for a form that does not exist.
 */
export function answersText(
	instrument: Pick<Instrument, 'forms' | 'scale'>,
	form: string,
	answers: Answers
): string {
	const order = instrument.forms[form];
	if (!order) throw new RangeError(`The instrument has no form “${form}”.`);
	const { low } = scaleRange(instrument);
	return order
		.map((id) => {
			const answer = answers[id];
			if (answer === undefined) return NO_ANSWER;
			return answer === null ? NOT_SURE : (answer - low).toString(36);
		})
		.join('');
}

/** Turns the text back; null when it is not as long as the form, or has a character of another alphabet. */
export function readAnswersText(
	instrument: Instrument,
	form: string,
	text: string
): Answers | null {
	const { low } = scaleRange(instrument);
	const items = itemsOf(instrument, form);
	if (text.length !== items.length || !/^[0-9a-z.-]*$/.test(text)) return null;
	return Object.fromEntries(
		items.flatMap(({ id }, at): [string, number | null][] => {
			const character = text[at]!;
			if (character === NO_ANSWER) return [];
			return [[id, character === NOT_SURE ? null : low + parseInt(character, 36)]];
		})
	);
}
