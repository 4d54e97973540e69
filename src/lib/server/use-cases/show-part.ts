import { instrumentOf } from '../../content/instruments.ts';
import { wordingOf } from '../../domain/instrument/form.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { toldContract, type ToldContract } from '../../domain/publication/contract.ts';
import { questionsFor } from '../../domain/round/questions.ts';
import { formFor, type Round } from '../../domain/round/round.ts';
import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { OwnPart, ParticipantView } from '../../domain/workshop/views.ts';
import { sheetMark } from '../access/device-key.ts';
import type { Refused } from '../access/organizer.ts';
import { seated, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as rounds from '../repositories/rounds.ts';
import * as teams from '../repositories/teams.ts';
import { placeOf } from './answer-in-workshop.ts';
import { showOwnPart } from './show-own-part.ts';
import { showWorkshop } from './show-workshop.ts';

/** Everything that a phone needs to take part, from the first screen to the last. */
export interface Part {
	view: ParticipantView;
	own: OwnPart;
	/** Tells this person's sheet from that of somebody else on the same device. */
	mark: string;
	/** What was typed to join; null once the workshop has ended. */
	code: string | null;
	contract: ToldContract;
	headcount: number;
	form: string;
	scale: Instrument['scale'];
	/** In the order they are asked, worded for members. */
	questions: { id: string; text: string }[];
	dimensions: Pick<
		Instrument['dimensions'][number],
		'id' | 'name' | 'monolith' | 'hologram' | 'anchors'
	>[];
}

/** The workshop as somebody who takes part finds it on their phone. */
export async function showPart(
	context: Pick<Context, 'db'>,
	seat: Seat
): Promise<Refused<WorkshopAccessRefusal> | { refusal: null; part: Part }> {
	const { read } = context.db;
	const sitting = await seated(read, seat);
	if (sitting.refusal !== null) return sitting;
	const shown = await showOwnPart(context, seat);
	if (shown.refusal !== null) return shown;

	const { workshop } = sitting;
	const round = (await rounds.find(read, workshop.roundId))!;
	const team = (await teams.find(read, workshop.teamId))!;
	// The stream tells within a second whether it is so; until then nobody needs to worry.
	const snapshot = await showWorkshop(context, workshop.id, { isFacilitatorHere: true });
	return {
		refusal: null,
		part: {
			view: snapshot!.views.participant,
			own: shown.own,
			mark: sheetMark(seat.seat, placeOf(workshop)),
			code: workshop.code,
			contract: toldContract(round.contract),
			headcount: team.headcount,
			...wordsOf(round)
		}
	};
}

function wordsOf(round: Round): Pick<Part, 'form' | 'scale' | 'questions' | 'dimensions'> {
	const instrument = instrumentOf(round);
	const form = formFor(round, 'member', instrument);
	return {
		form,
		scale: instrument.scale,
		questions: questionsFor(round, 'member', instrument).map((item) => ({
			id: item.id,
			text: wordingOf(item, 'member', round.organization)
		})),
		dimensions: instrument.dimensions.map(({ id, name, monolith, hologram, anchors }) => ({
			id,
			name,
			monolith,
			hologram,
			anchors
		}))
	};
}
