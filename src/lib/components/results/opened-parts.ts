import { getContext, setContext } from 'svelte';

/** Which parts of the page are unfolded: a route keeps them in its address, so that a link shows the same. */
export interface OpenedParts {
	has(name: string): boolean;
	set(name: string, isOpen: boolean): void;
}

const KEY = Symbol('opened parts');

export function provideOpenedParts(opened: OpenedParts): void {
	setContext(KEY, opened);
}

/** Undefined where nobody keeps them: then each part remembers by itself. */
export function findOpenedParts(): OpenedParts | undefined {
	return getContext<OpenedParts | undefined>(KEY);
}
