import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';

/**
 * Takes pictures of pages for a person to look at: 320, 768 and 1280 px wide, light and dark.
 *
 *     node tests/support/look.ts http://127.0.0.1:3000 pictures / /assess
 */
const [origin = '', folder = 'pictures', ...paths] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [320, 768, 1280]) {
		const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
		for (const path of paths) {
			await page.goto(origin + path, { waitUntil: 'networkidle' });
			const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home';
			await page.screenshot({
				path: `${folder}/${name}-${width}-${colorScheme}.png`,
				fullPage: true
			});
		}
		await page.close();
	}
}
await browser.close();
