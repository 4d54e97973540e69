import { BALANCE_DIMENSIONS } from '../scoring/balance-dimensions.ts';
import { teamBalance } from '../scoring/balance.ts';
import { knownNoise } from '../scoring/gaps.ts';
import { mergeMoments, momentsOf } from '../scoring/moments.ts';
import * as readings from '../scoring/readings.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Tally } from '../scoring/tally.ts';
import type { Analysis } from './analysis.ts';
import type { CountedLens } from './lens-gaps.ts';

/**
 * Whether members and leaders together look outward or inward, with the customers' view beside it; null when
 * neither lens was asked both sides.
 */
export function balanceAnalysis(
	lenses: readonly CountedLens[],
	teams: readonly string[]
): Analysis['balance'] {
	const own = lenses
		.filter(({ lens }) => lens === 'member' || lens === 'leader')
		.filter(({ tally }) => asksBothSides(tally));
	if (own.length === 0) return null;

	const customers = lenses.find(({ lens }) => lens === 'customer');
	const { tally } = own[0]!;
	const noise = knownNoise(tally.layout.instrument, itemsOfSides(tally), 'own-view');
	const dimensions = [BALANCE_DIMENSIONS.outward, BALANCE_DIMENSIONS.inward];
	const balance = (team: string | null) =>
		teamBalance({
			moments: own.map((counted) => sidesOf(counted, team)).reduce(mergeMoments),
			dimensions,
			customers: customers ? outwardOf(customers, team) : null,
			noise
		});
	return {
		organization: balance(null),
		teams: teams.map((team) => ({ team, ...balance(team) }))
	};
}

function sides({ layout: { dimensions } }: Tally) {
	const { outward, inward } = BALANCE_DIMENSIONS;
	return [outward, inward].map((id) => dimensions.find(({ dimension }) => dimension.id === id));
}

function asksBothSides(tally: Tally): boolean {
	return sides(tally).every((side) => side && side.places.length > 0);
}

function itemsOfSides(tally: Tally): number {
	return Math.min(...sides(tally).map((side) => side!.places.length));
}

function sidesOf({ tally, total }: CountedLens, team: string | null) {
	const cell = team === null ? total : tally.cells.get(team);
	return cell ? readings.balanceMoments(tally, cell) : momentsOf([], 2);
}

function outwardOf({ tally, total }: CountedLens, team: string | null): Sample | null {
	const d = tally.layout.dimensions.findIndex(
		({ dimension }) => dimension.id === BALANCE_DIMENSIONS.outward
	);
	const cell = team === null ? total : tally.cells.get(team);
	return d >= 0 && cell ? readings.dimensionSample(tally, cell, d) : null;
}
