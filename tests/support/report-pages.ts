import { createCanvas, loadImage } from '@napi-rs/canvas';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a tool that reads PDF prints. */
export function run(tool: string, ...args: string[]): string {
	return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

export const hasPdfTools = ['qpdf', 'pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm'].every(
	(tool) => spawnSync(tool, ['--version']).error === undefined
);

/**
 * The share of pixels of each page that look otherwise than the approved one, more than smoothing would explain; 1
 * where there is no such page. With APPROVE_REPORT set, the pages become the approved ones.
 */
export async function differentShares(
	pdf: string,
	{ approved, scratch }: { approved: string; scratch: string }
): Promise<Record<string, number>> {
	mkdirSync(scratch, { recursive: true });
	run('pdftoppm', '-r', '60', '-png', pdf, join(scratch, 'page'));
	const pages = readdirSync(scratch).sort();
	if (process.env.APPROVE_REPORT) {
		mkdirSync(approved, { recursive: true });
		for (const page of pages) copyFileSync(join(scratch, page), join(approved, page));
	}
	const names = new Set([...pages, ...(existsSync(approved) ? readdirSync(approved) : [])]);
	const shares = [...names].map(async (page) => {
		const both = [join(scratch, page), join(approved, page)] as const;
		return [page, both.every(existsSync) ? await differentShare(...both) : 1] as const;
	});
	return Object.fromEntries(await Promise.all(shares));
}

async function differentShare(one: string, other: string): Promise<number> {
	const [a, b] = await Promise.all([pixels(one), pixels(other)]);
	if (a.length !== b.length) return 1;
	let different = 0;
	for (let at = 0; at < a.length; at += 4) {
		if (Math.abs(a[at]! - b[at]!) > 80 || Math.abs(a[at + 2]! - b[at + 2]!) > 80) different++;
	}
	return different / (a.length / 4);
}

async function pixels(path: string): Promise<Uint8ClampedArray> {
	const image = await loadImage(path);
	const context = createCanvas(image.width, image.height).getContext('2d');
	context.drawImage(image, 0, 0);
	return context.getImageData(0, 0, image.width, image.height).data;
}
