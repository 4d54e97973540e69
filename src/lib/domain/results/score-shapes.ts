import * as readings from '../scoring/readings.ts';
import { Tally, type Cell } from '../scoring/tally.ts';
import { OVERALL } from './group-ids.ts';
import { placeOf, reportedMeasures } from './measures.ts';

/** The fifths of the spectrum in which people's scores are counted. */
export const FIFTHS = 5;

/** By cell, then by measure: how many people's scores lie in each fifth of the spectrum, the monolith's first. */
export type ScoreShapes = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/**
 * How the scores of a lens are spread, from the sheets that its tally has kept; null where there were too many
 * people to keep them.
 */
export function scoreShapes({ layout, kept }: Tally): ScoreShapes | null {
	if (!kept.isComplete || !layout.isExact) return null;
	const measures = reportedMeasures(layout);
	const fifthsOf = oneByOne(layout, measures);
	const shapes = new Map<string, Map<string, number[]>>();
	kept.teams.forEach((team, person) => {
		const own =
			shapes.get(team) ?? new Map(measures.map((id) => [id, Array<number>(FIFTHS).fill(0)]));
		shapes.set(team, own);
		const fifths = fifthsOf(kept.bytes, person * layout.items.length);
		measures.forEach((id, i) => {
			if (fifths[i]! >= 0) own.get(id)![fifths[i]!]!++;
		});
	});
	return shapes;
}

/** The fifth of each measure of one sheet after the other, −1 for no score: what each adds to the sums of all. */
function oneByOne(layout: Tally['layout'], measures: readonly string[]) {
	const tally = new Tally(layout);
	const cell = tally.cell('');
	const sums = measures.map((id) => sumsOf(tally, cell, id));
	const before = sums.map((read) => read());
	return (sheets: Uint8Array, at: number): number[] => {
		tally.add(cell, sheets, at);
		return sums.map((read, i) => {
			const now = read();
			const fifth = now.n > before[i]!.n ? fifthOf(now.sum - before[i]!.sum, now.range) : -1;
			before[i] = now;
			return fifth;
		});
	};
}

function sumsOf(tally: Tally, cell: Cell, id: string) {
	const { overallUnits, dimensionUnits } = tally.layout;
	if (id === OVERALL) return () => ({ ...readings.overallSums(tally, cell), range: overallUnits });
	const place = placeOf(tally.layout, id);
	return () => ({ ...readings.dimensionSums(tally, cell, place), range: dimensionUnits });
}

/** A score on the border belongs to the fifth above it, and the highest to the last. */
function fifthOf(units: number, range: number): number {
	return Math.min(FIFTHS - 1, Math.floor((FIFTHS * units) / range));
}
