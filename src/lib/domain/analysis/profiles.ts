import type { PersonScores } from '../scoring/fidelity-chance.ts';
import type { Layout } from '../scoring/layout.ts';
import type { Tally } from '../scoring/tally.ts';

/**
 * The spectrum scores of every kept person who has them all, by team, for the shuffles of the chance test;
 * null when there were more people than are kept.
 */
export function profilesByTeam({ layout, kept }: Tally): Map<string, PersonScores[]> | null {
	if (!kept.isComplete) return null;
	const byTeam = new Map<string, PersonScores[]>();
	for (const { team, sheet } of kept.inOrder()) {
		const profile = profileOf(layout, sheet);
		if (!profile) continue;
		const people = byTeam.get(team);
		if (people) people.push(profile);
		else byTeam.set(team, [profile]);
	}
	return byTeam;
}

function profileOf(layout: Layout, sheet: Uint8Array): PersonScores | null {
	const scores = Array.from(layout.spectrumPlaces, (d) => scoreOf(layout, d, sheet));
	return scores.every((score) => score !== null) ? scores : null;
}

function scoreOf(
	{ dimensions, levels, codes, steps, keyBits, dimensionUnits }: Layout,
	d: number,
	sheet: Uint8Array
): number | null {
	const { places, quorum, keys, share } = dimensions[d]!;
	const given = places.filter((place) => sheet[place]! > 0 && sheet[place]! <= levels);
	const bits = given.reduce((bits, place) => bits | keyBits[place]!, 0);
	if (given.length < quorum || bits !== keys) return null;
	const sum = given.reduce((sum, place) => sum + steps[place * codes + sheet[place]!]!, 0);
	return (sum * share[given.length]! * 100) / dimensionUnits;
}
