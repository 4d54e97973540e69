import type { Drawer } from './participation.svelte.ts';

/**
 * Keeps what waits to be sent in this tab, through reloads and through sleep. `mark` tells one person's
 * from that of somebody else on the same device. Without storage it is kept on the page only.
 */
export function tabDrawer(mark: string): Drawer {
	const name = `workshop ${mark}`;
	return {
		read() {
			try {
				const waiting: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]');
				return Array.isArray(waiting) ? waiting : [];
			} catch {
				return [];
			}
		},
		write(waiting) {
			try {
				if (waiting.length > 0) sessionStorage.setItem(name, JSON.stringify(waiting));
				else sessionStorage.removeItem(name);
			} catch {
				// Forbidden or full: the page still has it.
			}
		}
	};
}
