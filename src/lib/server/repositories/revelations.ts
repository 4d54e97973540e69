import { publicationSchema, type Publication } from '../../domain/publication/publication.ts';
import type { Voter } from '../../domain/workshop/results.ts';
import type { Reader, Writer } from '../database/schema.ts';

/** What a workshop has been shown: a publication of its own, which never changes again. */
export interface Revelation {
	/** As in `vote/voice/first`, `dots`, `weight/…`, `closing`. */
	subject: string;
	publication: Publication;
	/** How many had joined when it was shown. */
	people: number;
	/** Under an open contract: who chose what. */
	voters: Voter[] | null;
}

/** Everything that was revealed, by subject: the ledger of the workshop. */
export async function list(db: Reader, workshopId: string): Promise<Revelation[]> {
	const rows = await db
		.selectFrom('revelations')
		.select(['subject', 'body', 'people', 'voters'])
		.where('workshop_id', '=', workshopId)
		.orderBy('subject')
		.execute();
	return rows.map(({ subject, body, people, voters }) => ({
		subject,
		publication: publicationSchema.parse(JSON.parse(body)),
		people,
		voters: voters ? (JSON.parse(voters) as Voter[]) : null
	}));
}

interface Stored extends Omit<Revelation, 'publication'> {
	workshopId: string;
	/** The publication's text, kept to the letter, as it was hashed. */
	body: string;
	hash: string;
}

export async function insert(
	db: Writer,
	{ workshopId, voters, ...revelation }: Stored
): Promise<void> {
	await db
		.insertInto('revelations')
		.values({
			...revelation,
			workshop_id: workshopId,
			voters: voters ? JSON.stringify(voters) : null
		})
		.execute();
}
