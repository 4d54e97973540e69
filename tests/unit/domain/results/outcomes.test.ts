import { holoscope } from '$lib/content/instruments';
import { cellOf } from '$lib/domain/publication/publish';
import { countRound } from '$lib/domain/results/counted-round';
import {
	OutcomeCounts,
	outcomeBackground,
	outcomeScore,
	outcomeStatistic,
	wholeOutcomeScore
} from '$lib/domain/results/outcomes';
import { publishRound } from '$lib/domain/results/publish-round';
import { resultsFile, resultsSchema } from '$lib/domain/results/results-schema';
import { resultsCsv } from '$lib/content/results-csv';
import { reportOfResults } from '$lib/domain/report/report-of-results';
import { describe, expect, test } from 'vitest';
import {
	madeRound,
	publicationOf,
	resultsFor,
	resultsFrom,
	type MadeTeam
} from '../../../support/closed-rounds';

const contract = { outcomes: true as const };
const teams: MadeTeam[] = [
	{ headcount: 24, answered: 20 },
	{ headcount: 14, answered: 12 },
	{ headcount: 9, answered: 9 },
	{ headcount: 7, answered: 6 },
	{ headcount: 4, answered: 4 }
];
const ids = ['outcome-care', 'outcome-buy', 'outcome-stay'];

describe('One question', () => {
	// The table of standard errors for one item: 15.4, 12.1, 9.5 and 7.8 points for 3, 5, 8 and 12 people.
	test.each([
		[3, 15.4],
		[5, 12.1],
		[8, 9.5],
		[12, 7.8]
	])('of %i people is as noisy as one item is known to be', (n, error) => {
		const { spread } = outcomeBackground(holoscope);

		expect(spread! / Math.sqrt(n)).toBeGreaterThan(error - 0.2);
		expect(spread! / Math.sqrt(n)).toBeLessThan(error + 0.2);
	});

	test('is about as reliable as one of a dimension’s four items', () => {
		// Spearman (1910) and Brown (1910), backward from four items to one: .74 / (4 − 3 · .74) = .416.
		const one = 0.74 / (4 - 3 * 0.74);
		expect(Math.abs(outcomeBackground(holoscope).reliability! - one)).toBeLessThan(0.01);
	});

	test('is a mean from 0 to 100 with a plain t interval beyond twelve people', () => {
		// R: x <- rep((0:4)*25, c(1,2,6,8,3)); mean(x); qt(.975,19)*sd(x)/sqrt(20)
		const { n, mean, climate } = outcomeScore([1, 2, 6, 8, 3], null, holoscope);

		expect(n).toBe(20);
		expect(mean).toBe(62.5);
		expect(climate!.margin).toBeCloseTo(12.3008, 3);
	});

	test('of nobody is nothing, and whoever was not sure counts nowhere', () => {
		expect(outcomeScore([0, 0, 0, 0, 0], 12, holoscope)).toMatchObject({ mean: null, now: null });
		const counts = new OutcomeCounts(holoscope.outcomes, holoscope);
		counts.add('member', 't1', { 'outcome-care': null, 'outcome-stay': 5 });

		expect(counts.of('member', 't1', 'outcome-care')).toEqual([0, 0, 0, 0, 0]);
		expect(counts.of('member', 't1', 'outcome-stay')).toEqual([0, 0, 0, 0, 1]);
		expect(outcomeStatistic([1, 0, 0, 2, 1])).toEqual({ n: 4, sum: 10, answers: [1, 0, 0, 2, 1] });
	});

	test('weighs each team by its headcount in the whole', () => {
		const score = wholeOutcomeScore(
			[
				{ answers: [0, 0, 0, 0, 4], headcount: 10 },
				{ answers: [8, 0, 0, 0, 0], headcount: 30 }
			],
			holoscope
		);

		expect(score.mean).toBe(25);
	});
});

describe('The price of control', () => {
	test('is published through the gate alone, by the rules for single questions', () => {
		const {
			whole,
			teams: views,
			lenses
		} = resultsFor(madeRound({ teams, contract, lenses: { leader: 5, customer: 30 } }));

		for (const group of [whole, ...views, ...lenses])
			expect(group.outcomes.map(({ measure }) => measure)).toEqual(ids);
		expect(whole.outcomes.map(({ mean }) => mean.as)).toEqual(['value', 'value', 'value']);
		expect(lenses.at(-2)!.id).toBe('customers');
		expect(lenses.at(-2)!.outcomes[0]!.mean.as).toBe('value');

		const [large, , , six, four] = views;
		expect(large!.outcomes[0]).toMatchObject({ mean: { as: 'value' }, margin: { as: 'value' } });
		for (const { mean, margin, distribution } of six!.outcomes)
			if (mean.as === 'value') {
				expect(margin).toMatchObject({ because: 'too-few-for-margin', needed: 8 });
				expect(distribution).toMatchObject({ because: 'too-few-for-distribution' });
			}
		for (const { mean, n } of four!.outcomes) {
			expect(mean).toMatchObject({ because: 'small-group' });
			expect(n).toBeNull();
		}
	});

	test('is nowhere unless the contract says that it is asked', () => {
		const { sheets } = madeRound({ teams, contract });
		const silent = { closed: madeRound({ teams }).closed, sheets };

		expect(publicationOf(silent).cells.some(({ measure }) => ids.includes(measure))).toBe(false);
		expect(resultsFor(silent).whole.outcomes).toEqual([]);
	});

	test('moves no other number and hides no finding', () => {
		const made = madeRound({ teams, contract });
		const without = publicationOf({ ...made, closed: madeRound({ teams }).closed });
		const asked = publicationOf(made);

		const rest = asked.cells.filter(({ measure }) => !ids.includes(measure));
		expect(rest).toEqual(without.cells);
		expect(asked.findings).toEqual(without.findings);
	});

	test('leaves out who answered without reading, as every other score does', () => {
		const { closed, sheets } = madeRound({ teams, contract });
		const careless = Object.fromEntries([
			...holoscope.items.map(({ id }) => [id, 5]),
			...ids.map((id) => [id, 5])
		]);
		const counted = countRound(closed, [
			...sheets,
			{ teamId: 't1', lens: 'member', answers: careless }
		]);

		expect(counted.outcomes.of('member', 't1', ids[0]!)).toEqual(
			countRound(closed, sheets).outcomes.of('member', 't1', ids[0]!)
		);
	});

	test('stands in files for programs, spreadsheets and the report', () => {
		const results = resultsFor(madeRound({ teams, contract }));

		expect(resultsSchema.parse(resultsFile(results)).whole.outcomes).toHaveLength(3);
		const lines = resultsCsv(results).split('\r\n');
		expect(lines.filter((line) => line.includes('outcome-stay'))).toHaveLength(
			1 + teams.length + results.lenses.length
		);
		expect(reportOfResults(results, '2026-12-18').whole.outcomes.map(({ n }) => n)).toEqual(
			results.whole.outcomes.map(({ n }) => n)
		);
	});

	test('says what has changed since a round that asked for it too', () => {
		const [before, now] = [1, 2].map((seed) => madeRound({ teams, contract, seed }));
		const publication = publishRound(countRound(now!.closed, now!.sheets), {
			ledger: [],
			previous: {
				publication: publicationOf(before!),
				counted: countRound(before!.closed, before!.sheets)
			}
		});
		const value = (id: string) => publication.findings.find((finding) => finding.id === id)!.shown;
		const margins = [publicationOf(before!), publication].map((each) => {
			const { margin } = cellOf(each, 'whole', 'outcome-stay');
			return margin?.as === 'value' ? margin.value : NaN;
		});

		// A change below zero is a number in a spreadsheet, and no text that begins with a quote.
		expect(resultsCsv(resultsFrom(now!.closed, publication))).toMatch(/,-\d+,\d+,(yes|no),/);
		expect(value('change/difference/whole/outcome-stay')).toMatchObject({ as: 'value' });
		expect(value('change/margin/whole/outcome-stay')).toEqual({
			as: 'value',
			value: Math.ceil(Math.hypot(...margins))
		});
	});

	test('shows the same again in a round about the same weeks where nobody changed', () => {
		const made = madeRound({ teams, contract });
		const before = { counted: countRound(made.closed, made.sheets), sheets: made.sheets };
		const published = publicationOf(made);
		const next = { ...made.closed, round: { ...made.closed.round, id: 'next' } };
		const again = publishRound(countRound(next, made.sheets), {
			ledger: [],
			previous: null,
			sameWeeks: { sheets: made.sheets, before, published }
		});

		for (const id of ids)
			expect(cellOf(again, 't1', id).mean).toEqual(cellOf(published, 't1', id).mean);
	});
});
