import { stopWords } from '$lib/content/stop-words';
import {
	confirmed,
	forgotten,
	toldApart,
	withEntry,
	withoutEntry,
	withoutParty,
	withParty
} from '$lib/domain/give-get/edit';
import { MOST_PARTIES, NOTHING_YET } from '$lib/domain/give-get/give-get';
import { giveAndGetSchema } from '$lib/domain/give-get/schema';
import { linesOf, matrixOf, totalsOf } from '$lib/domain/give-get/states';
import { suggestions } from '$lib/domain/give-get/suggest';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyGiveAndGet, giveAndGet } from '../../../support/give-get';

const english = stopWords('en');

const pair = { get: 'get-0', give: 'give-1' };
const asked = giveAndGet({ ana: 'person', ben: 'person', shop: 'customer' }, [
	'get ana > ben: price list by Tuesday',
	'give ana > ben: the new price list',
	'give ben > shop: an offer',
	'get ben > ana: open questions'
]);
const states = (whole: typeof asked) => linesOf(whole).map(({ id, state }) => [id, state]);

test('what is asked and given waits to be confirmed: a tool knows wordings, not meanings', () => {
	expect(suggestions(asked, english)).toEqual([{ ...pair, likeness: 22 / 34 }]);
	expect(states(asked)).toEqual([
		['get-0', 'unmet'],
		['get-3', 'unmet'],
		['give-1', 'unasked'],
		['give-2', 'unasked']
	]);
});

test('what people confirm is met, and can be taken back', () => {
	const met = confirmed(asked, pair);
	expect(states(met)).toEqual([
		['get-0', 'met'],
		['get-3', 'unmet'],
		['give-2', 'unasked']
	]);
	expect(suggestions(met, english)).toEqual([]);
	expect(forgotten(met, pair)).toEqual(asked);
});

test('what people told apart is not suggested again, and can be taken back', () => {
	const apart = toldApart(asked, pair);
	expect(suggestions(apart, english)).toEqual([]);
	expect(suggestions(forgotten(apart, pair), english)).toHaveLength(1);
	expect(confirmed(apart, pair).different).toEqual([]);
	expect(toldApart(confirmed(asked, pair), pair).same).toEqual([]);
});

test('a get and a give between other parties are never the same', () => {
	expect(confirmed(asked, { get: 'get-3', give: 'give-1' })).toEqual(asked);
	expect(confirmed(asked, { get: 'give-1', give: 'get-0' })).toEqual(asked);
	const turned = giveAndGet({ ana: 'person', ben: 'person' }, [
		'get ana > ben: price list',
		'give ben > ana: price list'
	]);
	expect(suggestions(turned, english)).toEqual([]);
});

test('a give that meets another get leaves the first one unmet', () => {
	const two = withEntry(asked, { ...asked.entries[0]!, id: 'get-9', text: 'prices' });
	const met = confirmed(confirmed(two, pair), { get: 'get-9', give: 'give-1' });
	expect(met.same).toEqual([{ get: 'get-9', give: 'give-1' }]);
});

test('two gets and two gives are put together as well as all together allow', () => {
	const crossed = giveAndGet({ ana: 'team', ben: 'team' }, [
		'get ana > ben: price list',
		'get ana > ben: price list of spare parts',
		'give ana > ben: price list',
		'give ana > ben: prices'
	]);
	expect(suggestions(crossed, english).map(({ get, give }) => [get, give])).toEqual([
		['get-0', 'give-2'],
		['get-1', 'give-3']
	]);
});

test('the matrix has who gives in rows, who gets in columns, and nothing on its diagonal', () => {
	expect(matrixOf(confirmed(asked, pair))).toEqual([
		[null, { met: 1, unmet: 0, unasked: 0 }, { met: 0, unmet: 0, unasked: 0 }],
		[{ met: 0, unmet: 1, unasked: 0 }, null, { met: 0, unmet: 0, unasked: 1 }],
		[{ met: 0, unmet: 0, unasked: 0 }, { met: 0, unmet: 0, unasked: 0 }, null]
	]);
});

test('who leaves takes along what went to them and came from them', () => {
	const left = withoutParty(confirmed(asked, pair), 'ana');
	expect(left.entries.map(({ id }) => id)).toEqual(['give-2']);
	expect(left.same).toEqual([]);
	expect(withoutEntry(confirmed(asked, pair), 'give-1').same).toEqual([]);
});

test('an entry that goes elsewhere is confirmed no more; one in other words still is', () => {
	const met = confirmed(asked, pair);
	const give = asked.entries[1]!;
	expect(withEntry(met, { ...give, text: 'prices' }).same).toEqual([pair]);
	expect(withEntry(met, { ...give, to: 'shop' }).same).toEqual([]);
});

test('there is a limit to parties', () => {
	const many = Array.from({ length: MOST_PARTIES + 1 }, (_, at) => `p${at}`).reduce(
		(whole, id) => withParty(whole, { id, name: id, kind: 'team' }),
		NOTHING_YET
	);
	expect(many.parties).toHaveLength(MOST_PARTIES);
});

test.each([
	['a party twice', { parties: [...asked.parties, asked.parties[0]!] }],
	['an entry twice', { entries: [...asked.entries, asked.entries[0]!] }],
	['an entry to oneself', { entries: [{ ...asked.entries[0]!, to: 'ana' }] }],
	['an entry to nobody', { entries: [{ ...asked.entries[0]!, to: 'eve' }] }],
	['a pair that is not there', { same: [{ get: 'get-0', give: 'give-7' }] }],
	['a pair of different parties', { different: [{ get: 'get-3', give: 'give-1' }] }],
	['a get met twice', { same: [pair, pair] }],
	['an entry without words', { entries: [{ ...asked.entries[0]!, text: ' \n ' }] }]
])('a file with %s is refused', (_, part) => {
	expect(giveAndGetSchema.safeParse({ ...asked, ...part }).success).toBe(false);
});

test('names and texts are kept on one line', () => {
	const read = giveAndGetSchema.parse({
		...asked,
		parties: [{ id: 'ana', name: ' Ana \n  M. ', kind: 'person' }],
		entries: []
	});
	expect(read.parties[0]!.name).toBe('Ana M.');
});

test('gets and gives add up, whatever is confirmed', () => {
	fc.assert(
		fc.property(anyGiveAndGet, (whole) => {
			const met = suggestions(whole, english).reduce(confirmed, whole);
			const { met: both, unmet, unasked } = totalsOf(linesOf(met));
			const count = (side: string) => met.entries.filter((entry) => entry.side === side).length;
			expect([both + unmet, both + unasked]).toEqual([count('get'), count('give')]);

			const cells = matrixOf(met)
				.flat()
				.filter((cell) => cell !== null);
			expect(cells.reduce((sum, cell) => sum + cell.met + cell.unmet + cell.unasked, 0)).toBe(
				both + unmet + unasked
			);
			expect(giveAndGetSchema.safeParse(met).success).toBe(true);
		})
	);
});

test('each get and each give is suggested at most once, between the same two parties', () => {
	fc.assert(
		fc.property(anyGiveAndGet, (whole) => {
			const found = suggestions(whole, english);
			const ids = found.flatMap(({ get, give }) => [get, give]);
			expect(new Set(ids).size).toBe(ids.length);
			const entry = (id: string) => whole.entries.find((each) => each.id === id)!;
			for (const { get, give } of found) {
				expect([entry(get).from, entry(get).to]).toEqual([entry(give).from, entry(give).to]);
				expect([entry(get).side, entry(give).side]).toEqual(['get', 'give']);
			}
		})
	);
});

test('suggestions do not depend on the order in which people wrote', () => {
	const shuffled = anyGiveAndGet.chain((whole) =>
		fc.tuple(
			fc.constant(whole),
			fc.shuffledSubarray(whole.entries, { minLength: whole.entries.length })
		)
	);
	fc.assert(
		fc.property(shuffled, ([whole, entries]) => {
			expect(suggestions({ ...whole, entries }, english)).toEqual(suggestions(whole, english));
		})
	);
});

test('confirming and undoing changes nothing', () => {
	fc.assert(
		fc.property(anyGiveAndGet, (whole) => {
			for (const found of suggestions(whole, english)) {
				expect(forgotten(confirmed(whole, found), found)).toEqual(whole);
				expect(forgotten(toldApart(whole, found), found)).toEqual(whole);
			}
		})
	);
});
