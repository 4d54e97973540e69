import type { Answers } from '$lib/domain/answers';

/** What the answering page shows. */
export type Step = { at: 'start' } | { at: 'item'; index: number } | { at: 'check' };

/**
 * Reads the address: `?item=3` is the third item, `?item=check` the last look. People move freely over
 * what they have answered and up to the first item that is open, never past it.
 */
export function stepOf(
	item: string | null,
	order: readonly string[],
	answers: Answers | undefined
): Step {
	if (item === null || !answers) return { at: 'start' };
	if (item === 'check') return { at: 'check' };
	const number = Math.trunc(Number(item)) || 1;
	const firstOpen = order.findIndex((id) => answers[id] === undefined);
	const furthest = firstOpen === -1 ? order.length - 1 : firstOpen;
	return { at: 'item', index: Math.min(Math.max(number - 1, 0), furthest) };
}

/** The address of an item by its index, of the last look after the last item, of the start before the first. */
export function hrefOf(index: number, total: number, start = '/assess'): string {
	if (index < 0) return start;
	return index < total ? `${start}?item=${index + 1}` : `${start}?item=check`;
}
