import { holoscope } from '$lib/content/instruments';
import { analysisJsonSchema, analysisSchema } from '$lib/domain/analysis/analysis';
import { analyze } from '$lib/domain/analysis/analyze';
import type { Answers } from '$lib/domain/answers';
import { itemsOf } from '$lib/domain/instrument/form';
import type { Instrument } from '$lib/domain/instrument/instrument';
import { Tally } from '$lib/domain/scoring/tally';
import { layoutOf } from '$lib/domain/scoring/layout';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analysisOf, tallyOf, type Respondent } from '../../../support/analyses';
import { answersOf, everyItem } from '../../../support/answers';
import { smallInstrument } from '../../../support/instruments';
import { expected } from '../../../support/oracle';

const csv = (name: string) =>
	readFileSync(new URL(`../../../oracle/answers/${name}.csv`, import.meta.url), 'utf8')
		.trim()
		.split('\n')
		.map((line) => line.split(','));

function oraclePeople(): Respondent[] {
	const [[, ...items], ...rows] = csv('scores') as [string[], ...string[][]];
	return rows.map(([team, ...cells]) => ({
		team: team!,
		answers: Object.fromEntries(
			cells.flatMap((cell, at) =>
				cell === '' ? [] : [[items[at]!, cell === 'Not sure' ? null : Number(cell)]]
			)
		)
	}));
}

describe('scores of generated teams agree with base R', () => {
	const oracle = expected('scores');
	const headcounts = new Map(
		csv('scores-teams')
			.slice(1)
			.map(([team, n]) => [team!, Number(n)])
	);
	const member = analysisOf(oraclePeople(), { headcounts }).lenses[0]!;
	const names = Object.keys(oracle.scores);

	test.each(names)('%s', (name) => {
		const of = (group: typeof member.organization) =>
			name === 'overall'
				? group.overall
				: group.dimensions.find(({ dimension }) => dimension === name)!;
		const same = (score: ReturnType<typeof of>, numbers: any) => {
			expect(score.n).toBe(numbers.n);
			expect(score.mean).toBeCloseTo(numbers.mean, 8);
			expect(score.sd).toBeCloseTo(numbers.sd, 8);
			if (numbers.margin === null) return expect(score.climate).toBeNull();
			expect(score.climate!.margin).toBeCloseTo(numbers.margin, 6);
			expect(score.now!.margin).toBeCloseTo(numbers.now, 6);
		};
		const { teams, organization } = oracle.scores[name];
		member.teams.forEach((team, at) => same(of(team), teams[at]));
		same(of(member.organization), organization);
		expect(of(member!.organization).se).toBeCloseTo(organization.se, 8);
	});

	test('and so does who is left out', () => {
		expect(member.teams.map(({ leftOut }) => leftOut)).toEqual(oracle.left_out);
		expect(member!.teams.map(({ team }) => team)).toEqual([...headcounts.keys()]);
	});
});

const people = (answer: fc.Arbitrary<number | null | undefined>, instrument: Instrument) => {
	const items = itemsOf(instrument, 'full');
	const sheet = fc.array(answer, { minLength: items.length, maxLength: items.length });
	const person = fc.record({ team: fc.constantFrom('a', 'b', 'c', 'd', 'e'), values: sheet });
	return fc.array(person, { minLength: 1, maxLength: 60 }).map((entries) =>
		entries.map(({ team, values }) => ({
			team,
			answers: Object.fromEntries(
				values.flatMap((value, at) => (value === undefined ? [] : [[items[at]!.id, value]]))
			) as Answers
		}))
	);
};
const anyAnswer = fc.option(fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 12 }), {
	nil: undefined,
	freq: 12
});
const small = smallInstrument({ dimensions: { a: [1, -1, 1], b: [-1, 1], '+c': [1, 1] } });
const RUNS = { numRuns: 25 };

describe('whatever people answer', () => {
	test('the analysis fits its schema: a number or null, never NaN', () => {
		fc.assert(
			fc.property(people(anyAnswer, holoscope), (everybody) => {
				const analysis = analysisOf(everybody);
				expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
			}),
			RUNS
		);
	});

	test('the order of people does not matter, nor how shards are merged', () => {
		fc.assert(
			fc.property(people(anyAnswer, small), fc.nat(), (everybody, seed) => {
				const cut = seed % everybody.length;
				const tally = tallyOf(small, 'full', everybody.slice(cut).reverse());
				tally.merge(tallyOf(small, 'full', everybody.slice(0, cut)));
				expect(analyze([{ lens: 'member', tally }])).toEqual(
					analysisOf(everybody, { instrument: small })
				);
			}),
			RUNS
		);
	});

	test('new names for teams change the names and nothing else', () => {
		fc.assert(
			fc.property(people(anyAnswer, small), (everybody) => {
				const renamed = everybody.map(({ team, answers }) => ({ team: `team ${team}`, answers }));
				const after = JSON.stringify(analysisOf(renamed, { instrument: small }));
				const before = JSON.stringify(analysisOf(everybody, { instrument: small }));
				expect(after.replaceAll('"team ', '"')).toBe(before);
			}),
			RUNS
		);
	});

	test('a scale that begins elsewhere gives the same analysis', () => {
		const shifted = smallInstrument({
			dimensions: { a: [1, -1, 1], b: [-1, 1], '+c': [1, 1] },
			low: 0,
			high: 4
		});
		fc.assert(
			fc.property(people(anyAnswer, small), (everybody) => {
				const moved = everybody.map(({ team, answers }) => ({
					team,
					answers: Object.fromEntries(
						Object.entries(answers).map(([id, value]) => [id, value === null ? null : value - 1])
					)
				}));
				const [before] = analysisOf(everybody, { instrument: small }).lenses;
				const [after] = analysisOf(moved, { instrument: shifted }).lenses;
				expect({ ...after, items: [] }).toEqual({ ...before, items: [] });
			}),
			RUNS
		);
	});

	test('a sheet without an answer adds a sheet and no score', () => {
		fc.assert(
			fc.property(people(anyAnswer, small), (everybody) => {
				const [before] = analysisOf(everybody, { instrument: small }).lenses;
				const [after] = analysisOf([...everybody, { team: everybody[0]!.team, answers: {} }], {
					instrument: small
				}).lenses;
				expect(after!.organization.sheets).toBe(before!.organization.sheets + 1);
				expect(after!.organization.overall).toEqual(before!.organization.overall);
				expect(after!.organization.dimensions).toEqual(before!.organization.dimensions);
			}),
			RUNS
		);
	});
});

describe('an analysis of', () => {
	const mixed = (turn: number) =>
		answersOf('full', ({ id }) => ((id.length + turn + Number(id.at(-1))) % 5) + 1);
	const team = (name: string, size: number): Respondent[] =>
		Array.from({ length: size }, (_, person) => ({ team: name, answers: mixed(person) }));

	test('nobody says so', () => {
		const [member] = analysisOf([], { headcounts: new Map([['a', 4]]) }).lenses;
		expect(member!.organization).toMatchObject({ sheets: 0, headcount: 4, responseRate: 0 });
		expect(member!.organization.overall).toMatchObject({ n: 0, mean: null, missing: 'nobody' });
		expect(member!.teams[0]!.overall.missing).toBe('nobody');
		expect(member!.fidelity).toMatchObject({ verdict: 'too-little-data', estimate: null });
		expect(analysisOf([]).lenses[0]!.teams).toEqual([]);
	});

	test('people who left everything out says the same, with their number', () => {
		const [member] = analysisOf([
			{ team: 'a', answers: {} },
			{ team: 'a', answers: answersOf('full', () => null) }
		]).lenses;
		expect(member!.organization).toMatchObject({ sheets: 2, empty: 2 });
		expect(member!.organization.overall.missing).toBe('nobody');
		expect(member!.items[0]).toMatchObject({ notSure: 1, unanswered: 1, mean: null });
	});

	test.each([1, 2])('%i has a mean and no interval', (size) => {
		const [member] = analysisOf(team('a', size)).lenses;
		expect(member!.teams[0]!.overall).toMatchObject({
			n: size,
			climate: null,
			missing: 'too-few-people'
		});
		expect(member!.teams[0]!.overall.mean).not.toBeNull();
	});

	test('people who agree on everything is sure of it where they are many', () => {
		const everybody = ['a', 'b', 'c'].flatMap((name) =>
			Array.from({ length: 20 }, () => ({ team: name, answers: everyItem('full', 'hologram') }))
		);
		const [member] = analysisOf(everybody).lenses;
		expect(member!.organization.overall).toMatchObject({ mean: 100, sd: 0, se: 0 });
		expect(member!.teams[0]!.agreement.overall.word).toBe('close-together');
		expect(member!.fidelity.estimate).toMatchObject({ fidelity: 100, gap: 0 });
	});

	test('a straight-liner leaves the sheet out and counts it', () => {
		const [member] = analysisOf([
			...team('a', 4),
			{ team: 'a', answers: answersOf('full', () => 3) }
		]).lenses;
		expect(member!.organization).toMatchObject({ sheets: 5, leftOut: 1 });
		expect(member!.organization.overall.n).toBe(4);
		expect(member!.careless).toMatchObject({
			leftOut: 1,
			signs: { 'all-equal': 1, 'long-run': 1 }
		});
	});

	test('a team of a thousand beside teams of three counts each team once in fidelity, and each head in the score', () => {
		const everybody = [...team('large', 1000), ...team('x', 3), ...team('y', 3)];
		const headcounts = new Map([
			['large', 1000],
			['x', 3],
			['y', 3]
		]);
		const [member] = analysisOf(everybody, { headcounts }).lenses;
		expect(member!.fidelity).toMatchObject({ teams: 3, people: 1006 });
		const [large] = member!.teams;
		expect(Math.abs(member!.organization.overall.mean! - large!.overall.mean!)).toBeLessThan(0.5);
	});

	test('the quick form marks single items as pointers', () => {
		const sheets = team('a', 5).map(({ answers }) => ({
			team: 'a',
			answers: Object.fromEntries(holoscope.forms.quick!.map((id) => [id, answers[id]!]))
		}));
		const [member] = analysisOf(sheets, { form: 'quick' }).lenses;
		expect(
			member!.teams[0]!.dimensions.find(({ dimension }) => dimension === 'voice')
		).toMatchObject({ isPointer: true, n: 5 });
		expect(
			member!.teams[0]!.dimensions.find(({ dimension }) => dimension === 'give-and-get')
		).toMatchObject({ missing: 'not-asked', mean: null });
	});
});

describe('two lenses', () => {
	const at = (level: number) =>
		answersOf('full', ({ key, id }) =>
			Math.min(5, Math.max(1, 3 + key * level + (Number(id.at(-1)) % 2)))
		);
	const members = Array.from({ length: 6 }, (_, n) => ({
		team: 'a',
		answers: at(n % 2 ? -1 : -2)
	}));
	const tally = (sheets: Respondent[]) => tallyOf(holoscope, 'full', sheets);

	test('are compared in the organization and in each team', () => {
		const analysis = analysisSchema.parse(
			analyze([
				{ lens: 'leader', tally: tally([{ team: 'a', answers: at(2) }]) },
				{ lens: 'member', tally: tally(members) }
			])
		);
		const [gap] = analysis.gaps;
		expect(gap).toMatchObject({ a: 'member', b: 'leader' });
		expect(gap!.teams[0]!.team).toBe('a');
		expect(gap!.organization.signed).toBeLessThan(-30);
		expect(gap!.organization.dimensions[0]).toMatchObject({ n: { a: 6, b: 1 } });
	});

	test('join their balance when they are members and leaders, with the customers beside it', () => {
		const analysis = analyze([
			{ lens: 'member', tally: tally(members) },
			{ lens: 'leader', tally: tally([{ team: 'a', answers: at(2) }]) },
			{ lens: 'customer', tally: tally([{ team: 'a', answers: at(1) }]) }
		]);
		expect(analysis.balance!.organization).toMatchObject({ n: 7, customers: { n: 1 } });
		expect(analysis.balance!.teams.map(({ team }) => team)).toEqual(['a']);
		expect(analyze([{ lens: 'customer', tally: tally(members) }]).balance).toBeNull();
	});

	test('must answer the same instrument, and come once', () => {
		const member = { lens: 'member' as const, tally: tally(members) };
		const other = { lens: 'leader' as const, tally: new Tally(layoutOf(small, 'full')) };
		expect(() => analyze([member, member])).toThrow(RangeError);
		expect(() => analyze([member, other])).toThrow(RangeError);
		expect(() => analyze([])).toThrow(RangeError);
	});
});

test('items have the mean and the standard deviation of their answers on the scale as asked', () => {
	const [item] = analysisOf(oraclePeople()).lenses[0]!.items;
	expect(item).toMatchObject({ item: 'voice-1', counts: [3, 6, 16, 15, 9] });
	// R: x <- rep(1:5, c(3, 6, 16, 15, 9)); mean(x); sd(x)
	expect(item!.mean).toBeCloseTo(3.428571428571, 10);
	expect(item!.sd).toBeCloseTo(1.11803398875, 10);
});

test('the published JSON Schema names its version', () => {
	expect(analysisJsonSchema()).toMatchObject({
		$id: 'urn:holoscope:analysis:3',
		type: 'object',
		properties: { version: { const: 3 } }
	});
});
