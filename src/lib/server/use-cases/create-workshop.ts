import { holoscope } from '../../content/instruments.ts';
import { freezeContract } from '../../domain/publication/contract.ts';
import { planRefusal } from '../../domain/round/round-rules.ts';
import { dayOf, type Round, type Team } from '../../domain/round/round.ts';
import {
	isTooFewForAgenda,
	type NewWorkshop,
	type PlanRefusal
} from '../../domain/workshop/new-workshop.ts';
import { newWorkshop } from '../../domain/workshop/workshop.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { organizing } from '../access/organizer.ts';
import { createJoinCode } from '../access/seat.ts';
import { randomId, randomSeed } from '../access/secrets.ts';
import { facilitatorLink, linkOf, presentToken, recapToken } from '../access/workshop-tokens.ts';
import { facilitating } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as teams from '../repositories/teams.ts';
import * as workshopLinks from '../repositories/workshop-links.ts';
import * as workshops from '../repositories/workshops.ts';
import { saveNewRound } from './create-round.ts';

export type WorkshopCreated =
	| { refusal: PlanRefusal | LinkRefusal | 'no-such-team' | 'round-not-open-yet' }
	| { refusal: null; workshopId: string; code: string; facilitate: string; present: string };

/** Plans a workshop of a team that is measured for the first time today: it gets a round of its own. */
export async function createWorkshop(
	{ db, now }: Context,
	plan: NewWorkshop
): Promise<WorkshopCreated> {
	const round = await roundFor(plan, now());
	const refusal = agendaRefusal(plan) ?? (planRefusal(round, now()) && 'kept-too-short');
	if (refusal) return { refusal };

	return db.write(async (writer): Promise<WorkshopCreated> => {
		const previous = plan.previous ? await facilitating(writer, plan.previous) : null;
		if (previous && previous.refusal !== null) return { refusal: 'no-previous' };

		const before = previous?.workshop ?? null;
		const team: Team = {
			id: randomId(),
			previousId: before?.teamId ?? null,
			name: plan.team,
			headcount: plan.headcount
		};
		await saveNewRound(writer, { ...round, previousId: before?.roundId ?? null }, [team]);
		return save(writer, {
			...plan,
			roundId: round.id,
			teamId: team.id,
			previousId: before?.id ?? null,
			ownsRound: true,
			now: now()
		});
	});
}

/** Plans a workshop of a team that answers in an open round: its contract holds in the room too. */
export async function createWorkshopInRound(
	{ db, now }: Context,
	organizerToken: string,
	plan: Pick<NewWorkshop, 'agenda' | 'previous'> & { teamId: string }
): Promise<WorkshopCreated> {
	return db.write(async (writer): Promise<WorkshopCreated> => {
		const organized = await organizing(writer, organizerToken);
		if (organized.refusal !== null) return organized;
		const { round } = organized;
		if (round.state === 'draft') return { refusal: 'round-not-open-yet' };
		const team = (await teams.list(writer, round.id)).find(({ id }) => id === plan.teamId);
		if (!team) return { refusal: 'no-such-team' };

		const { openness, k } = round.contract;
		const { headcount } = team;
		const refusal = agendaRefusal({ ...plan, headcount, openness, k, form: round.form });
		if (refusal) return { refusal };
		const previous = plan.previous ? await facilitating(writer, plan.previous) : null;
		if (previous && previous.refusal !== null) return { refusal: 'no-previous' };
		return save(writer, {
			agenda: plan.agenda,
			roundId: round.id,
			teamId: team.id,
			previousId: previous?.workshop.id ?? null,
			ownsRound: false,
			now: now()
		});
	});
}

interface Place extends Pick<NewWorkshop, 'agenda'> {
	roundId: string;
	teamId: string;
	previousId: string | null;
	ownsRound: boolean;
	now: Date;
}

async function save(writer: Writer, { agenda, now, ...place }: Place): Promise<WorkshopCreated> {
	const id = randomId();
	const code = await freeCode(writer);
	const seed = randomSeed();
	const owner = facilitatorLink(id, seed, { kind: 'facilitate', serial: 1 });
	const present = presentToken(seed);
	await workshops.insert(
		writer,
		workshops.newlyHeld({ id, code, state: newWorkshop(agenda), ...place }, now)
	);
	await workshopLinks.insertAll(writer, [
		owner.link,
		linkOf(id, 'present', present),
		linkOf(id, 'recap', recapToken(present))
	]);
	return { refusal: null, workshopId: id, code, facilitate: owner.token, present };
}

/** Codes are few enough that two workshops of one day might get the same. */
async function freeCode(writer: Writer): Promise<string> {
	for (;;) {
		const code = createJoinCode();
		if (!(await workshops.findByCode(writer, code))) return code;
	}
}

function agendaRefusal(
	plan: Pick<NewWorkshop, 'agenda' | 'headcount' | 'openness' | 'k' | 'form'>
): PlanRefusal | null {
	const known = holoscope.dimensions.map(({ id }) => id);
	if (plan.agenda.dimensions.some((id) => !known.includes(id))) return 'unknown-dimension';
	if (!Object.hasOwn(holoscope.forms, plan.form)) return 'unknown-form';
	return isTooFewForAgenda(plan, plan.agenda) ? 'too-few-for-numbers' : null;
}

/** A round with one team that closes with its workshop, or some days later if nobody ends it. */
async function roundFor(plan: NewWorkshop, now: Date): Promise<Round> {
	const { contract, hash } = await freezeContract({
		version: 1,
		openness: plan.openness,
		k: plan.k,
		lenses: ['member'],
		cuts: ['second-vote', 'team', 'whole'],
		sight: 'everyone-with-the-link-at-once',
		keptUntil: plan.keptUntil
	});
	return {
		id: randomId(),
		previousId: null,
		organization: plan.organization,
		instrument: holoscope.id,
		edition: holoscope.edition,
		form: plan.form,
		locale: 'en',
		contract,
		contractHash: hash,
		closesOn: dayOf(new Date(now.getTime() + LONGEST_WORKSHOP_MS)),
		state: 'open',
		openedOn: dayOf(now),
		closedOn: null,
		answersDeletedOn: null,
		version: 1
	};
}

const LONGEST_WORKSHOP_MS = 14 * 24 * 60 * 60 * 1000;
