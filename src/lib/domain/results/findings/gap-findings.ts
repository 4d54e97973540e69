import type { Lens } from '../../instrument/instrument.ts';
import type { Publication } from '../../publication/publication.ts';
import type { FindingRequest } from '../../publication/request.ts';
import { knownNoise, SMALLEST_GAP } from '../../scoring/gaps.ts';
import { welchDifference } from '../../scoring/difference.ts';
import type { CountedGroup, CountedRound } from '../counted-round.ts';
import { gapId } from '../finding-ids.ts';
import { groupIdOf, OVERALL } from '../group-ids.ts';
import { placeOf, reportedMeasures, sampleFor } from '../measures.ts';
import { cellsAt, from, shownMean } from './shown-cells.ts';
import { halfWidth } from './margins.ts';

/** In this order, so that each pair is named one way round. */
export const LENS_PAIRS: readonly (readonly [Lens, Lens])[] = [
	['member', 'leader'],
	['member', 'customer'],
	['member', 'partner'],
	['leader', 'customer'],
	['leader', 'partner'],
	['customer', 'partner']
];

/**
 * Where two lenses differ by more than noise and by ten points at least. A gap is the difference of the two means
 * as they are shown: nobody learns from it what these two do not tell.
 */
export function gapFindings({ groups }: CountedRound, shown: Publication): FindingRequest[] {
	const at = cellsAt(shown);
	return LENS_PAIRS.flatMap(([a, b]) => {
		const [one, other] = [groups.get(groupIdOf(a)), groups.get(groupIdOf(b))];
		if (!one || !other) return [];
		return measuresOfBoth(one, other).flatMap((measure) => {
			const [mean, otherMean] = [shownMean(at(one.id, measure)), shownMean(at(other.id, measure))];
			if (mean === null || otherMean === null) return [];
			const difference = mean - otherMean;
			const margin = marginBetween(one, other, measure);
			if (margin === null || Math.abs(difference) <= margin || Math.abs(difference) < SMALLEST_GAP)
				return [];
			const cells = from({ group: one.id, measure }, { group: other.id, measure });
			return [{ id: gapId(a, b, measure), value: difference, from: cells }];
		});
	});
}

function measuresOfBoth(a: CountedGroup, b: CountedGroup): string[] {
	const ofB = reportedMeasures(b.tally.layout);
	return reportedMeasures(a.tally.layout).filter((measure) => ofB.includes(measure));
}

function marginBetween(a: CountedGroup, b: CountedGroup, measure: string): number | null {
	const { layout } = a.tally;
	const items =
		measure === OVERALL
			? layout.items.length
			: layout.dimensions[placeOf(layout, measure)]!.places.length;
	return halfWidth(
		welchDifference(
			sampleFor(a.tally, a.cell, measure),
			sampleFor(b.tally, b.cell, measure),
			knownNoise(layout.instrument, items, 'people-like-this')
		)
	);
}
