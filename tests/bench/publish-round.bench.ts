import { countRound } from '$lib/domain/results/counted-round';
import { publishRound } from '$lib/domain/results/publish-round';
import { expect, test } from 'vitest';
import { madeRound, resultsFrom } from '../support/closed-rounds';

/** From sheets to results: counting, the gate, findings, and what a page is made from. */
test.each([
	['a company', 12],
	['a corporation', 500]
])('publishes %s of %i teams in four lenses', (what, count) => {
	const { closed, sheets } = madeRound({
		teams: Array.from({ length: count }, (_, t) => ({
			headcount: 15 + (t % 11),
			answered: t % 17 === 0 ? 3 : 12 + (t % 11)
		})),
		lenses: { leader: count, customer: 60, partner: 12 }
	});

	const times = Array.from({ length: 5 }, () => {
		const start = performance.now();
		const publication = publishRound(countRound(closed, sheets), { ledger: [], previous: null });
		const results = resultsFrom(closed, publication);
		expect(results.teams).toHaveLength(count);
		return performance.now() - start;
	}).sort((a, b) => a - b);

	console.log(
		`${what}: ${count} teams, ${sheets.length} sheets, ${Math.round(times[0]!)} ms at best, median ${Math.round(times[2]!)} ms`
	);
});
