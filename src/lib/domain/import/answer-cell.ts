import { scaleRange } from '../instrument/form.ts';
import type { Instrument } from '../instrument/instrument.ts';

export type AnswerCell =
	| { kind: 'answer'; value: number }
	| { kind: 'not-sure' }
	| { kind: 'missing' }
	| { kind: 'unreadable' };

const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', '.', '-']);

/**
 * Returns a function that reads one cell of an item's column: a number of the scale, the label of an
 * answer, LimeSurvey's codes (`A1`, `AO03`: the first, the third option), “not sure”, or an empty cell.
 */
export function answerCellReader(instrument: Instrument): (cell: string) => AnswerCell {
	const { low, high } = scaleRange(instrument);
	const { options, notSure } = instrument.scale;
	const known = new Map<string, AnswerCell>([
		...[...MISSING].map((text): [string, AnswerCell] => [text, { kind: 'missing' }]),
		...['not sure', notSure.toLowerCase()].map((text): [string, AnswerCell] => [
			text,
			{ kind: 'not-sure' }
		]),
		...options.flatMap(({ value, label }, index) =>
			[label.toLowerCase(), `a${index + 1}`, `ao${String(index + 1).padStart(2, '0')}`].map(
				(text): [string, AnswerCell] => [text, { kind: 'answer', value }]
			)
		)
	]);

	return (cell) => {
		const text = cell.trim().toLowerCase();
		const found = known.get(text);
		if (found) return found;
		const value = Number(text);
		return Number.isInteger(value) && value >= low && value <= high
			? { kind: 'answer', value }
			: { kind: 'unreadable' };
	};
}
