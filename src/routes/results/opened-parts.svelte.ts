import { browser } from '$app/environment';
import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import type { OpenedParts } from '$lib/components/results/opened-parts';
import { SvelteSet } from 'svelte/reactivity';
import { partsIn, withParts } from './parts-in-address';

/** The unfolded parts of this page, kept in its address without a step in the history. */
export function addressedParts(): OpenedParts {
	// Going back, the page's own address is the one from before anything was unfolded.
	const names = new SvelteSet(partsIn(browser ? location.search : page.url.search));
	return {
		has: (name) => names.has(name),
		set(name, isOpen) {
			// A part that was open from the start says so once more.
			if (names.has(name) === isOpen) return;
			if (isOpen) names.add(name);
			else names.delete(name);
			replaceState(withParts(location.href, names), {});
		}
	};
}
