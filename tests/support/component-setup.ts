import '@testing-library/jest-dom/vitest';

/** jsdom lays nothing out: nothing changes its size or comes near the screen, and no media query matches. */
class NeverObserves {
	observe() {}
	unobserve() {}
	disconnect() {}
}

Object.assign(globalThis, {
	ResizeObserver: NeverObserves,
	IntersectionObserver: NeverObserves,
	matchMedia: (media: string) => Object.assign(new EventTarget(), { matches: false, media })
});
