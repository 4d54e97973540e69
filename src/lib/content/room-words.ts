import type { Proposal } from '../domain/workshop/promise.ts';
import type { Mean, Progress } from '../domain/workshop/results.ts';
import type { Room } from '../domain/workshop/views.ts';
import type { CluePhase } from '../domain/workshop/workshop.ts';
import * as m from '../paraglide/messages.js';
import { dayWords } from './day-words.ts';
import { stepWords } from './step-words.ts';
import { meanWords, progressWords } from './vote-words.ts';

export const phaseWords: Record<CluePhase, () => string> = {
	reading: m.room_reading,
	voting: m.room_voting,
	revealed: m.room_revealed,
	'voting-again': m.room_voting_again,
	'revealed-again': m.room_revealed_again
};

/** Where the room is: “Step 3 of 6”, or “Clue 2 of 8” within the clues and the talk; empty before and after. */
export function placeWords({ scene, steps, step, dimensions, clue }: Room): string {
	const kind = steps[step]?.kind;
	if (scene.kind === 'lobby' || scene.kind === 'ended' || !kind) return '';
	const name = stepWords[kind].name();
	if (scene.kind !== 'clues' && scene.kind !== 'talk')
		return m.room_eyebrow_step({ name, at: step + 1, all: steps.length });
	return m.room_eyebrow_clue({ name, at: clue + 1, all: dimensions.length });
}

/** Who keeps a promise, and until when; null while neither is said. */
export function keeperWords({ owner, dueOn }: Pick<Proposal, 'owner' | 'dueOn'>): string | null {
	if (owner && dueOn) return m.room_promise_owner({ owner, day: dayWords(dueOn) });
	if (owner) return m.room_promise_owner_only({ owner });
	return dueOn ? m.room_promise_day_only({ day: dayWords(dueOn) }) : null;
}

/** From -1 to 1 with its sign, as in “+0.6”; null where it is hidden or was not weighed. */
export function weightWords(weight: Mean | null): string | null {
	const words = weight && meanWords(weight);
	if (!words) return null;
	return words.startsWith('-') || words.startsWith('0.0') ? words.replace('-', '−') : `+${words}`;
}

/** What everyone sees of the contract before the first question. */
export function roomContract({ openness, k }: Pick<Room, 'openness' | 'k'>): string[] {
	return [
		openness === 'open' ? m.room_contract_open() : m.room_contract_anonymous({ k }),
		m.room_contract_reveal(),
		m.room_contract_recap()
	];
}

/** How far the room is with what it is asked now; null where it is asked nothing. */
export function roomProgressWords({ scene, people, k }: Room): string | null {
	const words = (progress: Progress) => progressWords(progress, { people, k });
	switch (scene.kind) {
		case 'questions':
			return m.room_finished({ amount: words(scene.finished) });
		case 'clues':
			return scene.voted && m.room_voted({ amount: words(scene.voted) });
		case 'who-we-are':
			return scene.isSettled ? null : m.room_written({ amount: words(scene.written) });
		case 'voices':
			return scene.hasBegun ? null : m.room_written({ amount: words(scene.written) });
		case 'give-get':
			return m.room_written({ amount: words(scene.written) });
		case 'focus':
			return scene.state === 'open' ? m.room_placed({ amount: words(scene.placed) }) : null;
		case 'close':
			return m.room_answered({ amount: words(scene.answered) });
		default:
			return null;
	}
}

export function peopleWords(count: number): string {
	return count === 0 ? m.room_people_none() : m.room_people({ count });
}
