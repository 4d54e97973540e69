import { holoscope } from '../../src/lib/content/instruments.ts';
import { itemsOf } from '../../src/lib/domain/instrument/form.ts';
import type { Sheet } from '../../src/lib/domain/sheet.ts';

/** Stands out on three sides: listens well, lives by rules, looks inward. Two answers are “not sure”. */
const LEANING: Record<string, number> = {
	rules: -1.6,
	'outside-in': -1.3,
	voice: 1.7,
	regard: 0.8
};

/** A sheet as a person might fill it in; the same seed gives the same answers. */
export function typicalSheet(changes: Partial<Sheet> = {}, seed = 1): Sheet {
	const form = changes.form ?? 'full';
	const answers = itemsOf(holoscope, form).map(({ id, dimension, key }, at) => {
		const noise = 0.9 * Math.sin(seed * 99 + at * 7.3);
		const value = Math.round(3 + key * (LEANING[dimension] ?? 0.3) + noise);
		const isNotSure = (at * 13 + seed) % 17 === 0;
		return [id, isNotSure ? null : Math.min(5, Math.max(1, value))] as const;
	});
	return {
		instrument: holoscope.id,
		edition: holoscope.edition,
		form,
		lens: 'member',
		organization: 'Northwind Foods',
		day: '2026-11-22',
		answers: Object.fromEntries(answers),
		...changes
	};
}
