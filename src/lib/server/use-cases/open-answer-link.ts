import type { AnswerRefusal, SentAnswer } from '../../domain/round/answering.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import type { Round } from '../../domain/round/round.ts';
import { answering, type Answerer } from '../access/answerer.ts';
import type { AnswerPlace } from '../access/device-key.ts';
import type { Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as answers from '../repositories/answers.ts';
import * as links from '../repositories/links.ts';
import * as sheets from '../repositories/sheets.ts';

export interface OpenSheet {
	refusal: null;
	round: Round;
	place: AnswerPlace;
	/** What this device has answered so far. */
	answers: SentAnswer[];
	isFinished: boolean;
}

/**
 * Begins this device's sheet, or finds it again. A link for single use is used up by the first device.
 * The device must have its key already, or an answer lost on the way would leave a sheet nobody can open.
 */
export async function openAnswerLink(
	{ db, now }: Context,
	answerer: Answerer
): Promise<OpenSheet | Refused<LinkRefusal | AnswerRefusal>> {
	return db.write(async (writer) => {
		const work = await answering(writer, answerer, now());
		if (work.refusal !== null) return work;
		const { link, round, place, sheetId: id, isFinished } = work;

		if (isFinished === null) {
			if (link.kind === 'single-use') {
				const held = await links.hold(writer, link.hash);
				if (held?.state !== 'active') return { refusal: 'link-used' };
				await links.setState(writer, [link.hash], 'used');
			}
			await sheets.ensure(writer, { id, ...place });
		}
		return {
			refusal: null,
			round,
			place,
			answers: await answers.list(writer, id),
			isFinished: isFinished ?? false
		};
	});
}
