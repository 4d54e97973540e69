/** What a key does on the facilitator's page. */
export type Shortcut = 'main' | 'next' | 'back' | 'timer' | 'help';

export const shortcutKeys: Record<Shortcut, string> = {
	main: 'M',
	next: 'N',
	back: 'B',
	timer: 'T',
	help: '?'
};

/** The shortcut somebody pressed; nothing while they type, in a dialog, or with a key that the browser takes. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
	const target = event.target as Element | null;
	if (target?.closest?.('input, textarea, select, dialog, [contenteditable]')) return null;
	const key = event.key.toUpperCase();
	const found = Object.entries(shortcutKeys).find(([, each]) => each === key);
	return found ? (found[0] as Shortcut) : null;
}
