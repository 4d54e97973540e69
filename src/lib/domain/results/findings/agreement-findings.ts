import type { Publication } from '../../publication/publication.ts';
import type { FindingRequest } from '../../publication/request.ts';
import type { CountedRound } from '../counted-round.ts';
import { agreementId } from '../finding-ids.ts';
import { OVERALL } from '../group-ids.ts';
import { questionOf } from '../question-measure.ts';
import { from } from './shown-cells.ts';

/**
 * A word, and never a number, for how closely each group agrees on each measure; one question has none. Of a hidden cell it is asked for
 * too, whatever it is: that there is none would tell that fewer than four answered.
 */
export function agreementFindings(
	{ groups }: CountedRound,
	{ cells }: Publication
): FindingRequest[] {
	return cells.flatMap(({ group, measure, mean }) => {
		if (questionOf(measure) !== null) return [];
		const cell = from({ group, measure });
		if (mean.as === 'hidden')
			return [{ id: agreementId(group, measure), value: 'mixed', from: cell }];
		const { agreement } = groups.get(group)!.analysis;
		const { word } =
			measure === OVERALL
				? agreement.overall
				: agreement.dimensions.find(({ dimension }) => dimension === measure)!;
		if (word === null) return [];
		return [{ id: agreementId(group, measure), value: word, from: cell }];
	});
}
