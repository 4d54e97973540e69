import * as readings from './readings.ts';
import type { Sample } from './sample.ts';
import type { Cell, Tally } from './tally.ts';

/** How many answered an item, and their sum in steps from the monolith's end; null when it was not asked. */
export function itemSums(tally: Tally, cell: Cell, id: string): readings.UnitSum | null {
	const place = placeOf(tally, id);
	if (place === null) return null;
	const counts = readings.answerCounts(tally, cell, place);
	if (tally.layout.items[place]!.key === -1) counts.reverse();
	return {
		n: counts.reduce((total, people) => total + people, 0),
		sum: counts.reduce((total, people, step) => total + people * step, 0)
	};
}

/** An item's answers in points, turned so that 100 is the hologram's; null when it was not asked. */
export function itemSample(tally: Tally, cell: Cell, id: string): Sample | null {
	const place = placeOf(tally, id);
	if (place === null) return null;
	const { items, low, levels } = tally.layout;
	const { n, mean, variance } = readings.answerSample(tally, cell, place);
	const step = 100 / (levels - 1);
	const points = mean === null ? null : (mean - low) * step;
	return {
		n,
		mean: points === null || items[place]!.key === 1 ? points : 100 - points,
		variance: variance === null ? null : variance * step ** 2
	};
}

function placeOf({ layout }: Tally, id: string): number | null {
	const place = layout.items.findIndex((item) => item.id === id);
	return place < 0 ? null : place;
}
