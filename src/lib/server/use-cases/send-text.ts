import { isDeepStrictEqual } from 'node:util';
import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { writingRefusal, type TakePartRefusal } from '../../domain/workshop/take-part.ts';
import { MOST_OF_ONE, MOST_TEXTS, type SentText } from '../../domain/workshop/texts.ts';
import { seatId } from '../access/seat.ts';
import { takingPart, type Seat } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../database/schema.ts';
import * as exchangePairs from '../repositories/exchange-pairs.ts';
import * as texts from '../repositories/texts.ts';

export type TextRefusal = TakePartRefusal | WorkshopAccessRefusal;

/**
 * Keeps what somebody wrote in this step, or changes it. Once it was shown its words stay, and only whether it
 * may be kept can change.
 */
export async function sendText(
	{ db, live }: Context,
	seat: Seat,
	sent: SentText
): Promise<TextRefusal | null> {
	const refusal = await db.write(async (writer) => {
		const sitting = await takingPart(writer, seat);
		if (sitting.refusal !== null) return sitting.refusal;
		const { id: workshopId, state } = sitting.workshop;

		const id = textId(seat, sent);
		const before = await texts.find(writer, id);
		const isNewConsentOnly = before !== null && isDeepStrictEqual(before.sent.body, sent.body);
		const closed = isNewConsentOnly ? null : writingRefusal(state, sent.step);
		if (closed) return closed;
		if (state.stage === 'ended') return 'workshop-ended';
		if (!isNewConsentOnly && before?.batch) return 'text-shown';

		const own = seatId(seat.seat, workshopId, 'writer', sent.step);
		if (!before && (await isFull(writer, { workshopId, own, sent }))) return 'too-many-texts';
		await texts.save(writer, { id, workshopId, writer: own, sent });
		return null;
	});
	if (!refusal) live.tell({ workshopId: seat.workshopId, kind: 'changed' });
	return refusal;
}

/** Takes a text back for good: before it is shown, after it, and when the workshop is long over. */
export async function takeTextBack(
	{ db, live }: Context,
	seat: Seat,
	text: Pick<SentText, 'step' | 'key'>
): Promise<WorkshopAccessRefusal | null> {
	const refusal = await db.write(async (writer) => {
		const sitting = await takingPart(writer, seat);
		if (sitting.refusal !== null) return sitting.refusal;
		const id = textId(seat, text);
		await texts.remove(writer, id);
		await exchangePairs.forget(writer, id);
		return null;
	});
	if (!refusal) live.tell({ workshopId: seat.workshopId, kind: 'changed' });
	return refusal;
}

function textId({ seat, workshopId }: Seat, { step, key }: Pick<SentText, 'step' | 'key'>): string {
	return seatId(seat, workshopId, 'text', step, key);
}

async function isFull(
	writer: Writer,
	{ workshopId, own, sent: { step } }: { workshopId: string; own: string; sent: SentText }
): Promise<boolean> {
	if ((await texts.listOwn(writer, [own])).length >= MOST_OF_ONE[step]) return true;
	return (await texts.count(writer, { workshopId, step })).texts >= MOST_TEXTS;
}
