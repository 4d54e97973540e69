import { holoscope } from '$lib/content/instruments';
import type { Answers } from '$lib/domain/answers';
import { itemsOf } from '$lib/domain/instrument/form';
import { encodeAnswers, layoutOf } from '$lib/domain/scoring/layout';
import { personScore } from '$lib/domain/scoring/person';
import { PersonScores } from '$lib/domain/scoring/person-scores';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const layout = layoutOf(holoscope, 'full');
const ids = itemsOf(holoscope, 'full').map(({ id }) => id);

interface Person {
	code: string;
	team: string;
	answers: Answers;
}

const answers: fc.Arbitrary<Answers> = fc
	.array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 12 }), {
		minLength: ids.length,
		maxLength: ids.length
	})
	.map((values) =>
		Object.fromEntries(ids.flatMap((id, at) => (values[at] ? [[id, values[at]]] : [])))
	);
const rounds = fc.uniqueArray(
	fc.record({
		code: fc.constantFrom(...'abcdefghijklmnop'),
		team: fc.constantFrom('East', 'West'),
		answers
	}),
	{ selector: ({ code }) => code, maxLength: 16 }
);

function scoresOf(people: Person[]): PersonScores {
	const scores = new PersonScores(layout);
	const sheet = new Uint8Array(layout.items.length);
	for (const { code, team, answers } of people) {
		encodeAnswers(layout, answers, sheet);
		scores.add(code, team, sheet);
	}
	return scores;
}

/** Every score of one person as the person would see it, unrounded; the overall last. */
function seenBy({ answers }: Person): (number | null)[] {
	const { dimensions, overall } = personScore(holoscope, 'full', answers);
	return [...dimensions.map(({ score }) => score), overall.score];
}

describe('scores by person', () => {
	test('give the differences of the scores that these people see themselves, in whatever order they came', () => {
		fc.assert(
			fc.property(rounds, rounds, (before, now) => {
				const pairs = now.flatMap((person) => {
					const then = before.find(({ code }) => code === person.code);
					return then ? [{ then: seenBy(then), today: seenBy(person) }] : [];
				});
				const samples = scoresOf(now).differences(scoresOf(before));
				samples.forEach(({ n, mean, variance }, measure) => {
					const differences = pairs.flatMap(({ then, today }) =>
						then[measure] === null || today[measure] === null
							? []
							: [today[measure]! - then[measure]!]
					);
					expect(n).toBe(differences.length);
					if (n === 0) return expect(mean).toBeNull();
					const expected = differences.reduce((sum, d) => sum + d, 0) / n;
					expect(mean).toBeCloseTo(expected, 8);
					const squares = differences.reduce((sum, d) => sum + (d - expected) ** 2, 0);
					if (n > 1) expect(variance).toBeCloseTo(squares / (n - 1), 6);
				});
				const turned = scoresOf(now.toReversed()).differences(scoresOf(before.toReversed()));
				expect(turned).toEqual(samples);
			}),
			{ numRuns: 40 }
		);
	});

	test('are linked within a team only for those who stayed in it', () => {
		const answers: Answers = Object.fromEntries(ids.map((id, at) => [id, 1 + (at % 5)]));
		const person = (code: string, team: string) => ({ code, team, answers });
		const before = scoresOf([person('a', 'East'), person('b', 'East'), person('c', 'West')]);
		const now = scoresOf([person('a', 'East'), person('b', 'West'), person('d', 'West')]);
		expect([...now.differencesByTeam(before)].map(([team, [first]]) => [team, first!.n])).toEqual([
			['East', 1]
		]);
		expect(now.differences(before)[0]).toEqual({ n: 2, mean: 0, variance: 0 });
	});
});
