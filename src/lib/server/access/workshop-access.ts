import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { Reader, Writer } from '../database/schema.ts';
import * as participants from '../repositories/participants.ts';
import * as workshopLinks from '../repositories/workshop-links.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';
import type { Refused } from './organizer.ts';
import { seatId } from './seat.ts';
import { hashOf, unseal } from './secrets.ts';

export interface Facilitating {
	refusal: null;
	workshop: WorkshopRecord;
	/** What the links are made of. */
	seed: Buffer;
	/** A co-facilitator does all but hand out links. */
	isOwner: boolean;
}

/** Opens a workshop with a link to facilitate it, to look. */
export async function facilitating(
	db: Reader,
	token: string
): Promise<Facilitating | Refused<WorkshopAccessRefusal>> {
	return open(db, token, (id) => workshops.find(db, id));
}

/** The same to change it: nobody else changes it, or answers in it, until this write ends. */
export async function steering(
	db: Writer,
	token: string
): Promise<Facilitating | Refused<WorkshopAccessRefusal>> {
	return open(db, token, (id) => workshops.hold(db, id, 'forUpdate'));
}

async function open(
	db: Reader,
	token: string,
	findWorkshop: (id: string) => Promise<WorkshopRecord | null>
): Promise<Facilitating | Refused<WorkshopAccessRefusal>> {
	const link = await workshopLinks.find(db, hashOf(token));
	if (!link?.sealedSeed || link.state !== 'active') return { refusal: 'no-such-workshop' };
	const workshop = await findWorkshop(link.workshopId);
	if (!workshop) return { refusal: 'no-such-workshop' };
	const seed = unseal(link.sealedSeed, token);
	return { refusal: null, workshop, seed, isOwner: link.kind === 'facilitate' };
}

/** The workshop that a link to the shared screen or to the recap opens; null when it opens none. */
export async function opened(
	db: Reader,
	token: string,
	kind: 'present' | 'recap'
): Promise<WorkshopRecord | null> {
	const link = await workshopLinks.find(db, hashOf(token));
	if (link?.kind !== kind || link.state !== 'active') return null;
	return workshops.find(db, link.workshopId);
}

/** Somebody who takes part: which workshop, and what their cookie proves. */
export interface Seat {
	workshopId: string;
	seat: string;
}

export interface Seated {
	refusal: null;
	workshop: WorkshopRecord;
	participant: participants.Participant;
}

/** Finds somebody's seat, to look. */
export async function seated(
	db: Reader,
	{ workshopId, seat }: Seat
): Promise<Seated | Refused<WorkshopAccessRefusal>> {
	return sit(db, seatId(seat, workshopId, 'participant'), await workshops.find(db, workshopId));
}

/** The same to answer: the room stays as it is until this write ends, whoever else answers meanwhile. */
export async function takingPart(
	db: Writer,
	{ workshopId, seat }: Seat
): Promise<Seated | Refused<WorkshopAccessRefusal>> {
	const workshop = await workshops.hold(db, workshopId, 'forShare');
	return sit(db, seatId(seat, workshopId, 'participant'), workshop);
}

async function sit(
	db: Reader,
	id: string,
	workshop: WorkshopRecord | null
): Promise<Seated | Refused<WorkshopAccessRefusal>> {
	if (!workshop) return { refusal: 'no-such-workshop' };
	const participant = await participants.find(db, id);
	return participant ? { refusal: null, workshop, participant } : { refusal: 'not-in-this-room' };
}

/** What opens a recap: its link, or the seat of somebody who took part. */
export type RecapDoor = { recap: string } | Seat;

/** The workshop behind a recap's link, or a seat. */
export async function throughDoor(
	db: Reader,
	door: RecapDoor
): Promise<Refused<WorkshopAccessRefusal> | { refusal: null; workshop: WorkshopRecord }> {
	if (!('recap' in door)) return seated(db, door);
	const workshop = await opened(db, door.recap, 'recap');
	return workshop ? { refusal: null, workshop } : { refusal: 'no-such-workshop' };
}
