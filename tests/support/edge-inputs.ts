import { scaleAgreement } from '$lib/domain/scoring/agreement';
import { teamBalance } from '$lib/domain/scoring/balance';
import { teamSummary } from '$lib/domain/scoring/between-teams';
import { countsOf } from '$lib/domain/scoring/counts';
import { fidelity } from '$lib/domain/scoring/fidelity';
import { perceptionGaps } from '$lib/domain/scoring/gaps';
import { organizationScore, teamScore } from '$lib/domain/scoring/group-score';
import { mirror } from '$lib/domain/scoring/mirror';
import { momentsOf } from '$lib/domain/scoring/moments';
import { pairSumsOf, pairwiseCovariance } from '$lib/domain/scoring/pairwise';
import { reliability } from '$lib/domain/scoring/reliability';
import { differenceSample, sampleOf } from '$lib/domain/scoring/sample';
import { withAndWithout } from '$lib/domain/scoring/without-careless';
import { expect } from 'vitest';

/** Answers of 1 to 5 to four items; null is none. */
type Row = readonly (number | null)[];
type Team = readonly Row[];

const some = (people: number, at = 0): Team =>
	Array.from({ length: people }, (_, person) =>
		[0, 1, 2, 3].map((item) => 1 + ((person * (item + 3) + person * person * (item + 1) + at) % 5))
	);
const rows = (people: number, answer: number | null): Team =>
	Array.from({ length: people }, () => [answer, answer, answer, answer]);

/** Each kind of input that must have a defined answer, as the answers of its teams. */
export const inputs = {
	'no team': [],
	'one person': [some(1)],
	'two people': [some(2)],
	'no two answers that differ': [rows(4, 3), rows(5, 3), rows(6, 3)],
	'nobody who answered': [rows(3, null), rows(4, null)],
	'six thousand people': Array.from({ length: 20 }, (_, at) => some(300, at)),
	'one large team among tiny ones': [some(3000), ...[1, 1, 2, 3, 4, 1].map(some)]
} satisfies Record<string, Team[]>;
export type Input = keyof typeof inputs;
export const kinds = Object.keys(inputs) as Input[];

export const NOISE = { answer: 12, onePerson: 20 };
export const BACKGROUND = { spread: 20, reliability: 0.8 };

/** Remembers what it gave, since most of the statistics begin with the same sums. */
function once<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
	const known = new Map<Key, Value>();
	return (key) => known.get(key) ?? known.set(key, read(key)).get(key)!;
}

export const perTeam = <T>(input: Input, read: (team: Team) => T): T[] =>
	(inputs[input] as readonly Team[]).map(read);
export const everybody = once((input: Input): Team => perTeam(input, (team) => team).flat());
export const countsAt = (input: Input, item: number) =>
	countsOf(
		everybody(input).map((row) => row[item]!),
		{ low: 1, high: 5 }
	);
const completeOf = (team: Team) =>
	team.filter((row): row is readonly number[] => row.every((answer) => answer !== null));
export const momentsAt = once((team: Team) =>
	momentsOf(
		completeOf(team).map((row) => row.map((answer) => (answer - 1) * 25)),
		4
	)
);
const sampleAt = (team: Team) => sampleOf(momentsAt(team), 0);
export const sampleAll = (input: Input) => sampleAt(everybody(input));
export const covarianceOf = once((input: Input) =>
	pairwiseCovariance(pairSumsOf(everybody(input), 4))
);
export const strata = (input: Input) =>
	perTeam(input, (team) => ({ sample: sampleAt(team), headcount: team.length + 2 }));
export const rounds = (before: Input, after: Input) =>
	perTeam(before, (team) => team).map((team, at) => ({
		team: `${at}`,
		headcount: team.length,
		before: sampleAt(team),
		after: sampleAt((inputs[after] as readonly Team[])[at] ?? [])
	}));
export const fidelityOf = (input: Input, withPeople = false) =>
	fidelity(
		perTeam(input, (team) => team).map((team, at) => ({
			team: `${at}`,
			moments: momentsAt(team),
			...(withPeople && { people: completeOf(team).map((row) => row.map((a) => (a - 1) * 25)) })
		})),
		{ dimensions: ['a', 'b', 'c', 'd'], step: 25 }
	);
export const balanceOf = (input: Input) =>
	teamBalance({
		moments: momentsAt(everybody(input)),
		dimensions: ['outside-in', 'give-and-get', 'c', 'd'],
		customers: sampleAll(input),
		noise: NOISE
	});
export const gapsOf = (a: Input, b: Input) =>
	perceptionGaps([{ dimension: 'x', a: sampleAll(a), b: sampleAll(b) }], NOISE);
export const fromCovariance = (input: Input, read: (matrix: number[][]) => number | null) => {
	const { covariance } = covarianceOf(input);
	return covariance && read(covariance);
};
export const scaleOf = (input: Input) =>
	scaleAgreement([0, 1, 2, 3].map((item) => countsAt(input, item)));
export const teamOf = (input: Input) =>
	teamScore({ sample: sampleAll(input), headcount: everybody(input).length + 2 }, BACKGROUND);
export const organizationOf = (input: Input) =>
	organizationScore(strata(input), sampleAll(input), BACKGROUND);
export const summaryAt = (team: Team) => teamSummary(team.map(([answer]) => answer!));
export const reliabilityOf = (input: Input) => {
	const { covariance, people } = covarianceOf(input);
	return reliability(covariance, [1, -1, 1, -1], people);
};
export const differencesOf = (input: Input) => differenceSample(momentsAt(everybody(input)), 0, 1);
export const mirrorOf = (input: Input) =>
	mirror([{ id: 'x', own: sampleAll(input), guess: null, customers: sampleAll('two people') }])[0]!;
export const withoutHalf = (input: Input) => {
	const { n, mean } = sampleAll(input);
	const half = Math.ceil(n / 2);
	const sums = { n, sum: n * (mean ?? 0), flaggedN: half, flaggedSum: half * 40 };
	return withAndWithout([{ dimension: 'x', ...sums }])[0]!;
};

/** No NaN, no infinity and nothing undefined, however deep. */
export function expectFinite(value: unknown): void {
	if (typeof value === 'number') expect(Number.isFinite(value), `${value}`).toBe(true);
	else if (value !== null && typeof value === 'object') Object.values(value).forEach(expectFinite);
	else expect(value).not.toBeUndefined();
}
