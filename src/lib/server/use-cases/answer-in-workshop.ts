import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import type { AnswerRefusal, SentAnswer } from '../../domain/round/answering.ts';
import { welcomeRefusal } from '../../domain/round/answering.ts';
import { currentStep } from '../../domain/workshop/workshop.ts';
import type { AtWork } from '../access/answerer.ts';
import { sheetId, type AnswerPlace } from '../access/device-key.ts';
import type { Refused } from '../access/organizer.ts';
import { takingPart, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as imports from '../repositories/imports.ts';
import * as rounds from '../repositories/rounds.ts';
import * as sheets from '../repositories/sheets.ts';
import { handIn } from './finish-sheet.ts';
import { keepAnswers, type Saved } from './save-answers.ts';

export type QuestionsRefusal = AnswerRefusal | WorkshopAccessRefusal | 'questions-closed';

/** Keeps a person's answers to the questions, in the round of the workshop's team. `isDone` hands the sheet in. */
export async function answerInWorkshop(
	{ db, live, now }: Context,
	seat: Seat,
	{ sent, isDone }: { sent: readonly SentAnswer[]; isDone: boolean }
): Promise<Saved | Refused<QuestionsRefusal>> {
	const saved = await db.write(async (writer): Promise<Saved | Refused<QuestionsRefusal>> => {
		const sitting = await takingPart(writer, seat);
		if (sitting.refusal !== null) return sitting;
		const { workshop } = sitting;
		if (currentStep(workshop.state) !== 'questions') return { refusal: 'questions-closed' };

		const round = (await rounds.hold(writer, workshop.roundId, 'forShare'))!;
		const closed = welcomeRefusal(round, now());
		if (closed) return { refusal: closed };
		const place = placeOf(workshop);
		if (await imports.hasTaken(writer, place)) return { refusal: 'answers-imported' };
		const id = sheetId(seat.seat, place);
		await sheets.ensure(writer, { id, ...place });
		const work: Omit<AtWork, 'link'> = {
			refusal: null,
			round,
			place,
			sheetId: id,
			isFinished: await sheets.isFinished(writer, id)
		};
		const kept = await keepAnswers(writer, work, sent);
		if (kept.refusal !== null || !isDone || kept.isFinished) return kept;
		const refusal = await handIn(writer, id);
		return refusal ? { refusal } : { ...kept, isFinished: true };
	});
	if (saved.refusal === null) live.tell({ workshopId: seat.workshopId, kind: 'changed' });
	return saved;
}

/** Where people of a workshop answer the questions. */
export function placeOf({ roundId, teamId }: { roundId: string; teamId: string }): AnswerPlace {
	return { roundId, teamId, lens: 'member' };
}
