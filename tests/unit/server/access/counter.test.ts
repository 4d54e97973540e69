import { Counter } from '$lib/server/access/counter';
import fc from 'fast-check';
import { expect, test } from 'vitest';

function counterAt(most: number, seconds: number) {
	let now = 0;
	const counter = new Counter({ most, seconds }, () => now);
	return { counter, pass: (seconds: number) => void (now += seconds * 1_000) };
}

test('counts as many as may be, then says when to come back', () => {
	const { counter, pass } = counterAt(2, 300);

	expect([counter.take('a'), counter.take('a')]).toEqual([true, true]);
	pass(10.2);
	expect(counter.take('a')).toBe(false);
	expect(counter.secondsLeft('a')).toBe(290);
	expect(counter.secondsLeft('b')).toBe(0);
});

test('forgets a key so many seconds after its first count, and keeps nothing of it', () => {
	const { counter, pass } = counterAt(1, 300);
	counter.add('a');
	pass(200);
	counter.add('b');
	pass(100);

	expect(counter.secondsLeft('a')).toBe(0);
	expect(counter.secondsLeft('b')).toBe(200);
	expect(counter.size).toBe(1);
	counter.add('a');
	expect(counter.secondsLeft('a')).toBe(300);
});

test('never lets through more than the pace in any of its windows, whoever comes and whenever', () => {
	const step = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat({ max: 40 }));
	fc.assert(
		fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
			const { counter, pass } = counterAt(3, 60);
			const passed: Record<string, number[]> = { a: [], b: [], c: [] };
			let now = 0;
			for (const [key, wait] of steps) {
				pass(wait);
				now += wait;
				if (counter.take(key)) passed[key]!.push(now);
			}
			// A window begins with the first that is let through after the window before has ended.
			for (const times of Object.values(passed))
				for (let i = 0; i < times.length;) {
					const end = times[i]! + 60;
					const inWindow = times.filter((time) => time >= times[i]! && time < end).length;
					expect(inWindow).toBeLessThanOrEqual(3);
					i = times.findIndex((time) => time >= end);
					if (i < 0) break;
				}
		})
	);
});
