import type { Publication, PublishedCell } from '../publication/publication.ts';
import { cellOf } from '../publication/publish.ts';
import type { Measure, PublicationRequest } from '../publication/request.ts';
import { addDays } from '../round/days.ts';
import type { FollowUp, WorkshopPromise } from './promise.ts';
import type { Progress } from './results.ts';
import { groupOf, roomRequest } from './room-request.ts';

/** How many days a promise's page asks, its due day included. */
const ASKED_DAYS = 14;

export type FollowUpPhase = 'before' | 'asking' | 'over';

/** Answers come within two weeks; then “did it help?” is shown, once and for all. */
export function followUpPhase(dueOn: string, today: string): FollowUpPhase {
	if (today < dueOn) return 'before';
	return today <= lastDayAsked(dueOn) ? 'asking' : 'over';
}

export function lastDayAsked(dueOn: string): string {
	return addDays(dueOn, ASKED_DAYS - 1);
}

/** Whether a promise was kept is a fact about the promise, said in a word. */
export type Kept = 'done' | 'partly' | 'not-done' | 'too-few-to-say';

/** What most of those who answered say; below `fewest` voices each would be heard by itself. */
export function keptSoFar(said: readonly Pick<FollowUp, 'done'>[], fewest: number): Kept {
	if (said.length < fewest || said.length === 0) return 'too-few-to-say';
	const share = (...words: FollowUp['done'][]) =>
		said.filter(({ done }) => words.includes(done)).length / said.length;
	if (share('yes') > 0.5) return 'done';
	return share('yes', 'partly') > 0.5 ? 'partly' : 'not-done';
}

/** From the lowest; “too early to say” is no answer to it. */
export const HELPED = ['no', 'a-little', 'yes'] as const;

export function helpedMeasure(workshopId: string, promiseId: string): Measure {
	const range = HELPED.length - 1;
	return {
		id: `helped/${workshopId}/${promiseId}`,
		kind: 'vote',
		range,
		scale: { low: 0, high: range, steps: 20 }
	};
}

export interface HelpedOn {
	workshopId: string;
	promiseId: string;
	said: readonly Pick<FollowUp, 'helped'>[];
	people: number;
}

/** What the gate is asked once a promise's page has stopped asking: did it help? */
export function helpedRequest({
	workshopId,
	promiseId,
	said,
	people
}: HelpedOn): PublicationRequest {
	const measure = helpedMeasure(workshopId, promiseId);
	const steps = said.flatMap(({ helped }) =>
		helped === 'too-early' ? [] : HELPED.indexOf(helped)
	);
	const answers = HELPED.map((_, step) => steps.filter((each) => each === step).length);
	const request = roomRequest(`${workshopId}/helped/${promiseId}`, [{ measure, steps }], people);
	const atoms = Object.entries(request.statistics[measure.id]!);
	return {
		...request,
		statistics: {
			[measure.id]: Object.fromEntries(atoms.map(([id, sums]) => [id, { ...sums, answers }]))
		},
		cells: request.cells.map((cell) => ({ ...cell, distribution: true }))
	};
}

/** What left through the gate: a mean from 0, no, to 2, yes, and how many said what. */
export type Helped = Pick<PublishedCell, 'n' | 'mean' | 'distribution'>;

export function helpedIn(
	publication: Publication,
	{ workshopId, promiseId }: Pick<HelpedOn, 'workshopId' | 'promiseId'>
): Helped {
	const measure = helpedMeasure(workshopId, promiseId);
	const { n, mean, distribution } = cellOf(publication, groupOf(measure), measure.id);
	return { n, mean, distribution };
}

/** A promise after its workshop, for whoever has the recap. */
export interface PromisePage {
	organization: string;
	team: string;
	instrument: string;
	edition: string;
	heldOn: string;
	promise: Pick<WorkshopPromise, 'id' | 'words' | 'serves' | 'dimension' | 'owner'> & {
		dueOn: string;
	};
	phase: FollowUpPhase;
	lastDay: string;
	answered: Progress;
	kept: Kept;
	/** Once the page has stopped asking; null before, and where nobody answered. */
	helped: Helped | null;
	/** What this device said. */
	own: FollowUp | null;
}
