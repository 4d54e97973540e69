import type { GiveAndGet } from './give-get.ts';
import { giveAndGetSchema } from './schema.ts';

/** What a file says about itself, so that another one is not taken for it. */
export const FILE_KIND = 'holoscope-give-and-get';

/** The whole as a file that can be opened again. */
export function giveAndGetFile(whole: GiveAndGet): string {
	return JSON.stringify({ kind: FILE_KIND, ...whole }, null, '\t') + '\n';
}

/** What a file holds; `null` for anything that is none of ours or does not hold together. */
export function readGiveAndGetFile(text: string): GiveAndGet | null {
	try {
		const { kind, ...whole } = JSON.parse(text);
		return kind === FILE_KIND ? (giveAndGetSchema.safeParse(whole).data ?? null) : null;
	} catch {
		return null;
	}
}
