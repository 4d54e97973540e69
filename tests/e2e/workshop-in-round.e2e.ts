import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { openServerData, roundOfToday } from '../support/e2e-rounds';

test('an organizer prepares a workshop of one team, which feeds the open round', async ({
	page
}) => {
	const context = await openServerData();
	const { organizer } = await roundOfToday(context);
	await context.close();

	await page.goto(`/rounds/${organizer}`);
	await page
		.getByRole('link', { name: /workshop/i })
		.first()
		.click();
	await expect(page).toHaveURL(/\/rounds\/.+\/workshop/);
	await expectAccessible(page);
	await page.setViewportSize({ width: 320, height: 640 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

	await page.getByRole('radio', { name: /^30 minutes/ }).check();
	await page.getByRole('button', { name: 'Create the workshop' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your workshop is ready');
	await expectAccessible(page);
});
