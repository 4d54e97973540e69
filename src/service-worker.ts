/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { build, files, version } from '$service-worker';
import { OFFLINE_PAGES } from './lib/device/offline';

/*
The journey of one person works without a connection after the first visit. Its pages and all scripts,
styles and icons are kept for each version. Everything else, what the API answers above all, is left to
the network and never kept.
*/

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const CACHE = `holoscope-${version}`;
/** Letters that few people here need are kept when a page first shows them. */
const RARE_FONTS = /\/source-s.*-(cyrillic|greek|vietnamese|latin-ext)/;
const ASSETS = [...build, ...files];
/** A connection that is slower than this is as good as none. */
const PATIENCE_MS = 3_000;

worker.addEventListener('install', (event) => {
	event.waitUntil(keepEverything());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(dropOtherVersions().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== worker.location.origin) return;

	if (ASSETS.includes(pathname)) event.respondWith(asset(request));
	else if (request.mode === 'navigate' && OFFLINE_PAGES.includes(pathname)) {
		event.respondWith(pageOf(request, pathname));
	}
});

async function keepEverything(): Promise<void> {
	const cache = await caches.open(CACHE);
	await cache.addAll(ASSETS.filter((path) => !RARE_FONTS.test(path)));
	// A kept page comes with its own security header, so the header's nonce fits the page's script.
	await Promise.all(OFFLINE_PAGES.map((path) => keepPage(cache, path)));
}

async function keepPage(cache: Cache, path: string): Promise<void> {
	const response = await fetch(path, { cache: 'reload' });
	// A page that this server does not have must not cost people the others.
	if (response.status === 404) return;
	// Anything else may pass: the browser installs again at the next visit.
	if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
	await cache.put(path, response);
}

async function dropOtherVersions(): Promise<void> {
	const names = await caches.keys();
	const others = names.filter((name) => name.startsWith('holoscope-') && name !== CACHE);
	await Promise.all(others.map((name) => caches.delete(name)));
}

/** An asset's name changes with its content, so what is kept is never out of date. */
async function asset(request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	const kept = await cache.match(request);
	if (kept) return kept;

	const response = await fetch(request);
	if (response.ok) await cache.put(request, response.clone());
	return response;
}

/** The newest page when the network gives it soon; else the kept one, which fits the kept scripts. */
async function pageOf(request: Request, pathname: string): Promise<Response> {
	const patience = new AbortController();
	const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
	try {
		const response = await fetch(request, { signal: patience.signal });
		if (response.status < 500) return response;
	} catch {
		// No connection, or none to speak of.
	} finally {
		// What has begun to arrive may take its time.
		clearTimeout(timer);
	}
	const kept = await caches.open(CACHE).then((cache) => cache.match(pathname));
	return kept ?? fetch(request);
}
