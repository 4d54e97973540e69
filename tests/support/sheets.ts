import { holoscope } from '$lib/content/instruments';
import type { Sheet } from '$lib/domain/sheet';
import { answersOf } from './answers';

/** A member's finished sheet of the full form, halfway on every item. */
export function someSheet(differences: Partial<Sheet> = {}): Sheet {
	return {
		instrument: holoscope.id,
		edition: holoscope.edition,
		form: 'full',
		lens: 'member',
		organization: 'Northwind Foods',
		day: '2026-11-22',
		answers: answersOf(differences.form === 'quick' ? 'quick' : 'full', () => 3),
		...differences
	};
}
