import { today } from '$lib/device/today';
import { expect, test } from 'vitest';

test.each([
	['the first minute of a day', new Date(2026, 0, 2, 0, 1), '2026-01-02'],
	['the last minute of a day', new Date(2026, 10, 22, 23, 59), '2026-11-22']
])("says the day on the person's own calendar in %s", (_, now, day) => {
	expect(today(now)).toBe(day);
});
