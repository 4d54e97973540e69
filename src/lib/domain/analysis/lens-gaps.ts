import type { Lens } from '../instrument/instrument.ts';
import { knownNoise, perceptionGaps, type TwoViews } from '../scoring/gaps.ts';
import * as readings from '../scoring/readings.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import type { LensGap } from './analysis.ts';

/** One lens with what it answered. */
export interface LensTally {
	lens: Lens;
	tally: Tally;
}

/** The same with all its teams together, which much is read from. */
export interface CountedLens extends LensTally {
	total: Cell;
}

/** How every two lenses see the dimensions that both were asked: of the organization, and of each team both answered for. */
export function lensGaps(lenses: readonly CountedLens[]): LensGap[] {
	return lenses.flatMap((a, at) => lenses.slice(at + 1).map((b) => lensGap(a, b)));
}

function lensGap(a: CountedLens, b: CountedLens): LensGap {
	const both = [...a.tally.cells.values()].filter(({ team }) => b.tally.cells.has(team));
	const gaps = (ofA: Cell, ofB: Cell, stands: Parameters<typeof knownNoise>[2]) => {
		const { instrument } = a.tally.layout;
		return perceptionGaps(
			viewsOf(a.tally, ofA, b.tally, ofB),
			knownNoise(instrument, fewestItems(a.tally, b.tally), stands)
		);
	};
	return {
		a: a.lens,
		b: b.lens,
		organization: gaps(a.total, b.total, 'people-like-this'),
		// The one leader of a team speaks for this leader and nobody else.
		teams: both
			.toSorted((one, other) => (one.team < other.team ? -1 : 1))
			.map((cell) => ({
				team: cell.team,
				...gaps(cell, b.tally.cells.get(cell.team)!, 'own-view')
			}))
	};
}

function viewsOf(a: Tally, ofA: Cell, b: Tally, ofB: Cell): TwoViews[] {
	return a.layout.dimensions.flatMap(({ dimension, places }, d) =>
		places.length === 0 || b.layout.dimensions[d]!.places.length === 0
			? []
			: [
					{
						dimension: dimension.id,
						a: readings.dimensionSample(a, ofA, d),
						b: readings.dimensionSample(b, ofB, d)
					}
				]
	);
}

/** The noise of the dimension that was asked least is the one to reckon with. */
function fewestItems(...tallies: readonly Tally[]): number {
	const asked = tallies.flatMap(({ layout }) =>
		layout.dimensions.map(({ places }) => places.length).filter((items) => items > 0)
	);
	return asked.length ? Math.min(...asked) : 0;
}
