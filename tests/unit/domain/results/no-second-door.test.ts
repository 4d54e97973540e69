import { resultsCsv } from '$lib/content/results-csv';
import { groupIdOf } from '$lib/domain/results/group-ids';
import { countRound } from '$lib/domain/results/counted-round';
import { publishRound } from '$lib/domain/results/publish-round';
import type { GroupView, Results } from '$lib/domain/results/results';
import { resultsFile, resultsSchema } from '$lib/domain/results/results-schema';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { madeRound, publicationOf, resultsFor, resultsFrom } from '../../../support/closed-rounds';

const team = fc
	.record({ answered: fc.nat(13), missing: fc.nat(6), points: fc.integer({ min: -10, max: 110 }) })
	.map(({ answered, missing, points }) => ({
		headcount: Math.max(2, answered + missing),
		answered,
		profile: { voice: points, regard: points, 'outside-in': 100 - points }
	}));
const round = fc
	.record({
		teams: fc.array(team, { minLength: 1, maxLength: 7 }),
		lenses: fc.record({ leader: fc.nat(8), customer: fc.nat(8), partner: fc.nat(8) }),
		form: fc.constantFrom('full', 'quick'),
		k: fc.integer({ min: 4, max: 7 }),
		seed: fc.nat(1_000)
	})
	.map(({ k, ...made }) => ({ ...made, contract: { k } }));

test('no group of fewer than k ever has a number, a word or a count', () => {
	fc.assert(
		fc.property(round, (made) => {
			const { closed, sheets } = madeRound(made);
			const results = resultsFor({ closed, sheets });
			const sizes = sizesOf(sheets);
			for (const group of groupsOf(results)) {
				if ((sizes.get(group.id) ?? 0) >= made.contract.k) continue;
				expect(numbersIn(group)).toEqual([]);
				expect([group.sheets, group.response.as]).toEqual([null, 'unknown']);
			}
			for (const { team } of results.fidelity.teams)
				expect(sizes.get(team)).toBeGreaterThanOrEqual(made.contract.k);
		}),
		{ numRuns: 40 }
	);
});

test('whatever hidden people answer, neither page nor file changes', () => {
	fc.assert(
		fc.property(round, (made) => {
			const { closed, sheets } = madeRound(made);
			const results = resultsFor({ closed, sheets });
			const hidden = results.lenses.filter(isHidden).map(({ lens }) => lens);
			fc.pre(hidden.length > 0);

			const others = sheets.map((sheet) =>
				hidden.some((lens) => lens === sheet.lens)
					? { ...sheet, answers: turned(sheet.answers) }
					: sheet
			);
			const again = resultsFor({ closed, sheets: others });
			expect(JSON.stringify(again)).toBe(JSON.stringify(results));
			expect(resultsCsv(again)).toBe(resultsCsv(results));
		}),
		{ numRuns: 40 }
	);
});

test('what the screen hides, the table and the file of JSON hide too', () => {
	fc.assert(
		fc.property(round, (made) => {
			const results = resultsFor(madeRound(made));
			const file = resultsSchema.parse(JSON.parse(JSON.stringify(resultsFile(results))));
			const { data: rows } = Papa.parse<Record<string, string>>(
				resultsCsv(results).slice(1).trim(),
				{
					header: true
				}
			);
			const scores = groupsOf(results).flatMap((g) => [g.overall, ...g.dimensions]);
			const inFile = groupsOf(file).flatMap((g) => [g.overall, ...g.dimensions]);
			expect(rows).toHaveLength(scores.length);
			scores.forEach(({ mean }, at) => {
				expect(inFile[at]!.mean).toEqual(mean);
				if (mean.as === 'hidden') {
					expect(rows[at]).toMatchObject({ score: 'hidden', margin: 'hidden', n: 'hidden' });
					expect(rows[at]!.rule).not.toBe('');
				} else expect(rows[at]!.score).toMatch(/^\d+( or (more|less))?$/);
			});
		}),
		{ numRuns: 40 }
	);
});

test('what is kept of a publication holds no more of a hidden group than the page does', () => {
	const made = madeRound({
		teams: [9, 9, 9, 4].map((answered) => ({ headcount: answered + 3, answered })),
		lenses: { customer: 4 }
	});
	const { cells, findings, groups } = publicationOf(made);

	for (const group of ['t4', 'customers']) {
		expect(cells.filter((cell) => cell.group === group)).not.toHaveLength(0);
		for (const cell of cells.filter((cell) => cell.group === group))
			expect(cell).toMatchObject({ n: null, mean: { as: 'hidden' }, margin: null });
		expect(groups.find((each) => each.group === group)!.sheets).toBeNull();
		for (const { id, shown } of findings.filter(({ id }) => id.includes(`/${group}`)))
			expect([id, shown.as]).toEqual([id, 'hidden']);
	}
});

test('a name that a spreadsheet would run is defused', () => {
	const made = madeRound({ teams: [{ headcount: 9, answered: 9 }] });
	const [first] = made.closed.teams;
	const closed = { ...made.closed, teams: [{ ...first!, name: '=cmd()' }] };
	const publication = publishRound(countRound(closed, made.sheets), { ledger: [], previous: null });

	expect(resultsCsv(resultsFrom(closed, publication))).toContain(`"'=cmd()"`);
});

function groupsOf({
	whole,
	teams,
	lenses
}: Pick<Results, 'whole' | 'teams' | 'lenses'>): GroupView[] {
	return [whole, ...teams, ...lenses];
}

function numbersIn({ overall, dimensions }: GroupView): unknown[] {
	return [overall, ...dimensions].flatMap(({ n, mean, margin, agreement, change }) =>
		[
			n,
			...[mean, margin, agreement, change].filter((shown) => shown && shown.as !== 'hidden')
		].filter((each) => each !== null)
	);
}

function isHidden(group: GroupView): boolean {
	return numbersIn(group).length === 0;
}

function sizesOf(sheets: ReturnType<typeof madeRound>['sheets']): Map<string, number> {
	const sizes = new Map<string, number>();
	for (const { lens, teamId } of sheets)
		for (const group of [groupIdOf(lens), ...(lens === 'member' ? [teamId!] : [])])
			sizes.set(group, (sizes.get(group) ?? 0) + 1);
	return sizes;
}

/** The same people who answer the other way round; who was not sure stays so. */
function turned(answers: Readonly<Record<string, number | null>>) {
	return Object.fromEntries(
		Object.entries(answers).map(([id, value]) => [id, value === null ? null : 6 - value])
	);
}
