import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { TextCache } from '../../../src/cli/score/text-cache';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('asks once for each different text, wherever its bytes stand', () => {
	const cache = new TextCache<string>();
	const bytes = bytesOf('Sales,Sales,Salé');
	const make = vi.fn(() => 'sales');

	expect(cache.get(bytes, 0, 5, make)).toBe('sales');
	expect(cache.get(bytes, 6, 11, make)).toBe('sales');
	expect(make).toHaveBeenCalledTimes(1);
	expect(cache.get(bytes, 12, bytes.length, () => 'salé')).toBe('salé');
});

test('keeps its own copy: the bytes may be written over', () => {
	const cache = new TextCache<string>();
	const bytes = bytesOf('abc');
	cache.get(bytes, 0, 3, () => 'abc');
	bytes.set(bytesOf('xyz'));

	expect(cache.get(bytes, 0, 3, () => 'xyz')).toBe('xyz');
	expect(cache.get(bytesOf('abc'), 0, 3, () => 'again')).toBe('abc');
});

test('never mistakes one text for another', () => {
	const cache = new TextCache<string>();
	fc.assert(
		fc.property(fc.string({ maxLength: 4 }), (text) => {
			const bytes = bytesOf(text);
			expect(cache.get(bytes, 0, bytes.length, () => text)).toBe(text);
		}),
		{ numRuns: 2000 }
	);
});
