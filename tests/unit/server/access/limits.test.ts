import { createLimits, type OtherCounters } from '$lib/server/access/limits';
import { describe, expect, test } from 'vitest';

/** Processes that hear each other at once, and what is said between them. */
function processes(count: number) {
	const listeners: ((count: string) => void)[] = [];
	const said: string[] = [];
	const others = (at: number): OtherCounters => ({
		tell(count) {
			said.push(count);
			listeners.forEach((hear, i) => i !== at && hear(count));
		},
		listen: (onCount) => void (listeners[at] = onCount)
	});
	const all = Array.from({ length: count }, (_, i) =>
		createLimits({ secret: 'shared', others: others(i) })
	);
	return { all, said };
}
const times = (count: number, work: (i: number) => void) =>
	Array.from({ length: count }, (_, i) => work(i));

describe('Guesses', () => {
	test('of one address are stopped after forty, in whichever process they come', () => {
		const { all } = processes(4);
		times(40, (i) => all[i % 4]!.guessedWrong('192.0.2.1'));

		expect(all.map((limits) => limits.mayGuess('192.0.2.1'))).toEqual(Array(4).fill(false));
		expect(all.map((limits) => limits.mayGuess('192.0.2.2'))).toEqual(Array(4).fill(true));
	});

	test('of all are stopped after a thousand, from however many addresses and in whichever process', () => {
		const { all } = processes(4);
		times(1_000, (i) => all[i % 4]!.guessedWrong(`10.0.${i >> 8}.${i & 255}`));

		expect(all.map((limits) => limits.mayGuess('192.0.2.1'))).toEqual(Array(4).fill(false));
	});

	test('of whoever takes another address of the same network each time are those of one', () => {
		const limits = createLimits();
		times(40, (i) => limits.guessedWrong(`2001:db8:1:2::${i}`));

		expect(limits.mayGuess('2001:db8:1:2:3:4:5:6')).toBe(false);
		expect(limits.mayGuess('2001:db8:1:3::1')).toBe(true);
	});

	test('that come in floods say to the other processes no more than the limit, and no address', () => {
		const { all, said } = processes(2);
		times(100_000, (i) => {
			const address = `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`;
			all[0]!.guessedWrong(address);
			all[0]!.guessedLink(address);
		});

		expect(said).toHaveLength(2_000);
		expect(new Set(said).size).toBe(2_000);
		for (const count of said) expect(count).toMatch(/^(codes|links) [0-9a-f]{5} \d+$/);
	});

	test('are counted by each process alone while it hears nothing', () => {
		const deaf = createLimits({ others: { tell: () => {}, listen: () => {} } });
		times(40, () => deaf.guessedWrong('192.0.2.1'));

		expect(deaf.mayGuess('192.0.2.1')).toBe(false);
	});

	test('are forgotten after five minutes', () => {
		let now = 0;
		const limits = createLimits({ now: () => now });
		times(40, () => limits.guessedLink('192.0.2.1'));
		expect(limits.guessedLink('192.0.2.1')).toBe(300);

		now = 300_000;
		expect(limits.guessedLink('192.0.2.1')).toBe(0);
	});
});

test('what another process says that is no count is passed over', () => {
	let say: (count: string) => void = () => {};
	const limits = createLimits({ others: { tell: () => {}, listen: (hear) => (say = hear) } });
	for (const count of ['', 'codes', 'nonsense abc 1', '__proto__ x 1']) say(count);

	expect(limits.mayGuess('192.0.2.1')).toBe(true);
});

test('a program with the right code slows down its own room and no other', () => {
	const limits = createLimits();
	times(3_000, () => limits.mayJoin('room'));

	expect(limits.mayJoin('room')).toBe(false);
	expect(limits.mayJoin('another room')).toBe(true);
});
