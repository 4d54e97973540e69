import type { Publication } from '../../publication/publication.ts';
import type { FindingRequest } from '../../publication/request.ts';
import { BALANCE_DIMENSIONS } from '../../scoring/balance-dimensions.ts';
import { teamBalance } from '../../scoring/balance.ts';
import { knownNoise } from '../../scoring/gaps.ts';
import { quadrantOf } from '../../scoring/quadrant.ts';
import * as readings from '../../scoring/readings.ts';
import type { Tally } from '../../scoring/tally.ts';
import type { CountedGroup, CountedRound } from '../counted-round.ts';
import { quadrantId, turnedInwardId, yesOrNo } from '../finding-ids.ts';
import { placeOf } from '../measures.ts';
import { cellsAt, from, shownMean } from './shown-cells.ts';

const { outward, inward } = BALANCE_DIMENSIONS;

/**
 * Which way the whole and its teams look. Of members only: a team's one leader would be easy to tell from the
 * words with and without. The quadrant follows from the two means as they are shown; the warning is one word.
 */
export function balanceFindings({ groups }: CountedRound, shown: Publication): FindingRequest[] {
	const at = cellsAt(shown);
	return [...groups.values()]
		.filter(({ lens, id }) => lens === 'member' && at(id, outward) && at(id, inward))
		.flatMap((group) => {
			const out = shownMean(at(group.id, outward));
			const give = shownMean(at(group.id, inward));
			const cells = from(
				{ group: group.id, measure: outward },
				{ group: group.id, measure: inward }
			);
			// Where one is hidden the gate hides these too, whatever they say.
			const quadrant = out === null || give === null ? 'walled' : quadrantOf(out, give);
			const isInward = quadrant === 'turned-inward' && isTurnedInward(group);
			return [
				{ id: quadrantId(group.id), value: quadrant, from: cells },
				{ id: turnedInwardId(group.id), value: yesOrNo(isInward), from: cells }
			];
		});
}

function isTurnedInward({ tally, cell }: CountedGroup): boolean {
	return teamBalance({
		moments: readings.balanceMoments(tally, cell),
		dimensions: [outward, inward],
		noise: knownNoise(tally.layout.instrument, fewestItems(tally), 'own-view')
	}).isTurnedInward;
}

function fewestItems({ layout }: Tally): number {
	return Math.min(
		...[outward, inward].map((id) => layout.dimensions[placeOf(layout, id)]!.places.length)
	);
}
