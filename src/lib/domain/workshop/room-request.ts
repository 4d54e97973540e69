import type { Measure, PublicationRequest } from '../publication/request.ts';
import { DOTS } from './take-part.ts';
import { ROOM } from './vote-request.ts';

/** One thing that everybody in the room was asked, with the answers in whole steps from the lowest. */
export interface RoomQuestion {
	measure: Measure;
	steps: readonly number[];
}

/** Everything that the room learns at once when something other than a vote is closed. */
export function roomRequest(
	id: string,
	questions: readonly RoomQuestion[],
	people: number
): PublicationRequest {
	const atom = ({ measure }: RoomQuestion) => `all of ${measure.id}`;
	return {
		id,
		isOpen: false,
		atoms: questions.map((question) => ({
			id: atom(question),
			sheets: Math.max(people, question.steps.length)
		})),
		measures: questions.map(({ measure }) => measure),
		statistics: Object.fromEntries(
			questions.map((question) => {
				const sum = question.steps.reduce((total, step) => total + step, 0);
				return [question.measure.id, { [atom(question)]: { n: question.steps.length, sum } }];
			})
		),
		groups: questions.map((question) => ({
			id: groupOf(question.measure),
			cut: 'team' as const,
			lens: null,
			atoms: [atom(question)],
			headcount: people
		})),
		partitions: [],
		cells: questions.map(({ measure }) => ({ group: groupOf(measure), measure: measure.id }))
	};
}

/** The same room for each question: not everybody answers all of them. */
export function groupOf({ id }: Pick<Measure, 'id'>): string {
	return `${ROOM} for ${id}`;
}

/** The sum of everybody's dots on one dimension. */
export function dotsMeasure(workshopId: string, dimension: string, voters: number): Measure {
	const most = DOTS * Math.max(1, voters);
	return {
		id: `dots/${workshopId}/${dimension}`,
		kind: 'vote',
		range: DOTS,
		scale: { low: 0, high: most, steps: most }
	};
}

/** From -1, against, to 1, for. */
export function weightMeasure(workshopId: string, promiseId: string): Measure {
	return {
		id: `weight/${workshopId}/${promiseId}`,
		kind: 'vote',
		range: 2,
		scale: { low: -1, high: 1, steps: 20 }
	};
}

/** How many of 100 share the largest picture of the whole, in steps of 5: a finer one would count heads. */
export function pictureMeasure(workshopId: string): Measure {
	return {
		id: `picture/${workshopId}`,
		kind: 'vote',
		range: 1,
		scale: { low: 0, high: 100, steps: 20 }
	};
}

/** From 1 to 5. */
export function closingMeasure(workshopId: string, question: string): Measure {
	return {
		id: `closing/${workshopId}/${question}`,
		kind: 'vote',
		range: 4,
		scale: { low: 1, high: 5, steps: 40 }
	};
}
