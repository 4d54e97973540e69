import type { Answers } from '../answers.ts';
import { itemsOf, scaleRange } from '../instrument/form.ts';
import type { Instrument } from '../instrument/instrument.ts';

/** What makes a sheet look as if it was filled in without reading. */
export type CarelessFlag =
	'all-equal' | 'long-run' | 'little-variation' | 'key-contradiction' | 'too-fast';

/** Nine equal answers in a row are the 99.9th percentile of attentive people on 36 items. */
export const LONG_RUN = 10;
/** The same answer eight times happens to an attentive person in the middle about twice in a thousand sheets. */
export const FEWEST_FOR_ALL_EQUAL = 8;
/** .4 of a step on 1–5; the attentive 1st percentile is .75 on 36 items. */
export const LITTLE_VARIATION = 0.1;
/** With fewer answers a calm attentive person falls below the limit too often: 2 % of them with eight. */
export const FEWEST_FOR_VARIATION = 18;
/** Above 4 or below 2 on 1–5. */
export const EXTREME = 0.25;
export const FEWEST_OF_EACH_KEY = 4;
export const SECONDS_PER_ITEM = 2;

/**
 * Why one sheet may have been filled in without reading; empty when nothing stands out.
 *
 * - `all-equal`: every answer is the same: eight or more of them, ten where the items have one key only.
 * - `long-run`: ten or more equal answers one after another.
 * - `little-variation`: the standard deviation (n − 1) of 18 or more answers is below a tenth of the scale.
 * - `key-contradiction`: items of both keys (four or more of each) have the same mean, in the same outer
 *   quarter of the scale.
 * - `too-fast`: less than two seconds for each item, where `seconds` is known.
 *
 * Looks at raw answers in the order of the form; “not sure” neither breaks nor lengthens a run.
 * A flag is a reason to look, never a verdict, and is never shown per person to others.
 * Limits from simulation of attentive people; time after Huang et al. (2012); that careless answering
 * has several kinds, each with its own sign, after Meade & Craig (2012).
 * Throws a RangeError for a form that does not exist.
 */
export function carelessFlags(
	instrument: Instrument,
	form: string,
	answers: Answers,
	seconds?: number | null
): CarelessFlag[] {
	const items = itemsOf(instrument, form);
	const given = items.flatMap(({ id, key }) => {
		const value = answers[id];
		return value == null ? [] : [{ key, value }];
	});
	const values = given.map(({ value }) => value);
	const { low, high } = scaleRange(instrument);
	const seen = items.filter(({ id }) => answers[id] !== undefined).length;
	const hasBothKeys = new Set(given.map(({ key }) => key)).size === 2;

	const signs: Record<CarelessFlag, boolean> = {
		'all-equal':
			values.length >= (hasBothKeys ? FEWEST_FOR_ALL_EQUAL : LONG_RUN) &&
			longestRun(values) === values.length,
		'long-run': longestRun(values) >= LONG_RUN,
		'little-variation':
			values.length >= FEWEST_FOR_VARIATION && variesLess(values, LITTLE_VARIATION * (high - low)),
		'key-contradiction': contradictsKeys(given, low, high),
		'too-fast': seconds != null && seconds >= 0 && seconds < SECONDS_PER_ITEM * seen
	};
	return (Object.keys(signs) as CarelessFlag[]).filter((flag) => signs[flag]);
}

/**
 * Whether the sheet is left out of team statistics, with a visible count: ten or more answers, all the
 * same. With balanced keys such a sheet scores near 50 and would hide in the middle. Every other flag only
 * asks for a comparison with and without.
 */
export function isLeftOut(flags: readonly CarelessFlag[]): boolean {
	return flags.includes('all-equal') && flags.includes('long-run');
}

function longestRun(values: readonly number[]): number {
	let longest = 0;
	let run = 0;
	values.forEach((value, at) => {
		run = value === values[at - 1] ? run + 1 : 1;
		longest = Math.max(longest, run);
	});
	return longest;
}

function contradictsKeys(
	given: readonly { key: 1 | -1; value: number }[],
	low: number,
	high: number
): boolean {
	const plus = given.filter(({ key }) => key === 1).map(({ value }) => value);
	const minus = given.filter(({ key }) => key === -1).map(({ value }) => value);
	if (Math.min(plus.length, minus.length) < FEWEST_OF_EACH_KEY) return false;

	// Whole numbers multiplied across, since 1/3 + 1/3 + 1/3 is not always 1 in a computer.
	if (sum(plus) * minus.length !== sum(minus) * plus.length) return false;
	const mean = sum(plus) / plus.length;
	const margin = EXTREME * (high - low);
	return mean > high - margin || mean < low + margin;
}

/** Compares standard deviations (n − 1) without rounding: sums of whole numbers, and no root. */
function variesLess(values: readonly number[], limit: number): boolean {
	const n = values.length;
	const squares = sum(values.map((value) => value ** 2));
	return n * squares - sum(values) ** 2 < limit * limit * n * (n - 1);
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
