import type { Instrument } from '$lib/domain/instrument/instrument';
import type { ToldContract } from '$lib/domain/publication/contract';

/** A dimension in the words that a room reads. */
export type DimensionWords = Pick<
	Instrument['dimensions'][number],
	'id' | 'name' | 'monolith' | 'hologram' | 'anchors'
>;

/** What stays the same on a phone from the first step to the last. */
export interface About {
	/** The workshop's page on this phone. */
	start: string;
	/** Tells this person's sheet from that of somebody else on the same device. */
	mark: string;
	contract: ToldContract;
	headcount: number;
	form: string;
	scale: Instrument['scale'];
	questions: { id: string; text: string }[];
	dimensions: DimensionWords[];
}

export function dimensionIn({ dimensions }: Pick<About, 'dimensions'>, id: string): DimensionWords {
	const found = dimensions.find((dimension) => dimension.id === id);
	// A dimension of another edition: its name is all we have.
	return found ?? { id, name: id, monolith: '', hologram: '', anchors: [] };
}
