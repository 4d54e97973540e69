import {
	stratifiedChange,
	unlinkedChange,
	type Change,
	type TeamRounds
} from '../scoring/change.ts';
import { knownNoise } from '../scoring/gaps.ts';
import type { Layout } from '../scoring/layout.ts';
import * as readings from '../scoring/readings.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import type { LensChange, ScoreChange } from './change-schemas.ts';
import type { LensTally } from './lens-gaps.ts';

/** Two rounds of one lens. */
interface Rounds {
	before: Tally;
	now: Tally;
}

/** One group in both rounds, score by score; `n` counts people whatever comes of their difference. */
type ChangeOf = (measure: number) => { n: ScoreChange['n']; change: Change };

/**
 * What has changed since an earlier round, in points, lens by lens and now minus before; only lenses that answered in both.
 *
 * Teams are the same when their names are. People are not linked between rounds, so a team's interval is Welch's
 * (1947), which is careful when the same people answered. The whole of the members is the mean of its teams' changes,
 * stratified (Cochran 1977), so that neither another response nor a new team moves it: `headcounts` weigh, or the answers
 * of both rounds where a team has none. Scores whose items differ between the rounds are not compared. A group of
 * one person takes the typical spread of people; where nothing is known of it there is no interval.
 */
export function changeAnalysis(
	before: readonly LensTally[],
	now: readonly LensTally[],
	headcounts: ReadonlyMap<string, number>
): LensChange[] {
	return now.flatMap(({ lens, tally }) => {
		const earlier = before.find((other) => other.lens === lens)?.tally;
		if (!earlier) return [];
		const rounds = { before: earlier, now: tally };
		const teams = inOrder([...tally.cells.keys()], headcounts);
		const both = teams.filter((team) => earlier.cells.has(team));
		return [
			{
				lens,
				organization: groupChange(
					rounds,
					lens === 'member' ? membersChange(rounds, both, headcounts) : everybodysChange(rounds)
				),
				teams: both.map((team) => ({ team, ...groupChange(rounds, teamChange(rounds, team)) })),
				onlyBefore: inOrder([...earlier.cells.keys()], headcounts).filter(
					(team) => !tally.cells.has(team)
				),
				onlyNow: teams.filter((team) => !earlier.cells.has(team))
			}
		];
	});
}

/** Teams with a headcount first, in its order, then the others by name. */
function inOrder(teams: readonly string[], headcounts: ReadonlyMap<string, number>): string[] {
	const places = new Map([...headcounts.keys()].map((team, at) => [team, at]));
	const place = (team: string) => places.get(team) ?? Infinity;
	return teams.toSorted((a, b) => (place(a) === place(b) ? (a < b ? -1 : 1) : place(a) - place(b)));
}

function groupChange(
	rounds: Rounds,
	of: ChangeOf
): Pick<LensChange['teams'][number], 'overall' | 'dimensions'> {
	const { dimensions } = rounds.now.layout;
	return {
		overall: scoreChange(rounds, dimensions.length, of),
		dimensions: dimensions.map(({ dimension }, d) => ({
			dimension: dimension.id,
			...scoreChange(rounds, d, of)
		}))
	};
}

function scoreChange({ before, now }: Rounds, measure: number, of: ChangeOf): ScoreChange {
	const [then, today] = [itemsOf(before.layout, measure), itemsOf(now.layout, measure)];
	const { n, change } = of(measure);
	if (then.length === 0 || today.length === 0) return { ...NOTHING, n, missing: 'not-asked' };
	if (then.join() !== today.join()) return { ...NOTHING, n, missing: 'other-items' };

	const { difference, error, df, interval, isClear } = change;
	return {
		n,
		difference,
		error,
		df,
		interval,
		isClear,
		smallestClear: interval && (interval.high - interval.low) / 2,
		missing: difference === null ? 'nobody' : interval === null ? 'too-few-people' : null
	};
}

const NOTHING = {
	difference: null,
	error: null,
	df: null,
	interval: null,
	isClear: false,
	smallestClear: null
};

function teamChange(rounds: Rounds, team: string): ChangeOf {
	return changeBetween(rounds, rounds.before.cells.get(team)!, rounds.now.cells.get(team)!);
}

function everybodysChange(rounds: Rounds): ChangeOf {
	return changeBetween(rounds, readings.totalCell(rounds.before), readings.totalCell(rounds.now));
}

function changeBetween({ before, now }: Rounds, then: Cell, today: Cell): ChangeOf {
	return (measure) => {
		const [a, b] = [sampleOf(before, then, measure), sampleOf(now, today, measure)];
		return {
			n: { before: a.n, now: b.n },
			change: unlinkedChange(a, b, noiseOf(now.layout, measure))
		};
	};
}

function membersChange(
	{ before, now }: Rounds,
	teams: readonly string[],
	headcounts: ReadonlyMap<string, number>
): ChangeOf {
	const isCounted = teams.every((team) => headcounts.has(team));
	return (measure) => {
		const rounds = teams.map((team): TeamRounds => {
			const then = sampleOf(before, before.cells.get(team)!, measure);
			const today = sampleOf(now, now.cells.get(team)!, measure);
			const headcount = isCounted ? headcounts.get(team)! : then.n + today.n;
			return { team, headcount, before: then, after: today };
		});
		const change = stratifiedChange(rounds, noiseOf(now.layout, measure));
		const people = (read: (team: TeamRounds) => Sample) =>
			rounds.reduce((sum, team) => sum + read(team).n, 0);
		return {
			n: { before: people((team) => team.before), now: people((team) => team.after) },
			change
		};
	};
}

/** The measure after all dimensions is the overall. */
function sampleOf(tally: Tally, cell: Cell, measure: number): Sample {
	return measure === tally.layout.dimensions.length
		? readings.overallSample(tally, cell)
		: readings.dimensionSample(tally, cell, measure);
}

/** Ids of the items that make a score, sorted. */
function itemsOf({ items, dimensions }: Layout, measure: number): string[] {
	const made = dimensions[measure]
		? Array.from(dimensions[measure].places, (place) => items[place]!)
		: items.filter(({ dimension }) =>
				dimensions.some((entry) => entry.dimension.id === dimension && entry.spectrumAt >= 0)
			);
	return made.map(({ id }) => id).sort();
}

function noiseOf(layout: Layout, measure: number) {
	return knownNoise(layout.instrument, itemsOf(layout, measure).length, 'people-like-this');
}
