import { holoscope } from '$lib/content/instruments';
import { personScore } from '$lib/domain/scoring/person';
import { personBalance } from '$lib/domain/scoring/person-balance';
import { personChange } from '$lib/domain/scoring/person-change';
import { describe, expect, test } from 'vitest';
import { answersOf, everyItem } from '../../../support/answers';

const full = (answer: Parameters<typeof answersOf>[1]) =>
	personScore(holoscope, 'full', answersOf('full', answer));
const middle = full(() => 3);

describe('a change of the overall', () => {
	test('needs ten points between two full forms', () => {
		expect(personChange(holoscope, middle, middle)).toEqual({
			difference: 0,
			needed: 10,
			isReliable: false
		});
	});

	test('of 12.5 points is more than noise between full forms, not between quick ones', () => {
		const higher = ['voice', 'regard', 'rules', 'roles'];
		const step = (item: { dimension: string; key: 1 | -1 }) =>
			higher.includes(item.dimension) ? 3 + item.key : 3;
		const quick = (answer: Parameters<typeof answersOf>[1]) =>
			personScore(holoscope, 'quick', answersOf('quick', answer));

		expect(personChange(holoscope, middle, full(step))).toMatchObject({
			difference: 12.5,
			isReliable: true
		});
		expect(
			personChange(
				holoscope,
				quick(() => 3),
				quick(step)
			)
		).toMatchObject({ difference: 12.5, needed: 20, isReliable: false });
	});

	test('cannot be told without an overall on both sides', () => {
		const nothing = full(() => null);
		expect(personChange(holoscope, nothing, middle)).toBeNull();
		expect(personChange(holoscope, middle, nothing)).toBeNull();
	});
});

describe('the balance of inward and outward', () => {
	const balance = (outside: 1 | -1, give: 1 | -1) =>
		personBalance(
			holoscope,
			full(({ dimension, key }) => {
				if (dimension === 'outside-in') return 3 + 2 * outside * key;
				if (dimension === 'give-and-get') return 3 + 2 * give * key;
				return 3;
			})
		);

	test.each([
		[1, 1, 'connected', false],
		[-1, 1, 'turned-inward', true],
		[1, -1, 'heroic-front-line', true],
		[-1, -1, 'walled', false]
	] as const)(
		'with outside-in %i and give and get %i reads “%s”',
		(out, give, quadrant, isClear) => {
			// 1.96 × 20.7 × √(1/4 + 1/4) = 28.7
			expect(balance(out, give)).toMatchObject({ quadrant, isClear, margin: 29 });
		}
	);

	test('is left open by a form that does not ask both', () => {
		expect(
			personBalance(holoscope, personScore(holoscope, 'quick', everyItem('quick', 'hologram')))
		).toBeNull();
	});
});
