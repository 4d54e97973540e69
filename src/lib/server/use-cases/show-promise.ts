import { shownProgress } from '../../domain/publication/rules/progress.ts';
import { dayOf } from '../../domain/round/round.ts';
import {
	followUpPhase,
	helpedIn,
	keptSoFar,
	lastDayAsked,
	type Helped,
	type PromisePage
} from '../../domain/workshop/follow-up.ts';
import type { PromiseRefusal } from '../../domain/workshop/promise.ts';
import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { Refused } from '../access/organizer.ts';
import { seatId } from '../access/seat.ts';
import { throughDoor } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as participants from '../repositories/participants.ts';
import * as promises from '../repositories/promises.ts';
import * as revelations from '../repositories/revelations.ts';
import * as rounds from '../repositories/rounds.ts';
import * as teams from '../repositories/teams.ts';
import * as workshops from '../repositories/workshops.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';
import type { FollowUpPlace } from './follow-up-promise.ts';
import { revealHelped } from './reveal.ts';

export type PromiseShown =
	| Refused<WorkshopAccessRefusal | PromiseRefusal | 'not-ended-yet'>
	| { refusal: null; page: PromisePage };

/** A promise's page: when it will ask, what this device said, and in the end what came of it. */
export async function showPromise(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	{ door, promiseId, deviceKey }: Omit<FollowUpPlace, 'deviceKey'> & { deviceKey: string | null }
): Promise<PromiseShown> {
	const { read } = db;
	const opened = await throughDoor(read, door);
	if (opened.refusal !== null) return opened;
	const { workshop } = opened;
	if (workshop.state.stage !== 'ended') return { refusal: 'not-ended-yet' };
	const promise = await promises.find(read, promiseId);
	if (promise?.workshopId !== workshop.id || promise.state !== 'accepted' || !promise.dueOn)
		return { refusal: 'no-such-promise' };

	const { id, words, serves, dimension, owner, dueOn } = promise;
	const phase = followUpPhase(dueOn, dayOf(now()));
	const helped =
		phase === 'over' ? await db.write((writer) => helpedOnce(writer, workshop.id, id)) : null;
	const round = (await rounds.find(read, workshop.roundId))!;
	const said = await promises.listFollowUps(read, id);
	const { openness, k } = round.contract;
	const own = deviceKey && seatId(deviceKey, workshop.id, 'follow-up', id);
	return {
		refusal: null,
		page: {
			...(await aboutOf(workshop)),
			promise: { id, words, serves, dimension, owner, dueOn },
			phase,
			lastDay: lastDayAsked(dueOn),
			answered: shownProgress(
				said.length,
				await participants.count(read, workshop.id),
				round.contract
			),
			kept: keptSoFar(said, openness === 'open' ? 1 : k),
			helped,
			own: own ? await promises.findFollowUp(read, own) : null
		}
	};

	async function aboutOf({ teamId, heldOn }: WorkshopRecord) {
		const { organization, instrument, edition } = round;
		const team = (await teams.find(read, teamId))!.name;
		return { organization, instrument, edition, team, heldOn };
	}
}

/** Through the gate the first time somebody looks after the last day, and the same from then on. */
async function helpedOnce(
	writer: Writer,
	workshopId: string,
	promiseId: string
): Promise<Helped | null> {
	const workshop = (await workshops.hold(writer, workshopId, 'forUpdate'))!;
	const find = async () =>
		(await revelations.list(writer, workshopId)).find(
			({ subject }) => subject === `helped/${promiseId}`
		);
	if (!(await find())) {
		const round = (await rounds.find(writer, workshop.roundId))!;
		const people = await participants.count(writer, workshopId);
		await revealHelped(writer, { workshop, round, people }, promiseId);
	}
	const revelation = await find();
	return revelation ? helpedIn(revelation.publication, { workshopId, promiseId }) : null;
}
