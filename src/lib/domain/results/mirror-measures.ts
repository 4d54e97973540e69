import type { Measure } from '../publication/request.ts';
import { asksGuess, type SheetLens } from '../round/round.ts';
import type { CountedRound } from './counted-round.ts';
import { measuresOf, reportedMeasures } from './measures.ts';
import { OVERALL } from './group-ids.ts';
import { questionMeasure } from './question-measure.ts';

type Asked = Pick<CountedRound, 'round' | 'tallies'>;

/** The three views of a mirror: how members see it, how they guess that customers do, and how customers do. */
const VIEWS: readonly SheetLens[] = ['member', 'guess', 'customer'];

/** The questions that members and customers were both asked, in the customers' order; none without a guess. */
export function mirroredQuestions({ round, tallies }: Asked): string[] {
	if (!asksGuess(round.contract)) return [];
	const own = new Set(tallies.get('member')?.layout.items.map(({ id }) => id));
	const customers = tallies.get('customer')?.layout.items ?? [];
	return customers.map(({ id }) => id).filter((id) => own.has(id));
}

/** All that a lens shows in a round: its scores, and the mirror's questions if it is one of the three views. */
export function measuresShown(counted: Asked, lens: SheetLens): string[] {
	const questions = VIEWS.includes(lens) ? mirroredQuestions(counted) : [];
	return [
		...reportedMeasures(counted.tallies.get(lens)!.layout),
		...questions.map(questionMeasure)
	];
}

/** What a round shows over all its lenses, in whole units; the mirror's questions in steps of the scale. */
export function measuresOfRound(counted: Asked): Measure[] {
	const measures = measuresOf([...counted.tallies.values()].map(({ layout }) => layout));
	const items = mirroredQuestions(counted).map(questionMeasure);
	if (items.length === 0) return measures;
	const { levels } = counted.tallies.get('customer')!.layout;
	const questions = items.map((id): Measure => ({
		id,
		kind: 'item',
		range: levels - 1,
		scale: { low: 0, high: 100, steps: 100 }
	}));
	return [
		...measures.map((measure) =>
			// The customers' overall is the mean of these, one for each dimension.
			measure.id === OVERALL ? { ...measure, parts: [...(measure.parts ?? []), items] } : measure
		),
		...questions
	];
}
