/** The pages that one person uses alone; they work without a connection after the first visit. */
export const OFFLINE_PAGES = [
	'/',
	'/assess',
	'/assess/result',
	'/language',
	'/give-get',
	'/voices',
	'/who-we-are'
];

/**
 * Lets the browser keep the journey for later. Other pages do not ask for that: a hall full of phones
 * that join a workshop must not download what none of them needs.
 */
export async function keepOffline(pathname: string): Promise<void> {
	if (!OFFLINE_PAGES.includes(pathname)) return;
	try {
		await navigator.serviceWorker.register('/service-worker.js');
	} catch {
		// Without TLS, or in some private windows, there is no service worker; the page works all the same.
	}
}
