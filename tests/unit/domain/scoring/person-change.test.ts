import { holoscope } from '$lib/content/instruments';
import { personScore } from '$lib/domain/scoring/person';
import { personBalance } from '$lib/domain/scoring/person-balance';
import { dimensionChanges, lastComparable, personChange } from '$lib/domain/scoring/person-change';
import { describe, expect, test } from 'vitest';
import { answersOf, everyItem } from '../../../support/answers';
import { someSheet } from '../../../support/sheets';

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

describe('a change of a dimension', () => {
	const voice = (answers: Record<string, number>) => full(({ id }) => answers[id] ?? 3);
	const voiceChange = (answers: Record<string, number>) =>
		dimensionChanges(holoscope, middle, voice(answers))[0]!.change!;

	// 1.96 · √2 · 20.7/√4 = 28.7 points.
	test('needs 29 points: 25 are within the margin, 31 are more', () => {
		const oneStep = { 'voice-1': 4, 'voice-2': 2, 'voice-3': 4, 'voice-4': 2 };

		expect(voiceChange(oneStep)).toEqual({ difference: 25, needed: 29, isReliable: false });
		expect(voiceChange({ ...oneStep, 'voice-1': 5 })).toEqual({
			difference: 31.25,
			needed: 29,
			isReliable: true
		});
	});

	test('is not told where a form asks a single item', () => {
		const quick = personScore(holoscope, 'quick', everyItem('quick', 'hologram'));
		expect(dimensionChanges(holoscope, quick, quick).every(({ change }) => change === null)).toBe(
			true
		);
	});
});

test('13 of 32 items one step up (10.2 points) pass 1.96 standard errors, 12 (9.4) do not', () => {
	const spectrum = holoscope.items.filter(({ dimension }) => dimension !== 'give-and-get');
	const raised = (count: number) => {
		const items = spectrum.slice(0, count).map(({ id }) => id);
		return full(({ id, key }) => (items.includes(id) ? 3 + key : 3));
	};

	expect(personChange(holoscope, middle, raised(12))).toMatchObject({ isReliable: false });
	expect(personChange(holoscope, middle, raised(13))).toMatchObject({ isReliable: true });
});

test('a sheet is compared with the last one of the same form, lens and organization', () => {
	const history = [
		someSheet({ day: '2026-01-01' }),
		someSheet({ day: '2026-02-01', organization: ' northwind foods' }),
		someSheet({ day: '2026-03-01', organization: 'Contoso' }),
		someSheet({ day: '2026-04-01', form: 'quick' }),
		someSheet({ day: '2026-05-01', lens: 'leader' }),
		someSheet({ day: '2026-06-01', edition: '2024.1' })
	];
	expect(lastComparable(someSheet(), history)?.day).toBe('2026-02-01');
	expect(lastComparable(someSheet(), [])).toBeUndefined();
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
