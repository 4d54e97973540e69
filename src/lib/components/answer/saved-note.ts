import type { RoundAnswering } from '$lib/device/round-answering.svelte';
import * as m from '$lib/paraglide/messages';

/** Where the answers are just now, in a few words. */
export function savedNote(
	answering: Pick<RoundAnswering, 'isWaiting' | 'sending' | 'durability'> | undefined
): string {
	if (!answering?.isWaiting) return m.answer_note_saved();
	if (answering.sending.state !== 'lost') return m.answer_note_saving();
	return answering.durability === 'kept' ? m.answer_note_here() : m.answer_note_tab();
}
