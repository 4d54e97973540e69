import { holoscope } from '$lib/content/instruments';
import type { Item } from '$lib/domain/instrument/instrument';
import { personScore } from '$lib/domain/scoring/person';
import { personBalance } from '$lib/domain/scoring/person-balance';
import { expect, test } from 'vitest';
import { answersOf } from '../../../support/answers';

/** Answers that put outside-in and give and get at a place from 1 (low) to 5 (high); all else halfway. */
function possible(outsideIn: number, giveAndGet: number) {
	const place = ({ dimension }: Item) =>
		({ 'outside-in': outsideIn, 'give-and-get': giveAndGet })[dimension] ?? 3;
	const answers = answersOf('full', (item) => (item.key === 1 ? place(item) : 6 - place(item)));
	return personBalance(holoscope, personScore(holoscope, 'full', answers))!.possible;
}

test.each([
	[5, 5, ['connected']],
	[1, 5, ['turned-inward']],
	[5, 1, ['heroic-front-line']],
	[1, 1, ['walled']],
	[4, 2, ['heroic-front-line']],
	[3, 5, ['connected', 'turned-inward']],
	[3, 3, ['connected', 'turned-inward', 'heroic-front-line', 'walled']]
])(
	'outside-in at %i and give and get at %i leave with their margins: %j',
	(outside, give, expected) => {
		expect(possible(outside, give)).toEqual(expected);
	}
);

test('without a stated precision every quadrant stays possible', () => {
	const instrument = { ...holoscope, precision: undefined };
	const score = personScore(
		instrument,
		'full',
		answersOf('full', () => 3)
	);
	expect(personBalance(instrument, score)!.possible).toHaveLength(4);
});
