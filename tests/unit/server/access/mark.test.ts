import { markOf, networkOf } from '$lib/server/access/mark';
import { expect, test } from 'vitest';

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
	['64:ff9b::192.0.2.7', '64:ff9b:0:0'],
	['unknown', 'unknown']
])('the part of %s that its owner cannot choose is %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

test('a mark is the same for whoever has the secret, and another with another secret', () => {
	expect(markOf('192.0.2.7', 'secret')).toBe(markOf('::ffff:192.0.2.7', 'secret'));
	expect(markOf('192.0.2.7', 'secret')).not.toBe(markOf('192.0.2.7', 'other'));
	expect(markOf('2001:db8:1:2::1', 'secret')).toBe(markOf('2001:db8:1:2:ffff::2', 'secret'));
});

test('a mark leads back to no address: of 65,536 neighbors, thousands share theirs with others', () => {
	const counts = new Map<string, number>();
	for (let i = 0; i < 65_536; i++) {
		const mark = markOf(`198.51.${i >> 8}.${i & 255}`, 'secret');
		counts.set(mark, (counts.get(mark) ?? 0) + 1);
	}
	const sharing = [...counts.values()].filter((count) => count > 1).length;

	// Of 2^20 marks, by chance: 65,536² / 2 / 2^20 ≈ 2,000 pairs.
	expect(sharing).toBeGreaterThan(1_800);
	expect(sharing).toBeLessThan(2_200);
});
