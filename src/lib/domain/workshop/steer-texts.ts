import type { Command, SteerRefusal } from './command.ts';
import { FEWEST_WRITERS, MOST_OF_ONE, type TextStep } from './texts.ts';
import { currentStep, type TextPlace, type Workshop } from './workshop.ts';

type TextCommand = Extract<Command, { kind: 'show-texts' | 'next-text' | 'settle-pictures' }>;

/** The workshop after the facilitator has shown a batch of texts, or gone on to the next one to read out. */
export function steerTexts(
	workshop: Workshop,
	command: TextCommand
): { workshop: Workshop } | { refusal: SteerRefusal } {
	const step = currentTextStep(workshop);
	if (!step) return { refusal: 'not-in-this-step' };
	const place = placeIn(workshop, step);
	if (place.isSettled) return { refusal: 'pictures-settled' };

	if (command.kind === 'show-texts') {
		if (command.writers === 0) return { refusal: 'nothing-written' };
		if (command.writers < FEWEST_WRITERS) return { refusal: 'too-few-wrote' };
		return withPlace(workshop, step, { ...place, batches: place.batches + 1 });
	}
	if (command.kind === 'settle-pictures') {
		if (step !== 'who-we-are') return { refusal: 'not-in-this-step' };
		if (place.batches === 0) return { refusal: 'nothing-written' };
		return withPlace(workshop, step, { ...place, isSettled: true });
	}
	if (command.place === null) return { refusal: 'no-more-texts' };
	return withPlace(workshop, step, { ...place, current: command.place });
}

/** The step in which people write, when the room is at one. */
export function currentTextStep(workshop: Workshop): TextStep | undefined {
	const kind = currentStep(workshop);
	return kind && kind in MOST_OF_ONE ? (kind as TextStep) : undefined;
}

export function placeIn({ texts }: Pick<Workshop, 'texts'>, step: TextStep): TextPlace {
	return texts[step] ?? { batches: 0, current: null };
}

function withPlace(workshop: Workshop, step: TextStep, place: TextPlace): { workshop: Workshop } {
	return { workshop: { ...workshop, texts: { ...workshop.texts, [step]: place } } };
}
