import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	newJoinCode,
	newSeatCode,
	readJoinCode,
	readSeatCode
} from '$lib/domain/workshop/join-code';

const someRandom = fc.infiniteStream(fc.nat()).map((stream) => (end: number) => {
	return stream.next().value! % end;
});

test('every code is read again, however it was typed', () => {
	fc.assert(
		fc.property(someRandom, (randomBelow) => {
			const code = newJoinCode(randomBelow);
			expect(code).toMatch(/^[A-Z]{4}-\d{4}$/);
			expect(code).not.toMatch(/[AEIOULSZBQVY01]/);
			expect(readJoinCode(` ${code.toLowerCase().replace('-', '')} `)).toBe(code);
		})
	);
});

test.each(['', 'KTRM', 'KTRM-48', '4827-KTRM', 'KTRM-48271', 'KATE-4827', 'KTRM-4810'])(
	'takes %j for no code',
	(text) => {
		expect(readJoinCode(text)).toBeNull();
	}
);

test('a recovery code has 80 bits, and is read although O was typed for 0 and L for 1', () => {
	expect(newSeatCode(() => 0)).toBe('0000-0000-0000-0000');
	expect(readSeatCode('oooo 0000 llii 1111')).toBe('0000-0000-1111-1111');
	expect(readSeatCode('0000-0000-0000-000')).toBeNull();
	expect(readSeatCode('0000-0000-0000-000U')).toBeNull();
});
