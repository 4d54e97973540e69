import type { Contract } from '../../domain/publication/contract.ts';
import { publishTexts } from '../../domain/publication/publish-texts.ts';
import type { Round, Team } from '../../domain/round/round.ts';
import { picturesOf } from '../../domain/workshop/picture.ts';
import { pictureMeasure } from '../../domain/workshop/room-request.ts';
import type { TeamPictures, Told } from '../../domain/workshop/told.ts';
import { meanIn } from '../../domain/workshop/vote-result.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../database/schema.ts';
import * as revelations from '../repositories/revelations.ts';
import * as teams from '../repositories/teams.ts';
import * as texts from '../repositories/texts.ts';
import { exchangeAcross } from './exchange-across.ts';
import { heldIn, type Held } from './held-workshops.ts';

/** What the ended workshops of a closed round have told: stories of all teams, each team's pictures, and what they need and give. */
export async function showTold(
	{ db: { read } }: Pick<Context, 'db'>,
	{ id, contract }: Pick<Round, 'id' | 'contract'>
): Promise<Told> {
	const held = await heldIn(read, id);
	const all = await teams.list(read, id);
	return {
		stories: await storiesOf(read, held, contract),
		pictures: await picturesByTeam(read, held, contract, all),
		exchange: await exchangeAcross(read, { id, contract }, { held, teams: all })
	};
}

async function storiesOf(
	read: Reader,
	held: readonly Held[],
	contract: Contract
): Promise<Told['stories']> {
	const batches = await Promise.all(
		held.map(async ({ workshop: { id: workshopId } }) =>
			(await texts.listKept(read, { workshopId, step: 'voices' })).map(({ id, writer, body }) => ({
				id,
				writer,
				text: body
			}))
		)
	);
	if (batches.flat().length === 0) return null;
	return publishTexts({ isOpen: false, batches, people: peopleIn(held) }, contract);
}

/** A team that has met twice is counted once: the same people may have come again. */
function peopleIn(held: readonly Held[]): number {
	const most = new Map<string, number>();
	for (const { workshop, people } of held)
		most.set(workshop.teamId, Math.max(people, most.get(workshop.teamId) ?? 0));
	return [...most.values()].reduce((sum, people) => sum + people, 0);
}

async function picturesByTeam(
	read: Reader,
	held: readonly Held[],
	contract: Contract,
	all: readonly Team[]
): Promise<TeamPictures[]> {
	const shown: TeamPictures[] = [];
	for (const { id, name } of all) {
		const own = held.filter(({ workshop }) => workshop.teamId === id);
		const pictures = await Promise.all(own.map((each) => picturesOfTeam(read, each, contract)));
		const latest = pictures.findLast((each) => each !== null);
		if (latest) shown.push({ team: name, ...latest });
	}
	return shown;
}

async function picturesOfTeam(
	read: Reader,
	{ workshop: { id: workshopId }, people }: Held,
	contract: Contract
): Promise<Omit<TeamPictures, 'team'> | null> {
	const all = await revelations.list(read, workshopId);
	const settled = all.find(({ subject }) => subject === 'picture');
	if (!settled) return null;
	const largest = meanIn(settled.publication, pictureMeasure(workshopId));
	const kept = await texts.listKept(read, { workshopId, step: 'who-we-are' });
	const batch = kept
		.filter(({ isForRound }) => isForRound)
		.map(({ id, writer, body, group }) => ({ id, writer, text: { id, words: body.words, group } }));
	const { texts: shown, refusal } = publishTexts(
		{ isOpen: false, batches: [batch], people },
		contract
	);
	if (refusal) return { largest, told: null, refusal };
	const pictures = picturesOf(shown);
	const sentences = pictures[0]!.sentences.map(({ words }) => words);
	return { largest, told: { pictures: pictures.length, sentences }, refusal };
}
