import { z } from 'zod';
import { cleanName } from '../round/team-list.ts';

/** Words that somebody typed: one line, without signs that nobody sees, from 1 to `most` characters. */
export function typedText(most: number) {
	return z
		.string()
		.max(10 * most)
		.transform(cleanName)
		.pipe(z.string().min(1).max(most));
}
