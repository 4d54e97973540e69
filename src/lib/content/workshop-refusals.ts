import type { WorkshopRefusal } from '../domain/workshop/refusal.ts';
import * as m from '../paraglide/messages.js';

const words: Record<WorkshopRefusal, () => string> = {
	'workshop-ended': m.workshop_refusal_ended,
	'not-started': m.workshop_refusal_not_started,
	'already-started': m.workshop_refusal_already_started,
	'no-such-step': m.workshop_refusal_no_such_step,
	'no-such-clue': m.workshop_refusal_no_such_clue,
	'not-in-this-step': m.workshop_refusal_not_in_this_step,
	'vote-not-open': m.workshop_refusal_vote_not_open,
	'vote-already-open': m.workshop_refusal_vote_already_open,
	'not-revealed-yet': m.workshop_refusal_not_revealed_yet,
	'voted-twice-already': m.workshop_refusal_voted_twice,
	'nobody-voted': m.workshop_refusal_nobody_voted,
	'focus-not-open': m.workshop_refusal_focus_not_open,
	'focus-already-open': m.workshop_refusal_focus_already_open,
	'focus-already-closed': m.workshop_refusal_focus_already_closed,
	'weighing-not-open': m.workshop_refusal_weighing_not_open,
	'weighing-already-open': m.workshop_refusal_weighing_already_open,
	'step-in-use': m.workshop_refusal_step_in_use,
	'too-few-in-the-room': m.workshop_refusal_too_few_in_the_room,
	'too-few-voted': m.workshop_refusal_too_few_voted,
	'nothing-written': m.workshop_refusal_nothing_written,
	'too-few-wrote': m.workshop_refusal_too_few_wrote,
	'no-more-texts': m.workshop_refusal_no_more_texts,
	'pictures-settled': m.workshop_refusal_pictures_settled,
	'no-such-pair': m.workshop_refusal_no_such_pair,
	'writing-closed': m.workshop_refusal_writing_closed,
	'text-shown': m.workshop_refusal_text_shown,
	'too-many-texts': m.workshop_refusal_too_many_texts,
	'no-such-text': m.workshop_refusal_no_such_text,
	'vote-closed': m.workshop_refusal_vote_closed,
	'focus-closed': m.workshop_refusal_focus_closed,
	'no-such-dimension': m.workshop_refusal_no_such_dimension,
	'no-dots-left': m.workshop_refusal_no_dots_left,
	'no-dot-to-take-back': m.workshop_refusal_no_dot_to_take_back,
	'promises-closed': m.workshop_refusal_promises_closed,
	'closing-closed': m.workshop_refusal_closing_closed,
	'questions-closed': m.workshop_refusal_questions_closed,
	'no-such-promise': m.workshop_refusal_no_such_promise,
	'three-promises-already': m.workshop_refusal_three_promises,
	'too-many-proposals': m.workshop_refusal_too_many_proposals,
	'promise-accepted': m.workshop_refusal_promise_accepted,
	'promise-hidden': m.workshop_refusal_promise_hidden,
	'already-weighed': m.workshop_refusal_already_weighed,
	'weighing-closed': m.workshop_refusal_weighing_closed,
	'not-due-yet': m.workshop_refusal_not_due_yet,
	'asking-is-over': m.recap_refusal_asking_is_over,
	'day-is-past': m.workshop_refusal_day_is_past,
	'too-few-for-numbers': m.workshop_refusal_too_few_for_numbers,
	'unknown-dimension': m.workshop_refusal_unknown_dimension,
	'unknown-form': m.workshop_refusal_unknown_form,
	'kept-too-short': m.workshop_refusal_kept_too_short,
	'no-previous': m.workshop_refusal_no_previous,
	'no-such-code': m.workshop_refusal_no_such_code,
	'too-many-tries': m.workshop_refusal_too_many_tries,
	'room-full': m.workshop_refusal_room_full,
	'no-such-seat': m.workshop_refusal_no_such_seat,
	'no-such-workshop': m.workshop_refusal_no_such_workshop,
	'not-in-this-room': m.workshop_refusal_not_in_this_room,
	'not-ended-yet': m.recap_not_yet_heading,
	'room-moved-on': m.workshop_refusal_room_moved_on,
	'not-the-owner': m.workshop_refusal_not_the_owner,
	'no-such-team': m.workshop_refusal_no_such_team,
	'too-many-writes': m.workshop_refusal_too_many_writes,
	'too-many-created': m.workshop_refusal_too_many_created,
	'not-understood': m.workshop_refusal_not_understood,
	'too-large': m.workshop_refusal_too_large
};

/** What happened and what to do, for whoever was refused. */
export function workshopRefusalWords(refusal: WorkshopRefusal): string {
	return words[refusal]();
}

/** Whether these words are here, and not with those of rounds and links. */
export function isWorkshopRefusal(refusal: string): refusal is WorkshopRefusal {
	return Object.hasOwn(words, refusal);
}
