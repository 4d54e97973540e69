import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import {
	sizeRefusal,
	type Command,
	type SteerRefusal,
	type SteerRequest
} from '../../domain/workshop/command.ts';
import { canMeet } from '../../domain/give-get/give-get.ts';
import { entriesOf } from '../../domain/workshop/exchange.ts';
import { steer } from '../../domain/workshop/steer.ts';
import { ticked } from '../../domain/workshop/step-clock.ts';
import { currentTextStep, placeIn } from '../../domain/workshop/steer-texts.ts';
import { batchOf, nextPlace } from '../../domain/workshop/texts.ts';
import { currentDimension, openBallot } from '../../domain/workshop/workshop.ts';
import type { Refused } from '../access/organizer.ts';
import { steering } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as participants from '../repositories/participants.ts';
import * as rounds from '../repositories/rounds.ts';
import * as texts from '../repositories/texts.ts';
import * as votes from '../repositories/votes.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';
import { settle } from './close-round.ts';
import {
	revealClosing,
	revealDots,
	revealPicture,
	revealVote,
	revealWeights,
	type Room
} from './reveal.ts';

export type Steered =
	| Refused<SteerRefusal | WorkshopAccessRefusal | 'room-moved-on'>
	| { refusal: null; revision: number };

/**
 * Does what the facilitator asks. `seen` is the revision they were looking at: a press that was sent twice, or
 * that another facilitator was quicker with, moves nothing. What is shown for the first time passes the gate in the same write.
 */
export async function steerWorkshop(
	{ db, live, now }: Context,
	token: string,
	request: SteerRequest,
	seen: number | null = null
): Promise<Steered> {
	const outcome = await db.write(async (writer) => {
		const opened = await steering(writer, token);
		if (opened.refusal !== null) return opened;
		if (seen !== null && seen !== opened.workshop.revision)
			return { refusal: 'room-moved-on' as const };
		return steerIn(writer, opened.workshop, request, now());
	});
	if (outcome.refusal !== null) return outcome;
	live.tell({ workshopId: outcome.workshop.id, kind: 'changed' });
	if (request.kind === 'end') await db.scrub();
	return { refusal: null, revision: outcome.workshop.revision };
}

async function steerIn(
	writer: Writer,
	workshop: WorkshopRecord,
	request: SteerRequest,
	now: Date
): Promise<Refused<SteerRefusal> | { refusal: null; workshop: WorkshopRecord }> {
	const room = await roomOf(writer, workshop);
	const voted = await votedOn(writer, workshop);
	const command = await commandOf(writer, workshop, request, { voted, now });
	const steered = steer(workshop.state, command);
	if ('refusal' in steered) return steered;
	const { openness, k } = room.round.contract;
	const tooFew = sizeRefusal(command, { openness, k, people: room.people, votes: voted });
	if (tooFew) return { refusal: tooFew };

	const state = ticked(workshop.state, steered.workshop, now.getTime());
	const next = { ...workshop, state };
	await reveal(writer, room, command);
	if (command.kind === 'show-texts') await showTexts(writer, next);
	if (command.kind === 'end') await end(writer, room, next, now);
	return { refusal: null, workshop: await workshops.update(writer, next) };
}

async function roomOf(writer: Writer, workshop: WorkshopRecord): Promise<Room> {
	// Held after the workshop, always in this order: ending it may close the round.
	const round = await rounds.hold(writer, workshop.roundId, 'forUpdate');
	const people = await participants.count(writer, workshop.id);
	return { workshop, round: round!, people };
}

/** How many have voted on what is open. In a second vote all who voted in the first one are in it already. */
async function votedOn(writer: Writer, { id, state }: WorkshopRecord) {
	const dimension = currentDimension(state);
	const ballot = dimension && openBallot(state, dimension);
	if (!ballot) return 0;
	const voters = await votes.listPairs(writer, { workshopId: id, dimension });
	return voters.length;
}

async function commandOf(
	writer: Writer,
	{ id: workshopId, state }: WorkshopRecord,
	request: SteerRequest,
	{ voted, now }: { voted: number; now: Date }
): Promise<Command> {
	const step = currentTextStep(state);
	switch (request.kind) {
		case 'reveal':
			return { kind: 'reveal', votes: voted };
		case 'start-timer':
			return { ...request, now: now.getTime() };
		case 'show-texts': {
			const waiting = step ? await texts.listWaiting(writer, { workshopId, step }) : [];
			return { kind: 'show-texts', writers: new Set(waiting.map((text) => text.writer)).size };
		}
		case 'next-text': {
			const shown = step ? await texts.listShown(writer, { workshopId, step }) : [];
			const current = step ? placeIn(state, step).current : null;
			return { kind: 'next-text', place: nextPlace(shown, current) };
		}
		case 'say-pair': {
			const shown = await texts.listShown(writer, { workshopId, step: 'give-get' });
			return { ...request, canMeet: canMeet({ entries: entriesOf(shown) }, request) };
		}
	}
	return request as Command;
}

async function reveal(writer: Writer, room: Room, command: Command): Promise<void> {
	const { state } = room.workshop;
	if (command.kind === 'reveal') {
		const dimension = currentDimension(state)!;
		await revealVote(writer, room, dimension, openBallot(state, dimension)!);
	}
	if (command.kind === 'close-focus') await revealDots(writer, room);
	if (command.kind === 'close-weighing') await revealWeights(writer, room);
	if (command.kind === 'settle-pictures') await revealPicture(writer, room);
	if (command.kind === 'end') await revealClosing(writer, room);
}

/** Everything that waits becomes one batch, or nothing does. */
async function showTexts(writer: Writer, { id: workshopId, state }: WorkshopRecord): Promise<void> {
	const step = currentTextStep(state)!;
	const batch = batchOf(await texts.listWaiting(writer, { workshopId, step }));
	if (batch) await texts.show(writer, batch, placeIn(state, step).batches);
}

/** The code ends with its workshop; a round that was made for it closes, and nobody's traces stay. */
async function end(
	writer: Writer,
	{ round }: Room,
	workshop: WorkshopRecord,
	now: Date
): Promise<void> {
	workshop.code = null;
	await votes.forgetRevisions(writer, workshop.id);
	await texts.keepOnlyAgreed(writer, workshop.id);
	if (workshop.ownsRound && round.state === 'open') await settle(writer, round, now);
}
