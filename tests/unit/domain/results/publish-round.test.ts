import { cellOf } from '$lib/domain/publication/publish';
import { countRound } from '$lib/domain/results/counted-round';
import { publishRound } from '$lib/domain/results/publish-round';
import { roundRequest } from '$lib/domain/results/round-request';
import { analyze } from '$lib/domain/analysis/analyze';
import { expect, test } from 'vitest';
import {
	madeRound,
	publicationOf,
	resultsFor,
	type MadeTeam
} from '../../../support/closed-rounds';

const teams: MadeTeam[] = [
	{ headcount: 14, answered: 12 },
	{ headcount: 20, answered: 11 },
	{ headcount: 9, answered: 9 },
	{ headcount: 4, answered: 4 }
];

test('a small team is hidden, and with it the smallest other one, so that neither follows from the whole', () => {
	const contract = { lenses: ['member' as const] };
	const { teams: views, whole, hidden } = resultsFor(madeRound({ teams, contract }));

	expect(whole.overall.mean.as).toBe('value');
	expect(
		views.map(({ overall: { mean } }) => (mean.as === 'hidden' ? mean.because : mean.as))
	).toEqual(['value', 'value', 'remainder', 'small-group']);
	expect(hidden).toEqual([
		{ reason: 'small-group', groups: ['Team 4'], count: 10 },
		{ reason: 'remainder', groups: ['Team 3'], count: 10 }
	]);
});

test('what is published are the scores of the analysis, rounded', () => {
	const { closed, sheets } = madeRound({ teams });
	const counted = countRound(closed, sheets);
	const publication = publishRound(counted, { ledger: [], previous: null });
	const headcounts = new Map(closed.teams.map(({ id, headcount }) => [id, headcount]));
	const [members] = analyze([{ lens: 'member', tally: counted.tallies.get('member')! }], {
		headcounts
	}).lenses;

	const { overall, dimensions } = members!.organization;
	const whole = (measure: string) => cellOf(publication, 'whole', measure);
	expect(whole('overall')).toMatchObject({
		mean: { value: Math.round(overall.mean!) },
		margin: { value: Math.round(overall.now!.margin) }
	});
	for (const { dimension, mean } of dimensions)
		expect(whole(dimension).mean).toEqual({ as: 'value', value: Math.round(mean!) });
	const [first] = members!.teams;
	expect(cellOf(publication, 't1', 'voice')).toMatchObject({
		mean: { value: Math.round(first!.dimensions[0]!.mean!) },
		margin: { value: Math.round(first!.dimensions[0]!.now!.margin) }
	});
});

test('the gate hears nothing but whole numbers, and lenses with other forms count in the same units', () => {
	const { closed, sheets } = madeRound({ teams, lenses: { leader: 6, customer: 20, partner: 7 } });
	const { statistics, measures } = roundRequest(countRound(closed, sheets));

	const overall = measures.find(({ id }) => id === 'overall')!;
	for (const { n, sum } of Object.values(statistics.overall!)) {
		expect(Number.isInteger(sum)).toBe(true);
		expect(sum).toBeLessThanOrEqual(n * overall.range);
	}
	expect(Object.keys(statistics.voice!)).not.toContain('customer:round');
});

test('the order in which people answered never shows', () => {
	const made = madeRound({ teams, lenses: { leader: 6, customer: 20, partner: 7 } });
	const turned = { ...made, sheets: made.sheets.toReversed() };

	expect(publicationOf(turned)).toEqual(publicationOf(made));
});

test('only groups that the contract names are shown', () => {
	const cuts = ['whole', 'lens'] as const;
	const results = resultsFor(
		madeRound({
			teams,
			lenses: { leader: 6, customer: 20 },
			contract: { cuts: [...cuts], lenses: ['member', 'customer'] }
		})
	);

	expect(results.teams).toEqual([]);
	expect(results.lenses.map(({ id }) => id)).toEqual(['customers']);
});

test('a round of customers alone says that the whole of members was never agreed', () => {
	const contract = { cuts: ['lens' as const], lenses: ['customer' as const] };
	const results = resultsFor(madeRound({ teams: [], lenses: { customer: 20 }, contract }));

	expect(results.whole.overall.mean).toMatchObject({ as: 'hidden', because: 'not-agreed' });
	expect(results.lenses[0]!.overall.mean.as).toBe('value');
	expect(results.fidelity.verdict).toEqual({ as: 'value', value: 'too-little-data' });
});

test('a round in which nobody answered hides everything and breaks nothing', () => {
	const results = resultsFor(madeRound({ teams: [{ headcount: 8, answered: 0 }] }));

	expect(results.whole.overall.mean).toMatchObject({ because: 'small-group' });
	expect(results.whole.sheets).toBeNull();
	expect(results.gaps).toEqual([]);
});

test('the quick form asks too little of a dimension to show one', () => {
	const results = resultsFor(madeRound({ teams, form: 'quick' }));

	expect(results.whole.dimensions).toEqual([]);
	expect(results.balance).toEqual([]);
	expect(results.whole.overall.mean.as).toBe('value');
	expect(results.fidelity.verdict.as).toBe('value');
});

test('a headcount is not said where one or two are missing from it', () => {
	const results = resultsFor(
		madeRound({ teams: [9, 12, 14].map((headcount) => ({ headcount, answered: headcount - 1 })) })
	);

	expect(results.teams.map(({ headcount, sheets }) => [headcount, sheets])).toEqual([
		[null, 8],
		[null, 11],
		[null, 13]
	]);
	expect(JSON.stringify(results.ledger)).not.toContain('headcount');
});
