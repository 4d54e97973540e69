import { publicationSchema } from '$lib/domain/publication/publication';
import { cellOf, publish } from '$lib/domain/publication/publish';
import type { PublicationRequest } from '$lib/domain/publication/request';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	contractWith,
	item,
	means,
	mixed,
	publishSketch,
	requestFor,
	statisticOf
} from '../../../support/publication/builders';

const contract = contractWith();

describe('a publication', () => {
	test('shows everything when all groups have k people and differ', () => {
		const team = fc
			.tuple(fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 3, maxLength: 12 }))
			.map(([answers]) => [2, 4, ...answers]);
		fc.assert(
			fc.property(fc.array(team, { minLength: 1, maxLength: 12 }), (teams) => {
				const answers = Object.fromEntries(teams.map((values, i) => [`t${i}`, values]));
				const ids = Object.keys(answers);
				const groups = { whole: ids, ...Object.fromEntries(ids.map((id) => [`${id}-team`, [id]])) };
				const partitions = [{ parent: 'whole', children: ids.map((id) => `${id}-team`) }];

				const shown = means(publishSketch({ answers, groups, partitions }, contract));

				expect(Object.values(shown).filter((mean) => typeof mean === 'string')).toEqual([]);
			})
		);
	});

	test('keeps the first of two cells that cannot both be shown', () => {
		const sketch = {
			answers: { a: mixed(9), b: mixed(3) },
			groups: { whole: ['a', 'b'], a: ['a'] }
		};

		expect(means(publishSketch(sketch))).toMatchObject({ a: 'ledger' });
		expect(means(publishSketch({ ...sketch, wanted: ['a', 'whole'] }))).toMatchObject({
			whole: 'ledger'
		});
	});

	test('survives storage, and is the same each time', () => {
		const sketch = { answers: { a: mixed(9) }, groups: { a: ['a'] }, cell: { margin: 6.6 } };
		const publication = publishSketch(sketch);

		expect(publicationSchema.parse(JSON.parse(JSON.stringify(publication)))).toEqual(publication);
		expect(JSON.stringify(publishSketch(sketch))).toBe(JSON.stringify(publication));
	});

	test('throws for a cell that was never asked for, which is neither hidden nor zero', () => {
		const publication = publishSketch({ answers: { a: mixed(9) }, groups: { a: ['a'] } });

		expect(cellOf(publication, 'a', 'item').mean).toEqual({ as: 'value', value: 50 });
		expect(() => cellOf(publication, 'b', 'item')).toThrow('not asked');
	});
});

describe('a whole that counts each team by its headcount', () => {
	const answers = { a: [2, 2, 3, 3, 3], b: [4, 4, 4, 5, 5] };
	const whole = (headcounts: [number, number]) => ({
		atoms: ['a', 'b'],
		strata: [
			{ atoms: ['a'], headcount: headcounts[0] },
			{ atoms: ['b'], headcount: headcounts[1] }
		]
	});

	test('is the mean of the teams’ means, weighted', () => {
		// Means 40 and 85: (30 × 40 + 10 × 85) / 40 = 51.25.
		expect(means(publishSketch({ answers, groups: { whole: whole([30, 10]) } }))).toEqual({
			whole: 51
		});
	});

	test('is no way around the ledger beside the plain mean', () => {
		// Two different weightings of the same two teams determine both.
		const sizes = { a: mixed(4), b: [4, 4, 4, 5] };
		const groups = { plain: ['a', 'b'], weighted: whole([30, 10]) };

		expect(means(publishSketch({ answers: sizes, groups }))).toEqual({
			plain: 63,
			weighted: 'ledger'
		});
	});
});

describe('an overall and its dimensions', () => {
	test('hide a second dimension where one is hidden in a group', () => {
		const dimensions = ['voice', 'rules', 'roles'];
		const base = requestFor({ answers: { team: mixed(6) }, groups: { team: ['team'] } });
		const request: PublicationRequest = {
			...base,
			measures: [
				{ ...item, id: 'overall', kind: 'overall', parts: [dimensions] },
				...dimensions.map((id) => ({ ...item, id, kind: 'dimension' as const }))
			],
			statistics: {
				overall: { team: statisticOf(mixed(6)) },
				voice: { team: statisticOf(mixed(4)) },
				rules: { team: statisticOf(mixed(6)) },
				roles: { team: statisticOf(mixed(5)) }
			},
			cells: ['overall', ...dimensions].map((measure) => ({ group: 'team', measure }))
		};

		const { cells } = publish(request, contract, []);

		expect(cells.map(({ mean }) => (mean.as === 'hidden' ? mean.because : mean.as))).toEqual([
			'value',
			'small-group',
			'value',
			'one-part-hidden'
		]);
	});
});

describe('margins', () => {
	const cell = { margin: 12.4 };
	const shown = (n: number, kind: 'item' | 'dimension') =>
		publishSketch({
			answers: { a: mixed(n) },
			groups: { a: ['a'] },
			measure: { ...item, kind },
			cell
		}).cells[0]!.margin;

	test('come in whole points beside a mean', () => {
		expect(shown(5, 'dimension')).toEqual({ as: 'value', value: 12 });
		expect(shown(8, 'item')).toEqual({ as: 'value', value: 12 });
	});

	test('stay back for single questions of seven people', () => {
		expect(shown(7, 'item')).toMatchObject({
			as: 'hidden',
			because: 'too-few-for-margin',
			needed: 8
		});
	});

	test('stay back where the spread of six single answers would follow from two', () => {
		const answers = { a: mixed(12), b: mixed(6) };
		const groups = { all: ['a', 'b'], a: ['a'] };
		const { cells } = publishSketch({ answers, groups, cell });

		expect(cells.map(({ mean }) => mean.as)).toEqual(['value', 'value']);
		expect(cells.map(({ margin }) => margin?.as)).toEqual(['value', 'hidden']);
	});
});

describe('a request that contradicts itself', () => {
	const request = requestFor({ answers: { a: mixed(9) }, groups: { a: ['a'] } });

	test.each([
		['more values than sheets', { atoms: [{ id: 'a', sheets: 8 }] }],
		['a sum off the scale', { statistics: { item: { a: { n: 9, sum: 37 } } } }],
		['a sum that is no whole number', { statistics: { item: { a: { n: 9, sum: 12.5 } } } }],
		['an unknown atom', { groups: [{ ...request.groups[0]!, atoms: ['b'] }] }],
		['the same atom twice', { groups: [{ ...request.groups[0]!, atoms: ['a', 'a'] }] }],
		['the same cell twice', { cells: [request.cells[0]!, request.cells[0]!] }],
		['an unknown measure', { cells: [{ group: 'a', measure: 'else' }] }]
	])('is not published: %s', (_, change) => {
		expect(() => publish({ ...request, ...change }, contract, [])).toThrow('cannot be published');
	});

	test('is not published when the ledger speaks of people it does not know', () => {
		const { entries } = publish(request, contract, []);
		const other = requestFor({ id: 'later', answers: { b: mixed(9) }, groups: { b: ['b'] } });

		expect(() => publish(other, contract, entries)).toThrow('The ledger speaks of a');
	});
});
