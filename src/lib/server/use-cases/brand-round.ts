import type { Branding } from '../../domain/branding/branding.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { organized, organizing, type Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as brandings from '../repositories/brandings.ts';

/** Changes the logo, the color or both; null takes one away. Reports that are made from now on show it. */
export async function brandRound(
	{ db }: Pick<Context, 'db'>,
	organizerToken: string,
	change: Partial<Branding>
): Promise<LinkRefusal | null> {
	return db.write(async (writer) => {
		const opened = await organizing(writer, organizerToken);
		if (opened.refusal !== null) return opened.refusal;
		const { id } = opened.round;
		await brandings.save(writer, id, { ...(await brandings.find(writer, id)), ...change });
		return null;
	});
}

/** How the round's reports look now, for its organizer. */
export async function showBranding(
	{ db }: Pick<Context, 'db'>,
	organizerToken: string
): Promise<Refused<LinkRefusal> | { refusal: null; branding: Branding }> {
	const opened = await organized(db.read, organizerToken);
	if (opened.refusal !== null) return opened;
	return { refusal: null, branding: await brandings.find(db.read, opened.round.id) };
}
