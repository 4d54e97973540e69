import { publishTexts } from '../../domain/publication/publish-texts.ts';
import type { KeptTexts } from '../../domain/workshop/recap.ts';
import type { TextStep } from '../../domain/workshop/texts.ts';
import type { Reader } from '../database/schema.ts';
import * as rounds from '../repositories/rounds.ts';
import * as texts from '../repositories/texts.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';

/** What people wrote in a workshop that has ended and let stay, for those who were there. */
export async function keptTexts(
	read: Reader,
	{ id: workshopId, roundId, state }: WorkshopRecord
): Promise<KeptTexts> {
	const { contract, answersDeletedOn } = (await rounds.find(read, roundId))!;
	const [stories, sentences, exchanges] = [
		await texts.listKept(read, { workshopId, step: 'voices' }),
		await texts.listKept(read, { workshopId, step: 'who-we-are' }),
		await texts.listKept(read, { workshopId, step: 'give-get' })
	];
	return {
		stories: inRoom(
			'voices',
			stories.map(({ body, ...rest }) => ({ ...rest, text: body }))
		),
		sentences: inRoom(
			'who-we-are',
			sentences.map(({ id, writer, body, group }) => ({
				id,
				writer,
				text: { id, words: body.words, group }
			}))
		),
		exchanges: inRoom(
			'give-get',
			exchanges.map(({ id, writer, body }) => ({
				id,
				writer,
				text: { id, body, isHidden: false }
			}))
		)
	};

	function inRoom<Text>(
		step: TextStep,
		batch: readonly { id: string; writer: string; text: Text }[]
	) {
		// Deleted on the day that was named, they are kept back by nobody.
		const wasSeen = (state.texts[step]?.batches ?? 0) > 0 && answersDeletedOn === null;
		if (batch.length === 0 && !wasSeen) return null;
		return publishTexts({ isOpen: false, batches: [batch], people: null }, contract);
	}
}
