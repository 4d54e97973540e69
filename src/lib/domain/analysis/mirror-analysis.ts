import type { Lens } from '../instrument/instrument.ts';
import { knownNoise } from '../scoring/gaps.ts';
import { itemSample } from '../scoring/item-readings.ts';
import { mirror, type MirrorViews } from '../scoring/mirror.ts';
import * as readings from '../scoring/readings.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import type { Mirror } from './change-schemas.ts';
import type { CountedLens } from './lens-gaps.ts';

/** The three views of a mirror round with everybody together; a view that was not asked is null. */
type Views = Record<'own' | 'guess' | 'customers', View | null>;

interface View {
	tally: Tally;
	total: Cell;
}

/**
 * What members and customers see on the same indicators, and what employees guessed that customers would answer: by
 * dimension and by item, in points of 0 (monolith) to 100 (hologram). Null without customers, and without members
 * and a guess. Only what customers and one of the others were asked is in it.
 */
export function mirrorAnalysis(lenses: readonly CountedLens[], guess: Tally | null): Mirror | null {
	const viewOf = (name: Lens) => lenses.find(({ lens }) => lens === name) ?? null;
	const views: Views = {
		own: viewOf('member'),
		guess: guess && { tally: guess, total: readings.totalCell(guess) },
		customers: viewOf('customer')
	};
	const { customers } = views;
	if (!customers || !(views.own || views.guess)) return null;

	const { layout } = customers.tally;
	return {
		dimensions: layout.dimensions.flatMap(({ dimension, places }, d) =>
			results(views, dimension.id, places.length, ({ tally, total }) =>
				tally.layout.dimensions[d]!.places.length === 0
					? null
					: readings.dimensionSample(tally, total, d)
			)
		),
		items: layout.items.flatMap(({ id }) =>
			results(views, id, 1, ({ tally, total }) => itemSample(tally, total, id))
		)
	};
}

function results(views: Views, id: string, items: number, read: (view: View) => Sample | null) {
	const look = (view: View | null) => view && read(view);
	const entry: MirrorViews = {
		id,
		own: look(views.own),
		guess: look(views.guess),
		customers: look(views.customers)
	};
	if (!entry.customers || !(entry.own || entry.guess)) return [];
	const { instrument } = views.customers!.tally.layout;
	return mirror([entry], knownNoise(instrument, items, 'people-like-this'));
}
