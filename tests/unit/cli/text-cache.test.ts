import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextCache } from '../../../src/cli/score/text-cache';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('knows a text again, wherever its bytes stand', () => {
	const cache = new TextCache<string>();
	const bytes = bytesOf('Sales,Sales,Salé');
	expect(cache.get(bytes, 0, 5)).toBeUndefined();
	cache.add(bytes, 0, 5, 'sales');

	expect(cache.get(bytes, 6, 11)).toBe('sales');
	expect(cache.get(bytes, 12, bytes.length)).toBeUndefined();
});

test('keeps its own copy: the bytes may be written over', () => {
	const cache = new TextCache<string>();
	const bytes = bytesOf('abc');
	cache.add(bytes, 0, 3, 'abc');
	bytes.set(bytesOf('xyz'));

	expect(cache.get(bytes, 0, 3)).toBeUndefined();
	expect(cache.get(bytesOf('abc'), 0, 3)).toBe('abc');
});

test('never mistakes one text for another', () => {
	const cache = new TextCache<string>();
	fc.assert(
		fc.property(fc.string({ maxLength: 4 }), (text) => {
			const bytes = bytesOf(text);
			const known = cache.get(bytes, 0, bytes.length);
			expect(known ?? text).toBe(text);
			if (known === undefined) cache.add(bytes, 0, bytes.length, text);
			expect(cache.get(bytes, 0, bytes.length)).toBe(text);
		}),
		{ numRuns: 2000 }
	);
});
