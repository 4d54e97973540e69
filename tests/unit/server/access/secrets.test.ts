import { expect, test } from 'vitest';
import { createDeviceKey, isDeviceKey } from '$lib/server/access/device-key';
import {
	derivedToken,
	hashOf,
	randomSeed,
	randomToken,
	seal,
	unseal
} from '$lib/server/access/secrets';

test('a link’s secret has at least 128 random bits and never repeats', () => {
	const tokens = Array.from({ length: 1_000 }, randomToken);

	expect(Buffer.from(tokens[0]!, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
	expect(new Set(tokens).size).toBe(1_000);
});

test('the hash of a secret is SHA-256 (FIPS 180-2, B.1)', () => {
	expect(Buffer.from(hashOf('abc'), 'base64url').toString('hex')).toBe(
		'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
	);
});

test('a sealed seed opens with its link’s secret and with no other', () => {
	const seed = randomSeed();
	const token = randomToken();
	const sealed = seal(seed, token);

	expect(unseal(sealed, token)).toEqual(seed);
	expect(() => unseal(sealed, randomToken())).toThrow();
	expect(() => unseal(`${sealed.slice(0, -2)}AA`, token)).toThrow();
	expect(seal(seed, token)).not.toBe(sealed);
});

test('secrets derived from one seed for different purposes have nothing in common', () => {
	const seed = randomSeed();

	expect(derivedToken(seed, 'answer', 'ab', '')).not.toBe(derivedToken(seed, 'answer', 'a', 'b'));
	expect(derivedToken(seed, 'answer', 'a')).toBe(derivedToken(seed, 'answer', 'a'));
});

test('a device’s key is recognized by its form', () => {
	expect(isDeviceKey(createDeviceKey())).toBe(true);
	expect(isDeviceKey('short')).toBe(false);
	expect(isDeviceKey(undefined)).toBe(false);
});
