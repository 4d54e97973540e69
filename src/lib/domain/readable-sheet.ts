import { itemsOf, scaleRange } from './instrument/form.ts';
import type { Instrument } from './instrument/instrument.ts';
import type { Sheet } from './sheet.ts';

/**
 * Whether this instrument can score a sheet that was kept: same edition, a form it knows, answers of that
 * form on its scale. For sheets of the right shape; what comes from outside is read with `sheetSchema`.
 */
export function isReadable(instrument: Instrument, sheet: Sheet): boolean {
	if (sheet.instrument !== instrument.id || sheet.edition !== instrument.edition) return false;
	if (!Object.hasOwn(instrument.forms, sheet.form)) return false;
	const { low, high } = scaleRange(instrument);
	const asked = new Set(itemsOf(instrument, sheet.form).map(({ id }) => id));
	return Object.entries(sheet.answers).every(
		([id, answer]) => asked.has(id) && (answer === null || (answer >= low && answer <= high))
	);
}
