import { describe, expect, test } from 'vitest';
import { addDays, isDay } from '$lib/domain/round/days';

test.each([
	['2026-12-18', 20, '2027-01-07'],
	['2028-02-28', 1, '2028-02-29'],
	['2026-03-01', -1, '2026-02-28']
])('%s and %i days is %s', (day, days, later) => {
	expect(addDays(day, days)).toBe(later);
});

describe('a day', () => {
	test.each(['2026-12-18', '2028-02-29', '9999-12-31'])('is %s', (text) => {
		expect(isDay(text)).toBe(true);
	});

	test.each(['', '2027-0', '2026-02-31', '2027-02-29', '18.12.2026', '+010000-01-01', 'soon'])(
		'is not “%s”',
		(text) => {
			expect(isDay(text)).toBe(false);
		}
	);
});
