/** A list that the browser keeps for its person, as it was: nothing is sent, and nothing expires. */
export interface KeptList<Item> {
	read(): Item[];
	/** Says whether the browser keeps it. */
	write(items: readonly Item[]): boolean;
}

/** `isItem` is asked of everything that is read: another version, or somebody, may have written there. */
export function keptList<Item>(
	name: string,
	isItem: (value: unknown) => value is Item
): KeptList<Item> {
	const key = `holoscope-${name}`;
	return {
		read() {
			try {
				const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
				return Array.isArray(kept) ? kept.filter(isItem) : [];
			} catch {
				return [];
			}
		},
		write(items) {
			try {
				if (items.length > 0) localStorage.setItem(key, JSON.stringify(items));
				else localStorage.removeItem(key);
				return true;
			} catch {
				return false;
			}
		}
	};
}
