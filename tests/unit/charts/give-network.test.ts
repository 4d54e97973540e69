import { giveNetwork, networkHeight } from '$lib/charts/give-network';
import { networkOf } from '$lib/domain/give-get/network';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyGiveAndGet, giveAndGet } from '../../support/give-get';

const LINE = 40;
function drawn(whole: ReturnType<typeof giveAndGet>, width = 800) {
	const { parties, links } = networkOf(whole);
	const height = networkHeight(parties, LINE, 300);
	return { ...giveNetwork(parties, links, { width, height, radius: 10, margin: 150 }), height };
}
const sides = (whole: ReturnType<typeof giveAndGet>) =>
	Object.fromEntries(drawn(whole).parties.map(({ id, side }) => [id, side]));

const chain = giveAndGet({ ana: 'person', ben: 'person', cleo: 'person', shop: 'customer' }, [
	'give ana > ben: x',
	'give ben > cleo: x',
	'give cleo > shop: x'
]);

test('customers are at the right, and those whom the most gives part from them at the left', () => {
	expect(sides(chain)).toEqual({ shop: 'right', cleo: 'right', ben: 'left', ana: 'left' });
});

test('whose gives come to no customer is farther away than anybody whose do', () => {
	const lost = giveAndGet({ ana: 'team', ben: 'team', cleo: 'team', shop: 'customer' }, [
		'give ana > ben: x',
		'give cleo > shop: x'
	]);
	expect(sides(lost)).toMatchObject({ shop: 'right', cleo: 'right', ana: 'left', ben: 'left' });
});

test('a customer in the middle has as many above as below, give or take one', () => {
	const { parties, height } = drawn(
		giveAndGet({ a: 'team', b: 'team', c: 'team', d: 'team', e: 'team', shop: 'customer' })
	);
	expect(parties.find(({ id }) => id === 'shop')).toMatchObject({ side: 'right', y: height / 2 });
});

test('the same picture is drawn the same each time', () => {
	expect(drawn(chain)).toEqual(drawn(chain));
	expect(drawn(chain).links[0]!.path).toMatchInlineSnapshot(`"M181.2 81.2Q300.9 150 186.4 215.8"`);
});

test.each([
	[2, 1, 300],
	[12, 1, 300],
	[30, 1, 640],
	[30, 20, 840]
])('%i parties with %i customers need %i pixels', (count, customers, height) => {
	const parties = Array.from({ length: count }, (_, at) => ({
		id: `p${at}`,
		kind: at < customers ? ('customer' as const) : ('team' as const),
		steps: null,
		isLost: false
	}));
	expect(networkHeight(parties, LINE, 300)).toBe(height);
});

test('every name has a line of its own, inside the picture, however many there are', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 2, max: 30 }),
			fc.integer({ min: 1, max: 20 }),
			(count, customers) => {
				const names = Array.from({ length: count }, (_, at) => [
					`p${at}`,
					at < customers ? ('customer' as const) : ('person' as const)
				]);
				const { parties, height } = drawn(giveAndGet(Object.fromEntries(names)));
				for (const side of ['left', 'right']) {
					const ys = parties
						.filter((party) => party.side === side)
						.map(({ y }) => y)
						.toSorted((a, b) => a - b);
					ys.forEach((y, at) => {
						expect(y).toBeGreaterThan(0);
						expect(y).toBeLessThan(height);
						if (at > 0) expect(y - ys[at - 1]!).toBeGreaterThanOrEqual(LINE - 0.2);
					});
				}
				for (const { x } of parties) expect(Math.abs(x - 400)).toBeLessThanOrEqual(240);
			}
		)
	);
});

test('curves of one pair never lie on one another, and all numbers are numbers', () => {
	fc.assert(
		fc.property(anyGiveAndGet, (whole) => {
			const { links } = drawn(whole);
			const kinds = new Set(links.map(({ from, to, state }) => [from, to, state].join()));
			expect(new Set(links.map(({ path }) => path)).size).toBe(kinds.size);
			for (const { path, head } of links) expect(path + head).not.toMatch(/NaN|Infinity/);
		})
	);
});
