import { organizing } from '../access/organizer.ts';
import { organizerLink } from '../access/round-links.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as links from '../repositories/links.ts';
import type { Renewed } from './renew-link.ts';

/** Gives the organizer a new link of their own; the old one opens nothing any more. */
export async function renewOrganizerLink(
	{ db }: Context,
	organizerToken: string
): Promise<Renewed> {
	return db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized;
		const { round, seed, hash } = organized;

		const { token, link } = organizerLink(round.id, seed, await nextSerial(writer, round.id));
		await links.setState(writer, [hash], 'replaced');
		await links.insertAll(writer, [link]);
		return { refusal: null, token };
	});
}

/** A second organizer gets a link of their own, so that one can be revoked without the other. */
export async function addOrganizerLink({ db }: Context, organizerToken: string): Promise<Renewed> {
	return db.write(async (writer) => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized;
		const { round, seed } = organized;

		const { token, link } = organizerLink(round.id, seed, await nextSerial(writer, round.id));
		await links.insertAll(writer, [link]);
		return { refusal: null, token };
	});
}

async function nextSerial(writer: Writer, roundId: string): Promise<number> {
	const organizers = (await links.list(writer, roundId)).filter(({ kind }) => kind === 'organizer');
	return Math.max(...organizers.map(({ serial }) => serial)) + 1;
}
