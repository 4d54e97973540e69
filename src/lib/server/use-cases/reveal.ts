import { canonicalJson, hashOfText } from '../../domain/publication/canonical-json.ts';
import { publish } from '../../domain/publication/publish.ts';
import type { PublicationRequest } from '../../domain/publication/request.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Voter } from '../../domain/workshop/results.ts';
import { picturesIn } from '../../domain/workshop/make-views.ts';
import { helpedRequest } from '../../domain/workshop/follow-up.ts';
import {
	closingMeasure,
	dotsMeasure,
	pictureMeasure,
	roomRequest,
	weightMeasure,
	type RoomQuestion
} from '../../domain/workshop/room-request.ts';
import { voteRequest } from '../../domain/workshop/vote-request.ts';
import type { Ballot } from '../../domain/workshop/workshop.ts';
import type { Writer } from '../database/schema.ts';
import * as closings from '../repositories/closings.ts';
import * as dots from '../repositories/dots.ts';
import * as promises from '../repositories/promises.ts';
import * as revelations from '../repositories/revelations.ts';
import * as texts from '../repositories/texts.ts';
import * as votes from '../repositories/votes.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';

/** A workshop with its round, both held, and how many have joined. */
export interface Room {
	workshop: WorkshopRecord;
	round: Round;
	people: number;
}

/** Everything that anybody ever sees of what the room answered comes out of these six, through the gate. */
export async function revealVote(
	writer: Writer,
	room: Room,
	dimension: string,
	ballot: Ballot
): Promise<void> {
	const { openness } = room.round.contract;
	const on = { workshopId: room.workshop.id, dimension, ballot };
	const pairs = await votes.listPairs(writer, on);
	const request = voteRequest({ ...on, pairs, people: room.people, openness });
	const voters = openness === 'open' ? await votes.listVoters(writer, on) : null;
	await show(writer, room, `vote/${dimension}/${ballot}`, request, voters);
}

export async function revealDots(writer: Writer, room: Room): Promise<void> {
	const { id, state } = room.workshop;
	const placed = await dots.list(writer, id);
	const questions = state.agenda.dimensions.map((dimension): RoomQuestion => ({
		measure: dotsMeasure(id, dimension, placed.length),
		steps: placed.map((own) => own.filter((each) => each === dimension).length)
	}));
	await show(writer, room, 'dots', roomRequest(`${id}/dots`, questions, room.people));
}

/** Each promise once: weights that came after it was shown stay with the people who gave them. */
export async function revealWeights(writer: Writer, room: Room): Promise<void> {
	const { id } = room.workshop;
	const shown = new Set((await revelations.list(writer, id)).map(({ subject }) => subject));
	for (const promise of await promises.list(writer, [id])) {
		const subject = `weight/${promise.id}`;
		if (shown.has(subject) || promise.isHidden) continue;
		const weights = await promises.listWeights(writer, promise.id);
		if (weights.length === 0) continue;
		const measure = weightMeasure(id, promise.id);
		const steps = weights.map((weight) => weight + 1);
		const request = roomRequest(`${id}/${subject}`, [{ measure, steps }], room.people);
		await show(writer, room, subject, request);
	}
}

export async function revealClosing(writer: Writer, room: Room): Promise<void> {
	const { id } = room.workshop;
	const answers = await closings.list(writer, id);
	if (answers.length === 0) return;
	const questions = (['wellSpent', 'withEachOther'] as const).map((question): RoomQuestion => ({
		measure: closingMeasure(id, question),
		steps: answers.map((answer) => answer[question] - 1)
	}));
	await show(writer, room, 'closing', roomRequest(`${id}/closing`, questions, room.people));
}

/** How many of those who wrote share the largest picture of the whole. */
export async function revealPicture(writer: Writer, room: Room): Promise<void> {
	const { id } = room.workshop;
	const shown = await texts.listShown(writer, { workshopId: id, step: 'who-we-are' });
	const pictures = picturesIn({ 'who-we-are': shown });
	if (pictures.length === 0) return;
	const steps = pictures.flatMap(({ sentences }, at) => sentences.map(() => (at === 0 ? 1 : 0)));
	const question = { measure: pictureMeasure(id), steps };
	await show(writer, room, 'picture', roomRequest(`${id}/picture`, [question], room.people));
}

/** Whether a promise helped: once, when nobody is asked any more. */
export async function revealHelped(writer: Writer, room: Room, promiseId: string): Promise<void> {
	const said = await promises.listFollowUps(writer, promiseId);
	if (said.length === 0) return;
	const on = { workshopId: room.workshop.id, promiseId, said, people: room.people };
	await show(writer, room, `helped/${promiseId}`, helpedRequest(on));
}

async function show(
	writer: Writer,
	{ workshop, round, people }: Room,
	subject: string,
	request: PublicationRequest,
	voters: Voter[] | null = null
): Promise<void> {
	const earlier = await revelations.list(writer, workshop.id);
	const ledger = earlier.flatMap(({ publication }) => publication.entries);
	const frozen = { contract: round.contract, hash: round.contractHash };
	const body = canonicalJson(publish(request, frozen, ledger));
	const hash = await hashOfText(body);
	await revelations.insert(writer, {
		workshopId: workshop.id,
		subject,
		body,
		hash,
		people,
		voters
	});
}
