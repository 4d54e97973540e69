import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { DOTS } from '../../domain/workshop/take-part.ts';
import { textStepSchema } from '../../domain/workshop/text-schemas.ts';
import type { OwnPart } from '../../domain/workshop/views.ts';
import { sheetId } from '../access/device-key.ts';
import type { Refused } from '../access/organizer.ts';
import { seatId } from '../access/seat.ts';
import { seated, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as answers from '../repositories/answers.ts';
import * as closings from '../repositories/closings.ts';
import * as dots from '../repositories/dots.ts';
import * as promises from '../repositories/promises.ts';
import * as sheets from '../repositories/sheets.ts';
import * as texts from '../repositories/texts.ts';
import * as votes from '../repositories/votes.ts';
import { placeOf } from './answer-in-workshop.ts';

/** One person's own part, for whoever holds their key: whoever comes back finds what they had answered. */
export async function showOwnPart(
	{ db }: Pick<Context, 'db'>,
	{ workshopId, seat }: Seat
): Promise<Refused<WorkshopAccessRefusal> | { refusal: null; own: OwnPart }> {
	const { read } = db;
	const sitting = await seated(read, { workshopId, seat });
	if (sitting.refusal !== null) return sitting;
	const { workshop, participant } = sitting;

	const { dimensions } = workshop.state.agenda;
	const voteIds = dimensions.map((dimension) => seatId(seat, workshopId, 'vote', dimension));
	const own: OwnPart['votes'] = {};
	for (const { dimension, ballot, level, revision } of await votes.listOwn(read, voteIds))
		own[dimension] = { ...own[dimension], [ballot]: { level, revision } };

	const proposals = await promises.list(read, [workshopId]);
	const weightIds = proposals.map(({ id }) => seatId(seat, workshopId, 'weight', id));
	const placed = await dots.find(read, seatId(seat, workshopId, 'dots'));
	const sheet = sheetId(seat, placeOf(workshop));
	return {
		refusal: null,
		own: {
			alias: participant.alias,
			recoveryCode: seat,
			votes: own,
			dots: placed,
			dotsLeft: DOTS - placed.length,
			weights: await promises.listOwnWeights(read, weightIds),
			closing: await closings.find(read, seatId(seat, workshopId, 'closing')),
			answers: await answers.list(read, sheet),
			hasFinishedQuestions: (await sheets.isFinished(read, sheet)) === true,
			texts: await texts.listOwn(
				read,
				textStepSchema.options.map((step) => seatId(seat, workshopId, 'writer', step))
			)
		}
	};
}
