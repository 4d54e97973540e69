const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a browser sends this write for a page of another site. SvelteKit looks at forms only; this holds for
 * JSON as well. Programs send neither header, and no cookies that somebody else could make use of.
 */
export function isFromElsewhere({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
	if (READING.includes(method)) return false;
	const site = headers.get('sec-fetch-site');
	if (site !== null) return site !== 'same-origin' && site !== 'none';
	const origin = headers.get('origin');
	return origin !== null && hostOf(origin) !== headers.get('host');
}

function hostOf(origin: string): string | null {
	return URL.parse(origin)?.host ?? null;
}
