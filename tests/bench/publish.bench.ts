import { publish } from '$lib/domain/publication/publish';
import { expect, test } from 'vitest';
import { contractWith } from '../support/publication/builders';
import { largeOrganization } from '../support/publication/organization';

const contract = contractWith();

/** 500 teams, four lenses, three rounds: each team, each lens and each lens of each team is a group. */
test.each([
	['the overall', 0],
	['the overall and eight dimensions', 8]
])('publishes %s of a large organization', (what, dimensions) => {
	const rounds = largeOrganization({ dimensions });
	const cells = rounds.reduce((sum, round) => sum + round.cells.length, 0);

	const times = Array.from({ length: 5 }, () => {
		const start = performance.now();
		const shown = rounds.flatMap((round) => publish(round, contract, []).entries).length;
		expect(shown).toBeGreaterThan(cells / 3);
		return performance.now() - start;
	});

	const [fastest, median] = [Math.min(...times), times.sort((a, b) => a - b)[2]!];
	console.log(
		`${what}: ${cells} cells, ${Math.round(fastest)} ms at best, median ${Math.round(median)} ms`
	);
});
