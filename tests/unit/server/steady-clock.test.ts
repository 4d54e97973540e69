import { expect, test } from 'vitest';
import { steadyClock } from '$lib/server/steady-clock';

const START = Date.parse('2026-11-22T08:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A machine whose clock somebody can set. */
function machine() {
	const state = { wall: START, passed: 0 };
	const now = steadyClock({ wall: () => state.wall, passed: () => state.passed });
	const sinceStart = () => now().getTime() - START;
	return {
		set: (by: number) => (state.wall += by),
		now: sinceStart,
		afterwards(ms: number) {
			state.wall += ms;
			state.passed += ms;
			return sinceStart();
		}
	};
}

test('goes with the machine’s clock', () => {
	const { afterwards } = machine();
	expect([afterwards(5), afterwards(MINUTE), afterwards(DAY)]).toEqual([
		5,
		MINUTE + 5,
		DAY + MINUTE + 5
	]);
});

test('follows a correction by seconds at once', () => {
	const { set, now } = machine();
	set(-20_000);
	expect(now()).toBe(-20_000);
});

test.each([400 * DAY, -3 * DAY])('does not follow a jump by %d ms that is taken back', (jump) => {
	const { set, now, afterwards } = machine();
	set(jump);
	expect(now()).toBe(0);
	expect(afterwards(10 * MINUTE)).toBe(10 * MINUTE);
	set(-jump);
	expect(afterwards(MINUTE)).toBe(11 * MINUTE);
});

test('follows a jump that lasts, as after a machine’s sleep', () => {
	const { set, now, afterwards } = machine();
	set(DAY);
	now();
	expect(afterwards(14 * MINUTE)).toBe(14 * MINUTE);
	expect(afterwards(MINUTE)).toBe(DAY + 15 * MINUTE);
});

test('begins to wait anew when the clock jumps again', () => {
	const { set, now, afterwards } = machine();
	set(DAY);
	now();
	afterwards(14 * MINUTE);
	set(DAY);
	now();
	expect(afterwards(14 * MINUTE)).toBe(28 * MINUTE);
});
