import { holoscope } from '$lib/content/instruments';
import { analysisSchema } from '$lib/domain/analysis/analysis';
import { analyze } from '$lib/domain/analysis/analyze';
import type { Lens } from '$lib/domain/instrument/instrument';
import { describe, expect, test } from 'vitest';
import { tallyOf } from '../../../support/analyses';
import { answersOf } from '../../../support/answers';

/** Eight people who all answer `steps` steps from the monolith's end, half of them one step further. */
function answered(steps: number, form = 'full') {
	const people = Array.from({ length: 8 }, (_, person) => ({
		team: 'East',
		answers: answersOf(form, ({ key }) => (key === 1 ? 1 : -1) * (steps + (person % 2) - 2) + 3)
	}));
	return tallyOf(holoscope, form, people);
}
const lens = (lens: Lens, steps: number, form?: string) => ({ lens, tally: answered(steps, form) });

describe('the mirror of an analysis', () => {
	test('reads the guess where there is one, in points whichever way an item is keyed', () => {
		const { mirror } = analysisSchema.parse(
			analyze([lens('member', 0), lens('customer', 0)], { guess: answered(3) })
		);
		expect(mirror!.dimensions).toHaveLength(9);
		expect(mirror!.items).toHaveLength(36);
		for (const entry of [...mirror!.dimensions, ...mirror!.items]) {
			expect(entry.own).toEqual({ n: 8, mean: 12.5 });
			expect(entry.guess).toEqual({ n: 8, mean: 87.5 });
			expect(entry.customers).toEqual({ n: 8, mean: 12.5 });
			expect(entry.finding).toBe('overestimate');
			expect(entry.guessGap!.difference).toBe(75);
			expect(entry.ownGap!.difference).toBe(0);
		}
	});

	test('compares members themselves when nobody guessed, on what customers were asked', () => {
		const { mirror } = analyze([lens('member', 3), lens('customer', 3, 'quick')]);
		expect(mirror!.items.map(({ id }) => id)).toEqual(holoscope.forms.quick);
		expect(mirror!.items[0]).toMatchObject({ finding: 'shared-strength', guess: null });
	});

	test('needs customers, and somebody to compare them with', () => {
		expect(analyze([lens('member', 3)], { guess: answered(0) }).mirror).toBeNull();
		expect(analyze([lens('customer', 3), lens('leader', 3)]).mirror).toBeNull();
	});
});
