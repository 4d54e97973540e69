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
