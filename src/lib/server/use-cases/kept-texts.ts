import { publishTexts } from '../../domain/publication/publish-texts.ts';
import type { KeptTexts } from '../../domain/workshop/recap.ts';
import type { Reader } from '../database/schema.ts';
import * as rounds from '../repositories/rounds.ts';
import * as texts from '../repositories/texts.ts';
import type { WorkshopRecord } from '../repositories/workshops.ts';

/** What people wrote in a workshop that has ended and let stay, for those who were there. */
export async function keptTexts(
	read: Reader,
	{ id: workshopId, roundId }: WorkshopRecord
): Promise<KeptTexts> {
	const { contract } = (await rounds.find(read, roundId))!;
	const [stories, sentences, exchanges] = [
		await texts.listKept(read, { workshopId, step: 'voices' }),
		await texts.listKept(read, { workshopId, step: 'who-we-are' }),
		await texts.listKept(read, { workshopId, step: 'give-get' })
	];
	return {
		stories: inRoom(stories.map(({ body, ...rest }) => ({ ...rest, text: body }))),
		sentences: inRoom(
			sentences.map(({ id, writer, body, group }) => ({
				id,
				writer,
				text: { id, words: body.words, group }
			}))
		),
		exchanges: inRoom(
			exchanges.map(({ id, writer, body }) => ({
				id,
				writer,
				text: { id, body, isHidden: false }
			}))
		)
	};

	function inRoom<Text>(batch: readonly { id: string; writer: string; text: Text }[]) {
		if (batch.length === 0) return null;
		return publishTexts({ isOpen: false, batches: [batch], people: null }, contract);
	}
}
