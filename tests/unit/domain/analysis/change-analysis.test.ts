import { holoscope } from '$lib/content/instruments';
import { analysisSchema } from '$lib/domain/analysis/analysis';
import { analyze, type AnalysisOptions } from '$lib/domain/analysis/analyze';
import { encodeAnswers, layoutOf } from '$lib/domain/scoring/layout';
import { PersonScores } from '$lib/domain/scoring/person-scores';
import { describe, expect, test } from 'vitest';
import { tallyOf, type Respondent } from '../../../support/analyses';
import { answersOf } from '../../../support/answers';

/** People whose answers differ from each other, `up` steps nearer to the hologram than in the other round. */
function people(team: string, count: number, up = 0, form = 'full'): Respondent[] {
	return Array.from({ length: count }, (_, person) => ({
		team,
		answers: answersOf(form, ({ id, key }) => {
			const steps = 1 + ((id.length + person * 3 + team.length) % 3) + up;
			return key === 1 ? 1 + steps : 5 - steps;
		})
	}));
}

const member = (people: Respondent[], form = 'full') => ({
	lens: 'member' as const,
	tally: tallyOf(holoscope, form, people)
});
/** Everybody with a code: their number in the list, unless told otherwise. */
function codesOf(people: Respondent[], code = (at: number) => at, team?: string) {
	const layout = layoutOf(holoscope, 'full');
	const scores = new PersonScores(layout);
	const sheet = new Uint8Array(layout.items.length);
	people.forEach((person, at) => {
		encodeAnswers(layout, person.answers, sheet);
		scores.add(String(code(at)), team ?? person.team!, sheet);
	});
	return new Map([['member' as const, scores]]);
}

const changeOf = (before: Respondent[], now: Respondent[], options: AnalysisOptions = {}) =>
	analysisSchema.parse(analyze([member(now)], { ...options, before: [member(before)] }))
		.change![0]!;

describe('the change since an earlier round', () => {
	test('is the mean of the teams’ changes, weighted by headcount, whoever answered more', () => {
		const before = [...people('East', 12), ...people('Harbor', 4)];
		const now = [...people('East', 5, 1), ...people('Harbor', 9, -1)];
		const headcounts = new Map([
			['Harbor', 10],
			['East', 30]
		]);
		const { organization, teams } = changeOf(before, now, { headcounts });
		const mean = (people: Respondent[], team: string) =>
			analyze([member(people)]).lenses[0]!.teams.find((entry) => entry.team === team)!.overall
				.mean!;
		const moved = ['Harbor', 'East'].map((team) => mean(now, team) - mean(before, team));

		expect(teams.map(({ team }) => team)).toEqual(['Harbor', 'East']);
		teams.forEach(({ overall }, at) => expect(overall.difference).toBeCloseTo(moved[at]!, 9));
		expect(organization.overall.difference).toBeCloseTo((10 * moved[0]! + 30 * moved[1]!) / 40, 9);
		expect(organization.overall.n).toEqual({ before: 16, now: 14, linked: 0 });
	});

	test('is clear from half the interval on', () => {
		const { organization } = changeOf(people('East', 30), people('East', 30, 1));
		const { difference, interval, smallestClear, isClear } = organization.overall;
		expect(difference).toBeCloseTo(25, 9);
		expect(interval!.high - difference!).toBeCloseTo(smallestClear!, 9);
		expect(isClear).toBe(true);
	});

	test('is that of the same people where codes link enough of them', () => {
		const [before, now] = [people('East', 10), people('East', 10, 1)];
		// One moves two steps less, so that the differences are not all the same.
		now[0] = { ...now[0]!, answers: people('East', 1, -1)[0]!.answers };
		const options = { people: { before: codesOf(before), now: codesOf(now) } };
		const { teams, organization } = changeOf(before, now, options);

		// Nine people 25 points up, one 25 down.
		const differences = [...Array<number>(9).fill(25), -25];
		const sd = Math.sqrt(differences.reduce((sum, d) => sum + (d - 20) ** 2, 0) / 9);
		expect(teams[0]!.overall).toMatchObject({ n: { before: 10, now: 10, linked: 10 }, df: 9 });
		expect(teams[0]!.overall.difference).toBeCloseTo(20, 9);
		expect(teams[0]!.overall.error).toBeCloseTo(sd / Math.sqrt(10), 9);
		expect(organization.overall.interval!.low).toBeCloseTo(teams[0]!.overall.interval!.low, 9);
	});

	test('is careful again where codes link less than half, or people changed teams', () => {
		const [before, now] = [people('East', 10), people('East', 10, 1)];
		const few = { before: codesOf(before), now: codesOf(now, (at) => (at < 4 ? at : at + 10)) };
		const moved = { before: codesOf(before, (at) => at, 'West'), now: codesOf(now) };
		const careful = changeOf(before, now).teams;
		expect(changeOf(before, now, { people: few }).teams).toEqual(careful);
		expect(changeOf(before, now, { people: moved }).teams).toEqual(careful);
		expect(careful[0]!.overall.n.linked).toBe(0);
	});

	test('is nothing for the same answers', () => {
		const same = people('East', 6);
		const { organization, teams } = changeOf(same, same);
		for (const score of [organization, ...teams].flatMap(({ overall, dimensions }) => [
			overall,
			...dimensions
		]))
			expect(score).toMatchObject({ difference: 0, isClear: false, missing: null });
	});

	test('leaves teams of one round out, and names them', () => {
		const both = people('East', 5);
		const { organization, teams, onlyBefore, onlyNow } = changeOf(
			[...both, ...people('Old', 5, -1)],
			[...both, ...people('New', 5, 1)]
		);
		expect([onlyBefore, onlyNow]).toEqual([['Old'], ['New']]);
		expect(teams.map(({ team }) => team)).toEqual(['East']);
		expect(organization.overall).toMatchObject({
			difference: 0,
			n: { before: 5, now: 5, linked: 0 }
		});
	});

	test('has a reason where there is none', () => {
		const before = [member(people('East', 5, 0, 'quick'), 'quick')];
		const now = [member(people('East', 5))];
		const other = analyze(now, { before }).change![0]!.organization;
		expect(other.overall).toMatchObject({ difference: null, missing: 'other-items' });
		expect(other.dimensions.at(-1)).toMatchObject({ difference: null, missing: 'not-asked' });

		const gone = changeOf(people('Old', 5), people('New', 5)).organization;
		expect(gone.overall).toMatchObject({ difference: null, interval: null, missing: 'nobody' });

		const unknown = { ...holoscope, precision: undefined };
		const one = { lens: 'member' as const, tally: tallyOf(unknown, 'full', people('A', 1)) };
		expect(analyze([one], { before: [one] }).change![0]!.teams[0]!.overall).toMatchObject({
			difference: 0,
			interval: null,
			missing: 'too-few-people'
		});
	});

	test('is told of lenses that answered both times, and not at all without an earlier round', () => {
		const now = member(people('East', 5));
		expect(analyze([now], { before: [{ ...now, lens: 'customer' }] }).change).toEqual([]);
		expect(analyze([now]).change).toBeNull();
	});

	test('needs the same instrument both times', () => {
		const other = tallyOf({ ...holoscope }, 'full', people('East', 5));
		expect(() =>
			analyze([member(people('East', 5))], { before: [{ lens: 'member', tally: other }] })
		).toThrow(RangeError);
	});
});
