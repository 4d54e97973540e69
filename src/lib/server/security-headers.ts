const always = {
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=()',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY'
};

/** What every answer carries besides the content policy. Behind TLS, browsers are told to stay there for two years. */
export function securityHeaders(origin: string | undefined): Record<string, string> {
	if (!origin?.startsWith('https://')) return always;
	return { ...always, 'strict-transport-security': 'max-age=63072000' };
}
