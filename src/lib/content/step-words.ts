import type { StepKind } from '../domain/workshop/agenda.ts';
import * as m from '../paraglide/messages.js';

/** What a step of the agenda is called, and what the room does in it. */
export const stepWords: Record<StepKind, { name: () => string; does: () => string }> = {
	welcome: { name: m.workshop_step_welcome, does: m.workshop_step_welcome_does },
	questions: { name: m.workshop_step_questions, does: m.workshop_step_questions_does },
	clues: { name: m.workshop_step_clues, does: m.workshop_step_clues_does },
	talk: { name: m.workshop_step_talk, does: m.workshop_step_talk_does },
	'who-we-are': { name: m.workshop_step_who, does: m.workshop_step_who_does },
	voices: { name: m.workshop_step_voices, does: m.workshop_step_voices_does },
	'give-get': { name: m.workshop_step_give_get, does: m.workshop_step_give_get_does },
	focus: { name: m.workshop_step_focus, does: m.workshop_step_focus_does },
	promises: { name: m.workshop_step_promises, does: m.workshop_step_promises_does },
	close: { name: m.workshop_step_close, does: m.workshop_step_close_does }
};
