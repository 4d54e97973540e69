import { expect, test } from 'vitest';
import { securityHeaders } from '$lib/server/security-headers';

test('keeps browsers on TLS where there is TLS, and only there', () => {
	expect(securityHeaders('https://holoscope.example')['strict-transport-security']).toMatch(
		/max-age=\d{8}/
	);
	expect(securityHeaders('http://127.0.0.1:3000')).not.toHaveProperty('strict-transport-security');
	expect(securityHeaders(undefined)).not.toHaveProperty('strict-transport-security');
});
