import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe';

test('a newcomer learns what this is and finds the door', async ({ page }) => {
	await page.goto('/');

	await expect(page.getByRole('heading', { level: 1 })).toContainText('monolith or a hologram');
	await expectAccessible(page);
	await expect(page.getByRole('link', { name: 'See where you stand' })).toHaveAttribute(
		'href',
		'/assess'
	);
});

for (const width of [320, 768, 1280]) {
	test(`nothing on the start page scrolls sideways at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/');

		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow).toBe(0);
	});
}

test('an address with a typing error says so kindly and leads back', async ({ page }) => {
	const response = await page.goto('/asess');

	expect(response?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'There is nothing at this address'
	);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'To the start page', exact: true }).click();
	await expect(page).toHaveURL('/');
});

test('every page forbids inline script, foreign frames and referrers', async ({ request }) => {
	const headers = (await request.get('/')).headers();

	expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+'/);
	expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/);
	expect(headers['referrer-policy']).toBe('no-referrer');
	expect(headers['x-content-type-options']).toBe('nosniff');
	expect(headers['x-frame-options']).toBe('DENY');
});
