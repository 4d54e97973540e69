import { resultsCsv } from '$lib/content/results-csv';
import { cellOf } from '$lib/domain/publication/publish';
import { resultsFile, resultsSchema } from '$lib/domain/results/results-schema';
import { formFor } from '$lib/domain/round/round';
import { holoscope } from '$lib/content/instruments';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	madeRound,
	publicationOf,
	resultsFor,
	type MadeRound
} from '../../../support/closed-rounds';

const cuts = ['guess', 'lens', 'team', 'whole'] as const;
const mirrorRound = (made: Partial<MadeRound> = {}) =>
	madeRound({
		teams: [
			{ headcount: 14, answered: 13, profile: { voice: 70, rules: 15, regard: 85, power: 60 } },
			{ headcount: 20, answered: 17, profile: { voice: 70, rules: 15, regard: 85, power: 60 } }
		],
		lenses: { customer: 60, guess: 24 },
		profiles: {
			customer: { voice: 20, rules: 15, regard: 95, power: 80 },
			guess: { voice: 75, rules: 15, regard: 85, power: 25 }
		},
		...made,
		contract: { cuts: [...cuts], ...made.contract }
	});
const wordOf = (made: ReturnType<typeof madeRound>, dimension: string) => {
	const { finding } = resultsFor(made).mirror.find((view) => view.dimension === dimension)!;
	return finding.as === 'value' ? finding.value : finding.because;
};

describe('the mirror of a round', () => {
	test('puts three views of each question beside each other, with people and margins', () => {
		const { mirror } = resultsFor(mirrorRound());
		expect(mirror.map(({ item }) => item)).toEqual([null, ...holoscope.forms.quick!]);
		for (const { own, guess, customers } of mirror)
			for (const side of [own, guess, customers]) {
				expect(side.mean.as).toBe('value');
				expect(side.margin?.as).toBe('value');
			}
	});

	test.each([
		['voice', 'overestimate'],
		['power', 'underestimate'],
		['rules', 'shared-blind-spot'],
		['regard', 'shared-strength'],
		['roles', 'unclear']
	])('says of %s: %s', (dimension, finding) => {
		expect(wordOf(mirrorRound(), dimension)).toBe(finding);
	});

	test('counts guesses as nobody’s view: own scores and lenses stay the same without them', () => {
		const guessed = mirrorRound();
		const { mirror: ignored, ledger, ...others } = resultsFor(guessed);
		const plain = { ...guessed, sheets: guessed.sheets.filter(({ lens }) => lens !== 'guess') };
		const { mirror, ledger: shorter, ...same } = resultsFor(plain);
		expect(others).toEqual(same);
		expect(ignored).not.toEqual(mirror);
		expect(ledger.length).toBeGreaterThan(shorter.length);
	});

	test('is not there in a round whose contract has no guess, whatever sheets come', () => {
		const made = mirrorRound({ contract: { cuts: ['lens', 'team', 'whole'] } });
		expect(resultsFor(made).mirror).toEqual([]);
		expect(JSON.stringify(publicationOf(made))).not.toMatch(/guess|question\//);
	});

	test('shows nothing of fewer than k guesses, and says a word without them', () => {
		const made = mirrorRound({ lenses: { customer: 60, guess: 4 } });
		const { mirror } = resultsFor(made);
		for (const { guess } of mirror)
			expect(guess).toMatchObject({ n: null, mean: { because: 'small-group' }, margin: null });
		expect(wordOf(made, 'voice')).toBe('overestimate');
		expect(wordOf(made, 'power')).toBe('underestimate');
	});

	test('says no word that would rest on a margin that is hidden', () => {
		const made = mirrorRound({ lenses: { customer: 7, guess: 24 } });
		const [, voice] = resultsFor(made).mirror;
		expect(voice!.customers.margin).toMatchObject({ because: 'too-few-for-margin' });
		expect(voice!.finding).toEqual({ as: 'value', value: 'unclear' });
	});

	test('hides its words where customers are too few', () => {
		const { mirror } = resultsFor(mirrorRound({ lenses: { customer: 4, guess: 24 } }));
		for (const { finding } of mirror)
			expect(finding).toMatchObject({ because: 'from-hidden-cells' });
	});

	test('stands in the table and in the file of JSON as on the page', () => {
		const results = resultsFor(mirrorRound());
		expect(resultsSchema.parse(resultsFile(results)).mirror).toEqual(results.mirror);
		const lines = resultsCsv(results).split('\r\n');
		expect(lines.filter((line) => line.includes(',guess,'))).toHaveLength(9);
		expect(lines.find((line) => line.includes('guess,,,question/voice-1'))).toContain(
			'overestimate'
		);
	});

	test('whatever fewer than k people guess, nothing changes', () => {
		fc.assert(
			fc.property(fc.nat(4), fc.nat(100), fc.constantFrom('full', 'quick'), (few, points, form) => {
				const changed = (voice: number) =>
					resultsFor(
						mirrorRound({
							form,
							lenses: { customer: 30, guess: few },
							profiles: { guess: { voice } }
						})
					);
				expect(JSON.stringify(changed(points))).toBe(JSON.stringify(changed(100 - points)));
			}),
			{ numRuns: 15 }
		);
	});
});

test('guesses are asked in the form of the customers', () => {
	expect(formFor({ form: 'full' }, 'guess', holoscope)).toBe('quick');
});

test('a round with customers hides a second dimension of its members where one is hidden', () => {
	const made = madeRound({
		teams: [{ headcount: 12, answered: 9 }],
		lenses: { customer: 20 }
	});
	const sheets = made.sheets.map((sheet, person) => ({
		...sheet,
		answers: Object.fromEntries(
			Object.entries(sheet.answers).map(([item, value]) => [
				item,
				sheet.lens === 'member' && person > 2 && item.startsWith('voice') ? null : value
			])
		)
	}));
	const publication = publicationOf({ ...made, sheets });
	const hidden = ['regard', 'rules', 'roles', 'power', 'whole', 'stories', 'outside-in'].filter(
		(dimension) => cellOf(publication, 'whole', dimension).mean.as === 'hidden'
	);
	expect(cellOf(publication, 'whole', 'voice').mean).toMatchObject({ because: 'small-group' });
	expect(cellOf(publication, 'whole', 'overall').mean.as).toBe('value');
	expect(hidden).toHaveLength(1);
});
