import type { Cell } from '../scoring/cell.ts';
import * as readings from '../scoring/readings.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Tally } from '../scoring/tally.ts';

/** Every score of several groups, in the groups' order; read once, as all that follows looks at them again. */
export interface ScoreSamples {
	readonly overall: readonly Sample[];
	/** By dimension. */
	readonly dimensions: readonly (readonly Sample[])[];
}

export function scoreSamples(tally: Tally, cells: readonly Cell[]): ScoreSamples {
	return {
		overall: cells.map((cell) => readings.overallSample(tally, cell)),
		dimensions: tally.layout.dimensions.map((_, d) =>
			cells.map((cell) => readings.dimensionSample(tally, cell, d))
		)
	};
}
