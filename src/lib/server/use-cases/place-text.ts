import { putTogether, setApart } from '../../domain/workshop/picture.ts';
import type { WorkshopAccessRefusal } from '../../domain/workshop/refusal.ts';
import { placeIn } from '../../domain/workshop/steer-texts.ts';
import { currentStep } from '../../domain/workshop/workshop.ts';
import { steering } from '../access/workshop-access.ts';
import type { Context } from '../context.ts';
import * as texts from '../repositories/texts.ts';
import * as workshops from '../repositories/workshops.ts';

export type PlaceRefusal =
	WorkshopAccessRefusal | 'no-such-text' | 'not-in-this-step' | 'pictures-settled';

/** Puts a sentence with another one that says the same, or apart from all others where `withId` is null. */
export async function placeText(
	{ db, live }: Context,
	token: string,
	{ id, withId }: { id: string; withId: string | null }
): Promise<PlaceRefusal | null> {
	const outcome = await db.write(async (writer) => {
		const opened = await steering(writer, token);
		if (opened.refusal !== null) return opened.refusal;
		const { workshop } = opened;
		const step = 'who-we-are';
		if (currentStep(workshop.state) !== step) return 'not-in-this-step';
		if (placeIn(workshop.state, step).isSettled) return 'pictures-settled';

		const shown = await texts.listShown(writer, { workshopId: workshop.id, step });
		const before = shown.map(({ id, body, group }) => ({ id, words: body.words, group }));
		const isThere = (one: string) => before.some((each) => each.id === one);
		if (!isThere(id) || (withId !== null && !isThere(withId))) return 'no-such-text';
		const after = withId === null ? setApart(before, id) : putTogether(before, id, withId);
		for (const [at, text] of after.entries())
			if (text.group !== before[at]!.group) await texts.place(writer, text);
		return workshops.update(writer, workshop);
	});
	if (typeof outcome === 'string') return outcome;
	live.tell({ workshopId: outcome.id, kind: 'changed' });
	return null;
}
