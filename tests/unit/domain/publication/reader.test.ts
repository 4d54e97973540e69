import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	contractWith,
	item,
	means,
	publishSketch,
	type Answers
} from '../../../support/publication/builders';
import { workedOut } from '../../../support/publication/reader';

const range = 2;
const k = 4;
const small = { ...item, range };
const answer = fc.oneof(
	{ weight: 2, arbitrary: fc.integer({ min: 1, max: range + 1 }) },
	{ weight: 1, arbitrary: fc.constant(1) },
	{ weight: 1, arbitrary: fc.constant(range + 1) }
);
/** Atoms of one to six people; every third has people who all answered the same extreme. */
const atom = fc.oneof(
	{ weight: 2, arbitrary: fc.array(answer, { minLength: 1, maxLength: 6 }) },
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.constantFrom(1, range + 1), fc.integer({ min: 1, max: 6 }))
			.map(([value, n]) => Array<number>(n).fill(value))
	}
);
const organization = fc
	.array(atom, { minLength: 2, maxLength: 4 })
	.map((atoms): Answers => Object.fromEntries(atoms.map((values, i) => [`a${i}`, values])));

describe('a reader who goes through all possible truths', () => {
	test('finds the four people of the worked example', () => {
		const found = workedOut({
			sizes: { team: 6, others: 3 },
			groups: { whole: ['team', 'others'], team: ['team'] },
			range,
			shown: { whole: 50, team: 50 },
			k
		});

		expect(found).toContainEqual({ team: 0, others: 3 });
	});

	test('finds what people answered in a group where all answered the same', () => {
		const shown = { whole: 33, team: 50 };
		const found = workedOut({
			sizes: { team: 8, others: 4 },
			groups: { whole: ['team', 'others'], team: ['team'] },
			range,
			shown,
			k
		});

		expect(found).toContainEqual({ team: 0, others: 1 });
	});

	test('finds nothing in whatever groups of a random organization the gate shows', () => {
		const groupings = fc.array(fc.subarray(['a0', 'a1', 'a2', 'a3'], { minLength: 1 }), {
			minLength: 1,
			maxLength: 5
		});
		fc.assert(
			fc.property(organization, groupings, (answers, sets) => {
				const groups = Object.entries(groupsFrom(answers, sets));
				expectNothing(answers, Object.fromEntries(groups.map(([id, atoms]) => [id, { atoms }])));
			}),
			{ numRuns: 400 }
		);
	});

	test('finds nothing where the whole counts each team by its headcount', () => {
		fc.assert(
			fc.property(
				organization,
				fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
				(answers, more) => {
					const teams = Object.keys(answers);
					const strata = teams.map((id, i) => ({
						atoms: [id],
						headcount: answers[id]!.length + more[i]!
					}));
					expectNothing(answers, { ...teamGroups(teams), whole: { atoms: teams, strata } }, teams);
				}
			),
			{ numRuns: 400 }
		);
	});

	test('finds nothing in two publications, the later one of which brings new groups', () => {
		const sets = fc.array(fc.subarray(['a0', 'a1', 'a2', 'a3'], { minLength: 1 }), {
			minLength: 4,
			maxLength: 6
		});
		fc.assert(
			fc.property(organization, sets, (answers, all) => {
				const groups = groupsFrom(answers, all);
				const ids = Object.keys(groups);
				const wanted = [ids.slice(0, 2), ids.slice(2)] as const;
				const contract = contractWith({ k });
				const sketch = { answers, groups, measure: small };
				const first = publishSketch({ ...sketch, wanted: wanted[0] }, contract);
				const second = publishSketch(
					{ ...sketch, id: 'later', wanted: wanted[1] },
					contract,
					first.entries
				);
				const shown = { ...means(first), ...means(second) };
				expect(workedOut({ sizes: sizesOf(answers), groups, range, shown, k })).toEqual([]);
			}),
			{ numRuns: 400 }
		);
	});

	test('finds nothing in the whole and the teams of a random organization', () => {
		fc.assert(
			fc.property(organization, (answers) => {
				const teams = Object.keys(answers);
				expectNothing(answers, { ...teamGroups(teams), whole: { atoms: teams } }, teams);
			}),
			{ numRuns: 400 }
		);
	});
});

interface Sketched {
	atoms: readonly string[];
	strata?: readonly { atoms: readonly string[]; headcount: number }[];
}

/** Publishes all groups, in the order given; with teams, as parts of the whole. */
function expectNothing(
	answers: Answers,
	groups: Record<string, Sketched>,
	teams: readonly string[] = []
) {
	const partitions = teams.length > 0 ? [{ parent: 'whole', children: teams.map(teamOf) }] : [];
	const sketch = { answers, groups, partitions, measure: small };
	const shown = means(publishSketch(sketch, contractWith({ k })));
	const atomsOf = Object.fromEntries(Object.entries(groups).map(([id, { atoms }]) => [id, atoms]));
	const weights = Object.fromEntries(
		Object.entries(groups).flatMap(([id, { strata }]) =>
			strata ? [[id, headcountWeights(answers, strata)] as const] : []
		)
	);
	expect(workedOut({ sizes: sizesOf(answers), groups: atomsOf, weights, range, shown, k })).toEqual(
		[]
	);
}

function sizesOf(answers: Answers): Record<string, number> {
	return Object.fromEntries(Object.entries(answers).map(([id, { length }]) => [id, length]));
}

function teamOf(atom: string): string {
	return `t-${atom}`;
}

function teamGroups(teams: readonly string[]): Record<string, Sketched> {
	return Object.fromEntries(teams.map((id) => [teamOf(id), { atoms: [id] }]));
}

function groupsFrom(answers: Answers, sets: readonly string[][]): Record<string, string[]> {
	const known = sets
		.map((atoms) => atoms.filter((id) => id in answers))
		.filter((atoms) => atoms.length > 0);
	return Object.fromEntries(known.map((atoms, i) => [`g${i}`, atoms]));
}

/** Headcount ÷ sheets, times 60, which every team of up to six people divides. */
function headcountWeights(answers: Answers, strata: NonNullable<Sketched['strata']>) {
	return Object.fromEntries(
		strata.map(({ atoms: [atom], headcount }) => [atom!, (60 * headcount) / answers[atom!]!.length])
	);
}
