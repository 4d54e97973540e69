import { instrumentOf } from '../../content/instruments.ts';
import { lensNames } from '../../content/round-words.ts';
import type { Branding } from '../../domain/branding/branding.ts';
import { publicationSchema } from '../../domain/publication/publication.ts';
import { resultsOf } from '../../domain/results/results-of.ts';
import type { PromiseLine, Results } from '../../domain/results/results.ts';
import { ON_THE_WHOLE } from '../../domain/round/comment.ts';
import { linkRefusal, type LinkRefusal } from '../../domain/round/link.ts';
import { phaseOf, type Round } from '../../domain/round/round.ts';
import { hashOf } from '../access/secrets.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../database/schema.ts';
import * as brandings from '../repositories/brandings.ts';
import * as comments from '../repositories/comments.ts';
import * as links from '../repositories/links.ts';
import * as promises from '../repositories/promises.ts';
import * as publications from '../repositories/publications.ts';
import * as rounds from '../repositories/rounds.ts';
import * as teams from '../repositories/teams.ts';
import * as workshops from '../repositories/workshops.ts';
import { settle } from './close-round.ts';
import { publishOnce } from './publish-once.ts';

export type ResultsShown =
	| { refusal: null; round: Round; results: Results; branding: Branding }
	| { refusal: LinkRefusal }
	/** Nobody sees anything before: neither organizers nor leaders. */
	| { refusal: 'still-open'; organization: string; closesOn: string }
	/** The answers were deleted before anything was published. */
	| { refusal: 'answers-deleted' };

/**
 * What everybody with the results link sees, at the same time. Closing publishes; where a round's day has passed and
 * nobody has closed it, the first to look does both.
 */
export async function showResults(context: Context, token: string): Promise<ResultsShown> {
	const { db, now } = context;
	const link = await links.find(db.read, hashOf(token));
	const round = link?.kind === 'results' ? await rounds.find(db.read, link.roundId) : null;
	if (!link || !round) return { refusal: 'link-unknown' };
	const refusal = linkRefusal(link.state);
	if (refusal) return { refusal };
	if (phaseOf(round, now()) !== 'closed')
		return {
			refusal: 'still-open',
			organization: round.organization,
			closesOn: round.closesOn
		};

	const shown = await read(db.read, round.id);
	if (shown) return shown;
	await publishOverdue(context, round.id);
	return (await read(db.read, round.id)) ?? { refusal: 'answers-deleted' };
}

async function publishOverdue({ db, now }: Context, roundId: string): Promise<void> {
	await db.write(async (writer) => {
		const round = await rounds.hold(writer, roundId, 'forUpdate');
		if (!round) return;
		if (round.state === 'open') await settle(writer, round, now());
		else await publishOnce(writer, round);
	});
	await db.scrub();
}

async function read(
	db: Reader,
	roundId: string
): Promise<Extract<ResultsShown, { refusal: null }> | null> {
	const round = await rounds.find(db, roundId);
	const stored = await publications.list(db, roundId);
	const all = stored.map(({ body }) => publicationSchema.parse(JSON.parse(body)));
	const publication = all.at(-1);
	if (!round || !publication) return null;
	const results = resultsOf({
		round,
		teams: await teams.list(db, roundId),
		instrument: instrumentOf(round),
		publication,
		ledger: all.flatMap(({ entries }) => entries),
		promises: await promisesOf(db, roundId),
		comments: await comments.list(db, { roundId, prompt: ON_THE_WHOLE }),
		names: {
			member: lensNames.member(),
			leader: lensNames.leader(),
			customer: lensNames.customer(),
			partner: lensNames.partner()
		}
	});
	return { refusal: null, round, results, branding: await brandings.find(db, roundId) };
}

/** What rooms accepted and did not hide. Who owns a promise is said in its recap only. */
async function promisesOf(db: Reader, roundId: string): Promise<PromiseLine[]> {
	const all = await workshops.listOfRound(db, roundId);
	const ended = new Map(
		all.filter(({ state }) => state.stage === 'ended').map(({ id, teamId }) => [id, teamId])
	);
	const kept = await promises.list(db, [...ended.keys()]);
	return kept
		.filter(({ state, isHidden }) => state === 'accepted' && !isHidden)
		.map(({ workshopId, words, serves, dimension, dueOn }) => ({
			team: ended.get(workshopId)!,
			words,
			serves,
			dimension,
			dueOn
		}));
}
