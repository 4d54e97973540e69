import { expect as expectAt, type Browser, type Page } from '@playwright/test';
import type { Agenda } from '../../src/lib/domain/workshop/agenda';

/** A phone answers at once; many browsers on a busy machine take their time. */
export const expect = expectAt.configure({ timeout: 15_000 });

export interface MadeWorkshop {
	code: string;
	facilitate: string;
	present: string;
}

/** A workshop of Harbor at Lumen, planned without its page. */
export async function planWorkshop(
	page: Page,
	plan: { agenda: Agenda; openness?: 'anonymous' | 'open'; headcount?: number }
): Promise<MadeWorkshop> {
	const answer = await page.request.post('/workshops', {
		data: {
			organization: 'Lumen',
			team: 'Harbor',
			headcount: 6,
			keptUntil: '2099-06-30',
			...plan
		}
	});
	return (await answer.json()) as MadeWorkshop;
}

/** The screen that everyone sees, opened in a browser of its own. */
export async function openScreen(
	browser: Browser,
	{ present }: Pick<MadeWorkshop, 'present'>,
	viewport = { width: 1280, height: 720 }
): Promise<Page> {
	const screen = await (await browser.newContext({ viewport })).newPage();
	await screen.goto(`/present/${present}`);
	return screen;
}

/** Phones that sit in the room, each with a browser of its own; all at once, and past the door. */
export function seatPhones(
	browser: Browser,
	{ code }: Pick<MadeWorkshop, 'code'>,
	aliases: readonly string[]
): Promise<Page[]> {
	return Promise.all(
		aliases.map(async (alias) => {
			const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
			const joined = await context.request.post('/workshops/join', { data: { code, alias } });
			const page = await context.newPage();
			await page.goto(((await joined.json()) as { path: string }).path);
			return page;
		})
	);
}

/** Through the door, as people do it. */
export async function joinAs(
	browser: Browser,
	{ code }: Pick<MadeWorkshop, 'code'>,
	alias: string
): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
	const page = await context.newPage();
	await page.goto('/join');
	await page.getByLabel('Code').fill(code.toLowerCase().replace('-', ' '));
	await page.getByRole('button', { name: 'Go on' }).click();
	if (alias) await page.getByLabel('Your name in this room').fill(alias);
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await expect(page).toHaveURL(/\/workshops\//);
	return page;
}

/** Presses what the facilitator's page offers now. */
export function pressing(facilitator: Page): (name: string | RegExp) => Promise<void> {
	const offered = facilitator.getByRole('group', { name: 'What you can do now' });
	return (name) => offered.getByRole('button', { name, exact: typeof name === 'string' }).click();
}

export async function endWorkshop(facilitator: Page): Promise<void> {
	await facilitator.getByRole('button', { name: 'End the workshop', exact: true }).click();
	await facilitator
		.getByRole('dialog')
		.getByRole('button', { name: 'End it for everyone' })
		.click();
}

export async function completeSentence(phone: Page, words: string): Promise<void> {
	await phone.getByLabel('For our customers, we want to be …').fill(words);
	await phone.getByRole('button', { name: 'Hand it in' }).click();
	await expect(phone.getByText('Handed in.')).toBeVisible();
}

export async function tellStory(
	phone: Page,
	words: string,
	{ mayKeep = true, isSaid = true } = {}
): Promise<void> {
	await phone.getByLabel('What happened?').fill(words);
	if (mayKeep) await phone.getByLabel('It may be kept in the anthology').first().check();
	await phone.getByRole('button', { name: 'Hand it in' }).click();
	if (isSaid) await expect(phone.getByText('Handed in.')).toBeVisible();
}

/** A need or a give; `side` and `whom` as the lists on the phone say them. */
export async function writeExchange(
	phone: Page,
	side: string,
	whom: string,
	what: string
): Promise<void> {
	await phone.getByLabel('Needs or gives').selectOption(side);
	await phone.getByLabel('Whom').selectOption(whom);
	await phone.getByLabel('What', { exact: true }).fill(what);
	await phone.getByRole('button', { name: 'Add', exact: true }).click();
	const own = new RegExp(`^Take back: .*${what}`);
	await expect(phone.getByRole('button', { name: own })).toBeVisible();
}

/** Pictures for a person to look at, when LOOK names a folder: the shared screen as it is, others in all their sizes. */
export async function look(pages: Record<string, Page>, name: string): Promise<void> {
	const folder = process.env.LOOK;
	if (!folder) return;
	for (const [who, page] of Object.entries(pages)) {
		const size = page.viewportSize()!;
		const widths = who === 'screen' ? [size.width] : [390, 768];
		for (const [width, colorScheme] of widths.flatMap(
			(width) =>
				[
					[width, 'light'],
					[width, 'dark']
				] as const
		)) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ ...size, width });
			const path = `${folder}/${name}-${who}-${width}-${colorScheme}.png`;
			await page.screenshot({ path, fullPage: who !== 'screen', animations: 'disabled' });
		}
		await page.setViewportSize(size);
	}
}
