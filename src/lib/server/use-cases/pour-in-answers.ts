import { instrumentOf } from '../../content/instruments.ts';
import { itemsOf } from '../../domain/instrument/form.ts';
import type { AnswerRefusal, SentAnswer } from '../../domain/round/answering.ts';
import type { LinkRefusal } from '../../domain/round/link.ts';
import { formFor } from '../../domain/round/round.ts';
import { sheetSchema } from '../../domain/sheet.ts';
import { answeringOn, type Answerer } from '../access/answerer.ts';
import type { Refused } from '../access/organizer.ts';
import type { Context } from '../context.ts';
import * as answers from '../repositories/answers.ts';
import { keepAnswers, type Saved } from './save-answers.ts';

/**
 * Fills this device's sheet with answers that the person gave on their own. Of the file, only the answers
 * to this form's items are kept: not its day, not its organization, nothing that leads back to it.
 */
export async function pourInAnswers(
	{ db, now }: Context,
	answerer: Answerer,
	file: unknown
): Promise<Saved | Refused<LinkRefusal | AnswerRefusal>> {
	return db.write(async (writer) => {
		const work = await answeringOn(writer, answerer, now());
		if (work.refusal !== null) return work;
		const { round, place, sheetId } = work;
		const instrument = instrumentOf(round);

		const parsed = sheetSchema(instrument).safeParse(file);
		if (!parsed.success) {
			return {
				refusal: isOtherEdition(file, round.edition) ? 'other-edition' : 'not-a-sheet-file'
			};
		}
		if (parsed.data.lens !== place.lens) return { refusal: 'other-lens' };

		const before = await answers.list(writer, sheetId);
		const poured = itemsOf(instrument, formFor(round, place.lens, instrument)).flatMap(
			({ id }): SentAnswer[] => {
				const value = parsed.data.answers[id];
				const revision = (before.find(({ item }) => item === id)?.revision ?? 0) + 1;
				return value === undefined ? [] : [{ item: id, value, revision }];
			}
		);
		if (poured.length === 0) return { refusal: 'nothing-answered' };
		return keepAnswers(writer, work, poured);
	});
}

function isOtherEdition(file: unknown, edition: string): boolean {
	const other = (file as { edition?: unknown } | null)?.edition;
	return typeof other === 'string' && other !== edition;
}
