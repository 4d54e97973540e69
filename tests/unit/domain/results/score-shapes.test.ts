import { holoscope } from '$lib/content/instruments';
import { cellOf } from '$lib/domain/publication/publish';
import { countRound } from '$lib/domain/results/counted-round';
import { scoreShapes } from '$lib/domain/results/score-shapes';
import { personScore } from '$lib/domain/scoring/person';
import { expect, test } from 'vitest';
import { madeRound, publicationOf, resultsFor } from '../../../support/closed-rounds';

const contract = { lenses: ['member' as const] };
const made = madeRound({
	teams: [
		{ headcount: 60, answered: 50 },
		{ headcount: 30, answered: 24 },
		{ headcount: 8, answered: 7 },
		{ headcount: 4, answered: 4 }
	],
	contract
});

/** The fifths of people's own scores, reckoned one by one. */
function fifthsOf(team: string, measure: string): number[] {
	const fifths = [0, 0, 0, 0, 0];
	for (const { teamId, answers } of made.sheets) {
		if (teamId !== team) continue;
		const { overall, dimensions } = personScore(holoscope, 'full', answers);
		const own = dimensions.find(({ dimension }) => dimension === measure) ?? overall;
		if (own.score !== null) fifths[Math.min(4, Math.floor(own.score / 20))]! += 1;
	}
	return fifths;
}

test('people are counted in the fifth that their own score lies in', () => {
	const tally = countRound(made.closed, made.sheets).tallies.get('member')!;
	const shapes = scoreShapes(tally)!;

	for (const team of ['t1', 't2', 't4'])
		for (const measure of ['overall', 'voice', 'give-and-get'])
			expect(shapes.get(team)!.get(measure)).toEqual(fifthsOf(team, measure));
});

test('numbers are shown from twice k on, without a one; fewer people are a shape, and under eight nothing', () => {
	const [large, middle, seven, four] = resultsFor(made).teams;

	for (const { measure, distribution } of [large!, middle!].flatMap(({ dimensions }) => dimensions))
		if (distribution?.as === 'counts') {
			expect(distribution.counts).not.toContain(1);
			expect([fifthsOf('t1', measure), fifthsOf('t2', measure)]).toContainEqual(
				distribution.counts
			);
		} else expect(distribution?.as).toBe('shape');
	for (const group of [seven!, four!])
		for (const { distribution, mean } of group.dimensions)
			expect(distribution ?? mean).toMatchObject({ as: 'hidden' });
});

test('shapes move no mean, and every number of theirs stands in the ledger', () => {
	const publication = publicationOf(made);
	const shown = publication.cells.filter(({ distribution }) => distribution?.as === 'counts');

	expect(shown.length).toBeGreaterThan(0);
	for (const { group, measure, distribution } of shown) {
		const entry = publication.entries.find(
			(each) => each.group === group && each.measure === measure && each.fact === 'distribution'
		);
		expect(entry?.shown).toBe(distribution?.as === 'counts' && distribution.counts.join(' '));
	}
	expect(cellOf(publication, 'whole', 'voice').mean.as).toBe('value');
});
