import type { Lens } from '../instrument/instrument.ts';
import {
	areEnough,
	linkedChange,
	stratifiedChange,
	unlinkedChange,
	type Change,
	type TeamRounds
} from '../scoring/change.ts';
import { knownNoise } from '../scoring/gaps.ts';
import type { Layout } from '../scoring/layout.ts';
import type { PersonScores } from '../scoring/person-scores.ts';
import * as readings from '../scoring/readings.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import type { LensChange, ScoreChange } from './change-schemas.ts';
import type { CountedLens, LensTally } from './lens-gaps.ts';

/** Scores of people who can be told by their codes, in both rounds; lenses without codes are not in it. */
export interface LinkedPeople {
	before: ReadonlyMap<Lens, PersonScores>;
	now: ReadonlyMap<Lens, PersonScores>;
}

/** Two rounds of one lens. */
interface Rounds {
	before: Tally;
	now: Tally;
	/** Differences within people, measure by measure: of each team, and of everybody. Null where no codes are known. */
	linked: { teams: ReadonlyMap<string, Sample[]>; everybody: () => Sample[] } | null;
}

/** One group in both rounds, score by score; `n` counts people whatever comes of their difference. */
type ChangeOf = (measure: number) => { n: ScoreChange['n']; change: Change };

/**
 * What has changed since an earlier round, in points, lens by lens and now minus before; only lenses that answered in both.
 *
 * Teams are the same when their names are. Where `people` links enough of a group, its change is theirs, with the paired
 * interval (Student 1908); else Welch's (1947) is careful when the same people answered. Whoever changed teams
 * is linked in none. The whole of the members is the mean of its teams' changes, stratified (Cochran 1977), so that
 * neither another response nor a new team moves it: `headcounts` weigh, or the answers of both rounds where a team has
 * none. Scores whose items differ between the rounds are not compared. A group of one person takes the typical
 * spread of people; where nothing is known of it there is no interval.
 */
export function changeAnalysis(
	before: readonly LensTally[],
	now: readonly CountedLens[],
	headcounts: ReadonlyMap<string, number>,
	people?: LinkedPeople
): LensChange[] {
	return now.flatMap(({ lens, tally, total }) => {
		const earlier = before.find((other) => other.lens === lens)?.tally;
		if (!earlier) return [];
		const rounds = { before: earlier, now: tally, linked: linkedBy(people, lens) };
		const teams = inOrder([...tally.cells.keys()], headcounts);
		const both = teams.filter((team) => earlier.cells.has(team));
		return [
			{
				lens,
				organization: groupChange(
					rounds,
					lens === 'member'
						? membersChange(rounds, both, headcounts)
						: everybodysChange(rounds, total)
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

function linkedBy(people: LinkedPeople | undefined, lens: Lens): Rounds['linked'] {
	const [before, now] = [people?.before.get(lens), people?.now.get(lens)];
	if (!before || !now) return null;
	return { teams: now.differencesByTeam(before), everybody: () => now.differences(before) };
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
	const [then, today] = [rounds.before.cells.get(team)!, rounds.now.cells.get(team)!];
	return changeBetween(rounds, then, today, rounds.linked?.teams.get(team));
}

function everybodysChange(rounds: Rounds, today: Cell): ChangeOf {
	const then = readings.totalCell(rounds.before);
	return changeBetween(rounds, then, today, rounds.linked?.everybody());
}

function changeBetween(
	{ before, now }: Rounds,
	then: Cell,
	today: Cell,
	linked: readonly Sample[] | undefined
): ChangeOf {
	return (measure) => {
		const [a, b] = [sampleOf(before, then, measure), sampleOf(now, today, measure)];
		const noise = noiseOf(now.layout, measure);
		const same = enoughOf(linked, measure, a, b);
		return {
			n: { before: a.n, now: b.n, linked: same?.n ?? 0 },
			change: same ? linkedChange(same, noise) : unlinkedChange(a, b, noise)
		};
	};
}

function enoughOf(
	linked: readonly Sample[] | undefined,
	measure: number,
	before: Sample,
	now: Sample
): Sample | undefined {
	const same = linked?.[measure];
	return same && areEnough(same, before, now) ? same : undefined;
}

function membersChange(
	{ before, now, linked }: Rounds,
	teams: readonly string[],
	headcounts: ReadonlyMap<string, number>
): ChangeOf {
	const isCounted = teams.every((team) => headcounts.has(team));
	return (measure) => {
		const rounds = teams.map((team): TeamRounds => {
			const then = sampleOf(before, before.cells.get(team)!, measure);
			const today = sampleOf(now, now.cells.get(team)!, measure);
			const headcount = isCounted ? headcounts.get(team)! : then.n + today.n;
			const same = enoughOf(linked?.teams.get(team), measure, then, today);
			return { team, headcount, before: then, after: today, ...(same && { linked: same }) };
		});
		const change = stratifiedChange(rounds, noiseOf(now.layout, measure));
		const people = (read: (team: TeamRounds) => Sample | undefined) =>
			rounds.reduce((sum, team) => sum + (read(team)?.n ?? 0), 0);
		const n = {
			before: people((team) => team.before),
			now: people((team) => team.after),
			linked: people((team) => team.linked)
		};
		return { n, change };
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
