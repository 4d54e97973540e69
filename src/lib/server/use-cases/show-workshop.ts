import type { Contract } from '../../domain/publication/contract.ts';
import { shownProgress } from '../../domain/publication/rules/progress.ts';
import type { Round, Team } from '../../domain/round/round.ts';
import type { Party } from '../../domain/give-get/give-get.ts';
import { partiesOf } from '../../domain/workshop/exchange.ts';
import { makeViews, type Views, type WorkshopFacts } from '../../domain/workshop/make-views.ts';
import { keptSoFar } from '../../domain/workshop/follow-up.ts';
import type { OpenPromise } from '../../domain/workshop/promise.ts';
import {
	closingMeasure,
	dotsMeasure,
	pictureMeasure,
	weightMeasure
} from '../../domain/workshop/room-request.ts';
import { currentTextStep } from '../../domain/workshop/steer-texts.ts';
import { batchOf, type TextStep } from '../../domain/workshop/texts.ts';
import { meanIn, voteResult } from '../../domain/workshop/vote-result.ts';
import { currentDimension, currentStep, openBallot } from '../../domain/workshop/workshop.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../database/schema.ts';
import * as closings from '../repositories/closings.ts';
import * as dots from '../repositories/dots.ts';
import * as participants from '../repositories/participants.ts';
import * as promises from '../repositories/promises.ts';
import * as revelations from '../repositories/revelations.ts';
import type { Revelation } from '../repositories/revelations.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import * as teams from '../repositories/teams.ts';
import * as texts from '../repositories/texts.ts';
import * as votes from '../repositories/votes.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';
import { namedParties } from './named-parties.ts';

export interface WorkshopSnapshot {
	revision: number;
	views: Views;
}

/** A workshop as each role may see it now; null when there is none. */
export async function showWorkshop(
	{ db }: Pick<Context, 'db'>,
	workshopId: string,
	presence: { isFacilitatorHere: boolean }
): Promise<WorkshopSnapshot | null> {
	const facts = await workshopFacts(db.read, workshopId, presence);
	return facts && { revision: facts.revision, views: makeViews(facts) };
}

/** Reads the facts that views are made of: the room's state, its counts, and what was revealed. */
export async function workshopFacts(
	read: Reader,
	workshopId: string,
	presence: { isFacilitatorHere: boolean }
): Promise<WorkshopFacts | null> {
	const workshop = await workshops.find(read, workshopId);
	if (!workshop) return null;
	const round = (await rounds.find(read, workshop.roundId))!;
	const team = (await teams.find(read, workshop.teamId))!;
	const people = await participants.count(read, workshopId);
	const asked = await answeredNow(read, workshop, people);
	return {
		revision: workshop.revision,
		workshop: workshop.state,
		about: aboutOf(workshop, round, team),
		people,
		progress: shownProgress(asked, people, round.contract),
		...(await revealed(read, workshop)),
		promises: await promises.list(read, [workshopId]),
		...(await textsOf(read, workshop)),
		parties: await partiesIn(read, workshop, round),
		isAcross: await isAcross(read, workshop),
		openPromises: await openPromises(read, workshop, round.contract),
		...presence
	};
}

/** What people wrote in the step the room is at, as far as it was shown. */
async function textsOf(
	read: Reader,
	{ id: workshopId, state }: WorkshopRecord
): Promise<Pick<WorkshopFacts, 'texts' | 'canShowTexts'>> {
	const needed = neededTexts(state);
	const shown = needed && (await texts.listShown(read, { workshopId, step: needed }));
	const step = currentTextStep(state);
	const waiting = step ? await texts.listWaiting(read, { workshopId, step }) : [];
	return { texts: needed ? { [needed]: shown } : {}, canShowTexts: batchOf(waiting) !== null };
}

/** The texts that the step shows; promises come out of give and get, too. What stays after the end, the gate lets out. */
function neededTexts(state: WorkshopRecord['state']): TextStep | undefined {
	return currentStep(state) === 'promises' ? 'give-get' : currentTextStep(state);
}

/** Whether the step, or the recap, shows who gives what to whom. */
function showsExchange(state: WorkshopRecord['state']): boolean {
	const isPlanned = state.agenda.steps.some(({ kind }) => kind === 'give-get');
	return isPlanned && (state.stage === 'ended' || neededTexts(state) === 'give-get');
}

/** Who can give and get; nobody is read for it where it is not shown. */
async function partiesIn(read: Reader, workshop: WorkshopRecord, round: Round): Promise<Party[]> {
	const { id, state } = workshop;
	if (!showsExchange(state)) return [];
	const { openness } = round.contract;
	const aliases = openness === 'open' ? await participants.listAliases(read, id) : [];
	const all = await teams.list(read, round.id);
	return partiesOf({ openness, aliases, named: namedParties(workshop, all) });
}

/** Whether the results of a round with other teams tell what is written now. Stories say so themselves. */
async function isAcross(read: Reader, { state, roundId }: WorkshopRecord): Promise<boolean> {
	const step = currentTextStep(state);
	if (step !== 'who-we-are' && step !== 'give-get') return false;
	return (await teams.list(read, roundId)).length > 1;
}

/** Promises of this team's earlier workshops, but for those that most of k or more people call done. */
async function openPromises(
	read: Reader,
	workshop: WorkshopRecord,
	{ openness, k }: Contract
): Promise<OpenPromise[]> {
	const fewest = openness === 'open' ? 1 : k;
	const before = await promises.list(read, await workshops.listBefore(read, workshop));
	const open: OpenPromise[] = [];
	for (const { id, words, serves, dimension, owner, dueOn, state } of before) {
		if (state !== 'accepted') continue;
		const said = await promises.listFollowUps(read, id);
		if (keptSoFar(said, fewest) === 'done') continue;
		open.push({ id, words, serves, dimension, owner, dueOn, state });
	}
	return open;
}

function aboutOf(
	{ code }: WorkshopRecord,
	{ organization, instrument, edition, form, contract }: Round,
	{ name }: Team
): WorkshopFacts['about'] {
	const { openness, k } = contract;
	return { organization, team: name, instrument, edition, form, openness, k, code };
}

/** How many have answered what the room is asked now. */
async function answeredNow(read: Reader, workshop: WorkshopRecord, people: number) {
	const { id: workshopId, state } = workshop;
	switch (currentStep(state)) {
		case 'questions': {
			const counts = await sheets.countFinished(read, workshop.roundId);
			const own = counts.find(
				({ teamId, lens }) => teamId === workshop.teamId && lens === 'member'
			);
			// A team that had answered before has more sheets than people in the room.
			return Math.min(own?.finished ?? 0, people);
		}
		case 'clues': {
			const dimension = currentDimension(state)!;
			const ballot = openBallot(state, dimension);
			return ballot ? votes.count(read, { workshopId, dimension, ballot }) : 0;
		}
		case 'who-we-are':
		case 'voices':
		case 'give-get': {
			const step = currentTextStep(state)!;
			return (await texts.count(read, { workshopId, step })).writers;
		}
		case 'focus':
			return (await dots.list(read, workshopId)).length;
		case 'close':
			return (await closings.list(read, workshopId)).length;
		default:
			return 0;
	}
}

type Revealed = Pick<
	WorkshopFacts,
	'votes' | 'dots' | 'weights' | 'closing' | 'largestPicture' | 'ledger'
>;

async function revealed(read: Reader, workshop: WorkshopRecord): Promise<Revealed> {
	const { id: workshopId } = workshop;
	const all: Revealed & { votes: Record<string, object>; weights: Record<string, object> } = {
		votes: {},
		dots: null,
		weights: {},
		closing: null,
		largestPicture: null,
		ledger: []
	};
	for (const revelation of await revelations.list(read, workshopId)) {
		const { subject, publication, people, voters } = revelation;
		all.ledger = [...all.ledger, ...publication.entries];
		const [kind, of, ballot] = subject.split('/') as [string, string, string];
		if (kind === 'vote') {
			const result = voteResult(publication, { workshopId, dimension: of, people }, voters);
			all.votes[of] = { ...all.votes[of], [ballot]: result };
		}
		if (kind === 'dots') all.dots = dotTotals(workshop, revelation);
		if (kind === 'weight') all.weights[of] = meanIn(publication, weightMeasure(workshopId, of));
		if (kind === 'picture') all.largestPicture = meanIn(publication, pictureMeasure(workshopId));
		if (kind === 'closing')
			all.closing = {
				wellSpent: meanIn(publication, closingMeasure(workshopId, 'wellSpent')),
				withEachOther: meanIn(publication, closingMeasure(workshopId, 'withEachOther'))
			};
	}
	return all;
}

function dotTotals({ id, state }: WorkshopRecord, { publication }: Revelation) {
	const asked = new Set(publication.cells.map(({ measure }) => measure));
	return state.agenda.dimensions.flatMap((dimension) => {
		const measure = dotsMeasure(id, dimension, 1);
		return asked.has(measure.id) ? [{ dimension, total: meanIn(publication, measure) }] : [];
	});
}
