import { holoscope } from '$lib/content/instruments';
import { itemsOf } from '$lib/domain/instrument/form';
import type { Item } from '$lib/domain/instrument/instrument';

/** Answers of a form, each from its item. */
export function answersOf(
	form: string,
	answer: (item: Item) => number | null
): Record<string, number | null> {
	return Object.fromEntries(itemsOf(holoscope, form).map((item) => [item.id, answer(item)]));
}

/** A person who sees nothing but one pole. */
export function everyItem(form: string, pole: 'monolith' | 'hologram') {
	const high = pole === 'hologram' ? 1 : -1;
	return answersOf(form, ({ key }) => (key === high ? 5 : 1));
}
