import { forgetGiveGet, rememberedGiveGet, rememberGiveGet } from '$lib/device/give-get-draft';
import { giveAndGetFile, readGiveAndGetFile } from '$lib/domain/give-get/file';
import { afterEach, expect, test, vi } from 'vitest';
import { giveAndGet } from '../../support/give-get';

afterEach(() => vi.unstubAllGlobals());

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
	const kept = new Map<string, string>();
	return {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}

const whole = giveAndGet({ ana: 'person', shop: 'customer' }, ['give ana > shop: an offer']);

test('the picture is kept, read again and forgotten', () => {
	vi.stubGlobal('localStorage', storage());
	expect(rememberedGiveGet()).toBeUndefined();
	expect(rememberGiveGet(giveAndGetFile(whole))).toBe(true);
	expect(readGiveAndGetFile(rememberedGiveGet()!)).toEqual(whole);
	forgetGiveGet();
	expect(rememberedGiveGet()).toBeUndefined();
});

test('a browser that keeps nothing says so, and the page goes on', () => {
	vi.stubGlobal('localStorage', undefined);
	expect(rememberGiveGet('x')).toBe(false);
	expect(rememberedGiveGet()).toBeUndefined();
	expect(forgetGiveGet).not.toThrow();
});

test.each(['', 'null', '[]', '{"kind":"other"}', '{"kind":"holoscope-give-and-get"}', '{'])(
	'%j is no file of give and get',
	(text) => {
		expect(readGiveAndGetFile(text)).toBeNull();
	}
);
