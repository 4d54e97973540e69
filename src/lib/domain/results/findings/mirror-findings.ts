import type { Publication } from '../../publication/publication.ts';
import type { FindingRequest } from '../../publication/request.ts';
import { knownNoise } from '../../scoring/gaps.ts';
import { mirror, type MirrorFinding } from '../../scoring/mirror.ts';
import type { Sample } from '../../scoring/sample.ts';
import type { CountedGroup, CountedRound } from '../counted-round.ts';
import { mirrorId } from '../finding-ids.ts';
import { groupIdOf, GUESS, OVERALL, WHOLE } from '../group-ids.ts';
import { sampleFor } from '../measures.ts';
import { mirroredQuestions } from '../mirror-measures.ts';
import { questionMeasure } from '../question-measure.ts';
import { cellsAt, from, shownMargin, shownMean, type CellAt } from './shown-cells.ts';

const CUSTOMERS = groupIdOf('customer');

/**
 * One word for the overall and for each question of the mirror: a shared strength or blind spot, an over- or an
 * underestimate, or that it is unclear. It compares the means as they are shown, of views whose margin is shown too:
 * nobody learns from it what these do not tell. A view that is hidden stays out of the word.
 */
export function mirrorFindings(counted: CountedRound, shown: Publication): FindingRequest[] {
	const questions = mirroredQuestions(counted).map(questionMeasure);
	const at = cellsAt(shown);
	return questions.length === 0
		? []
		: [OVERALL, ...questions].map((measure) => findingOf(counted, at, measure));
}

function findingOf(counted: CountedRound, at: CellAt, measure: string): FindingRequest {
	const isShown = (group: string) =>
		shownMean(at(group, measure)) !== null && shownMargin(at(group, measure)) !== null;
	const employees = [WHOLE, GUESS].filter(isShown);
	const used = [...(employees.length > 0 ? employees : [WHOLE]), CUSTOMERS];
	return {
		id: mirrorId(measure),
		value: used.every(isShown) ? wordFor(counted, at, measure, employees) : 'unclear',
		from: from(...used.map((group) => ({ group, measure })))
	};
}

function wordFor(
	{ groups }: CountedRound,
	at: CellAt,
	measure: string,
	employees: readonly string[]
): MirrorFinding {
	const sampleOf = ({ id, tally, cell }: CountedGroup): Sample => ({
		...sampleFor(tally, cell, measure),
		mean: shownMean(at(id, measure))
	});
	const view = (id: string) => (employees.includes(id) ? sampleOf(groups.get(id)!) : null);
	const customers = groups.get(CUSTOMERS)!;
	const { layout } = customers.tally;
	const items = measure === OVERALL ? layout.items.length : 1;
	const [result] = mirror(
		[{ id: measure, own: view(WHOLE), guess: view(GUESS), customers: sampleOf(customers) }],
		knownNoise(layout.instrument, items, 'people-like-this')
	);
	return result!.finding;
}
