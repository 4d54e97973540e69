import { teamsWithComments } from '$lib/domain/publication/rules/comments';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const FEWEST = 8;
const teams = (...writers: number[]) =>
	writers.map((count, at) => ({ id: `t${at + 1}`, writers: count, isShown: true }));

describe('teams whose comments stand by themselves', () => {
	test.each([
		['nobody wrote', teams(0, 0), []],
		['all have enough writers', teams(8, 9, 20), ['t1', 't2', 't3']],
		['a team without a writer hides nobody', teams(9, 0), ['t1']],
		['a single team is the whole', teams(8), ['t1']],
		[
			'one small team alone would be set apart, so the next smallest waits too',
			teams(9, 3, 12),
			['t3']
		],
		['two small teams together are still too few', teams(9, 3, 4, 12), ['t4']],
		['small teams that together have enough writers', teams(9, 4, 4, 12), ['t1', 't4']],
		['two teams, one of them small', teams(12, 5), []]
	])('%s', (_, some, shown) => {
		expect([...teamsWithComments(some, FEWEST)].filter((id) => writersOf(id, some) > 0)).toEqual(
			shown
		);
	});

	test('a team without numbers has none, however many wrote', () => {
		const [first, second, third] = teams(9, 12, 12);
		const shown = teamsWithComments([{ ...first!, isShown: false }, second!, third!], FEWEST);
		// Alone it would be what remains, so another one keeps it company.
		expect([...shown]).toEqual(['t3']);
	});

	test('never leave fewer writers than a batch needs, nor those of one team', () => {
		const some = fc.array(fc.record({ writers: fc.nat(20), isShown: fc.boolean() }), {
			maxLength: 12
		});
		fc.assert(
			fc.property(some, fc.integer({ min: 8, max: 20 }), (all, fewest) => {
				const named = all.map((team, at) => ({ ...team, id: `t${at}` }));
				const shown = teamsWithComments(named, fewest);
				const writing = named.filter(({ writers }) => writers > 0);
				const rest = writing.filter(({ id }) => !shown.has(id));
				for (const { id, writers, isShown } of writing)
					if (shown.has(id)) expect(isShown && writers >= fewest).toBe(true);
				if (rest.length === 0 || rest.length === writing.length) return;
				expect(rest.length).toBeGreaterThan(1);
				expect(rest.reduce((sum, { writers }) => sum + writers, 0)).toBeGreaterThanOrEqual(fewest);
			})
		);
	});
});

function writersOf(id: string, some: readonly { id: string; writers: number }[]): number {
	return some.find((team) => team.id === id)!.writers;
}
