import { instrumentOf } from './instruments.ts';

/** What a workshop shows of a dimension. */
export interface DimensionWords {
	name: string;
	/** What the two ends are called. */
	monolith: string;
	hologram: string;
	/** Five sentences, the monolith's first. */
	anchors: readonly string[];
}

/** By dimension, in the instrument's order: the words of the edition that the workshop was planned with. */
export function workshopDimensions(asked: {
	instrument: string;
	edition: string;
}): Record<string, DimensionWords> {
	const { dimensions } = instrumentOf(asked);
	return Object.fromEntries(
		dimensions.map(({ id, name, monolith, hologram, anchors }) => [
			id,
			{ name, monolith, hologram, anchors }
		])
	);
}
