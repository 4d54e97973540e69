import { linesOf, totalsOf } from '$lib/domain/give-get/states';
import type { Party } from '$lib/domain/give-get/give-get';
import { giveAndGetSchema } from '$lib/domain/give-get/schema';
import {
	entryAcross,
	isSaid,
	silentTeams,
	wholeAcross,
	type RoomAcross,
	type WritingRoom
} from '$lib/domain/workshop/across-teams';
import type { Exchange } from '$lib/domain/workshop/exchange';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const teams = [
	{ id: 'h', name: 'Harbor' },
	{ id: 'l', name: 'Lighthouse' },
	{ id: 'd', name: 'Depot' }
];
const customers: Party = { id: 'customers', name: 'Our customers', kind: 'customer' };
const harbor: WritingRoom = {
	team: teams[0]!,
	parties: [
		{ id: 'team', name: 'Harbor crew', kind: 'team' },
		{ id: 'team:l', name: 'Lighthouse', kind: 'team' },
		{ id: 'x1', name: ' depot', kind: 'team' },
		{ id: 'x2', name: 'The board', kind: 'team' },
		{ id: 'x3', name: 'Fabric Mill', kind: 'partner' },
		{ id: 'person:Eve', name: 'Eve', kind: 'person' },
		customers
	]
};
const lighthouse: WritingRoom = {
	team: teams[1]!,
	parties: [
		{ id: 'team', name: 'Lighthouse', kind: 'team' },
		{ id: 'team:h', name: 'Harbor', kind: 'team' },
		{ id: 'y1', name: 'fabric  mill', kind: 'partner' },
		{ id: 'customers', name: 'our Customers', kind: 'customer' }
	]
};
const across = (room: WritingRoom, id: string, side: Exchange['side'], way: string, words = id) => {
	const [from, to] = way.split(' > ') as [string, string];
	return entryAcross({ id, body: { side, from, to, words } }, room, teams);
};

describe('what a room’s text says to the other teams', () => {
	test.each([
		['get', 'team:l > team', 'Lighthouse', 'Harbor'],
		['give', 'team > team:l', 'Harbor', 'Lighthouse'],
		['give', 'team > x1', 'Harbor', 'Depot'],
		['give', 'team > customers', 'Harbor', 'Our customers'],
		['get', 'team > customers', 'Harbor', 'Our customers'],
		['give', 'x3 > team', 'Fabric Mill', 'Harbor'],
		['give', 'x3 > customers', 'Fabric Mill', 'Our customers'],
		['get', 'team > x2', 'Harbor', 'The board']
	] as const)('%s %s goes from %s to %s', (side, way, from, to) => {
		expect(across(harbor, 'a', side, way)).toMatchObject({
			from: { name: from },
			to: { name: to }
		});
	});

	test.each([
		['in the name of another team of the round', 'get', 'team > team:l'],
		['in the name of another team, typed by hand', 'give', 'x1 > customers'],
		['of a person', 'give', 'person:Eve > customers'],
		['to a person', 'get', 'team > person:Eve'],
		['of somebody who is not on the picture', 'give', 'nobody > customers'],
		['from a team to itself', 'give', 'team > team:h']
	] as const)('is nothing %s', (_, side, way) => {
		expect(across(harbor, 'a', side, way)).toBeNull();
	});

	test('means the same party in all rooms: teams by their id, others by kind and name', () => {
		const [here, there] = [
			across(harbor, 'a', 'give', 'team > customers'),
			across(lighthouse, 'b', 'get', 'team:h > customers')
		];
		// Customers have no room: a need of theirs is written by a team.
		expect(there!.from.id).toBe(here!.from.id);
		expect(there!.to.id).toBe(here!.to.id);
		expect(across(harbor, 'a', 'get', 'x3 > team')!.from.id).toBe(
			across(lighthouse, 'b', 'get', 'y1 > team')!.from.id
		);
	});
});

const roomOf = (entries: (ReturnType<typeof across> | null)[], said = {}): RoomAcross => ({
	entries: entries.filter((entry) => entry !== null),
	same: [],
	different: [],
	...said
});
const nothingSaid = { same: [], different: [] };
const list = { teams, customers };

describe('one picture of all teams', () => {
	const need = across(lighthouse, 'need', 'get', 'team:h > team');
	const gift = across(harbor, 'gift', 'give', 'team > team:l');
	const other = across(harbor, 'other', 'give', 'team > team:l');
	const rooms = [roomOf([gift, other]), roomOf([need])];
	const pair = { get: 'need', give: 'gift' };

	test('meets nothing before somebody says so, across rooms too', () => {
		const before = wholeAcross(rooms, nothingSaid, list);
		expect(totalsOf(linesOf(before))).toEqual({ met: 0, unmet: 1, unasked: 2 });
		const after = wholeAcross(rooms, { ...nothingSaid, same: [pair] }, list);
		expect(totalsOf(linesOf(after))).toEqual({ met: 1, unmet: 0, unasked: 1 });
	});

	test('has teams in their order, then partners, then customers, who are always there', () => {
		const whole = wholeAcross(rooms, nothingSaid, list);
		expect(whole.parties.map(({ name }) => name)).toEqual([
			'Harbor',
			'Lighthouse',
			'Our customers'
		]);
		const more = roomOf([
			across(harbor, 'c', 'give', 'team > customers'),
			across(harbor, 'p', 'get', 'x3 > team'),
			across(harbor, 'b', 'give', 'team > x2'),
			across(harbor, 'd', 'give', 'team > x1')
		]);
		expect(wholeAcross([more], nothingSaid, list).parties.map(({ name }) => name)).toEqual([
			'Harbor',
			'Depot',
			'The board',
			'Fabric Mill',
			'Our customers'
		]);
	});

	test('forgets what was said about a text that is gone, or that goes another way', () => {
		const stale = { same: [{ get: 'gone', give: 'gift' }], different: [] };
		expect(wholeAcross(rooms, stale, list).same).toEqual([]);
		const back = across(lighthouse, 'back', 'give', 'team > team:h');
		const crossed = { same: [{ get: 'need', give: 'back' }], different: [] };
		expect(wholeAcross([...rooms, roomOf([back])], crossed, list).same).toEqual([]);
	});

	test('keeps what a room has said about its own, whatever is said later', () => {
		const own = across(lighthouse, 'own', 'give', 'team:h > team');
		expect(own).toBeNull();
		const asked = across(harbor, 'asked', 'get', 'team > customers');
		const given = across(harbor, 'given', 'give', 'team > customers');
		const again = across(harbor, 'again', 'give', 'team > customers');
		const inRoom = { get: 'asked', give: 'given' };
		const met = roomOf([asked, given, again], { same: [inRoom] });
		const later = { same: [{ get: 'asked', give: 'again' }], different: [inRoom] };
		expect(wholeAcross([met], later, list)).toMatchObject({ same: [inRoom], different: [] });
		const apart = roomOf([asked, given], { different: [inRoom] });
		expect(wholeAcross([apart], { same: [inRoom], different: [] }, list).same).toEqual([]);
		expect(isSaid({ same: [inRoom], different: [] }, { get: 'asked', give: 'again' })).toBe(true);
		expect(isSaid(nothingSaid, inRoom)).toBe(false);
	});

	test('names the teams on it that have not written', () => {
		const whole = wholeAcross(rooms, nothingSaid, list);
		expect(silentTeams(whole, teams.slice(1))).toEqual(['Lighthouse']);
	});

	test('holds together, whatever rooms write and people say', () => {
		const side = fc.constantFrom<Exchange['side']>('get', 'give');
		const entryOf = (room: WritingRoom) => {
			const party = fc.constantFrom('nobody', ...room.parties.map(({ id }) => id));
			return fc.record({ side, from: party, to: party });
		};
		const roomsOf = fc.tuple(fc.array(entryOf(harbor)), fc.array(entryOf(lighthouse)));
		const id = fc.nat(12).map((at) => `h${at}`);
		const pairs = fc.uniqueArray(fc.record({ get: id, give: id }), {
			maxLength: 3,
			selector: ({ get }) => get
		});
		fc.assert(
			fc.property(roomsOf, pairs, pairs, ([here, there], same, different) => {
				const made = [
					{ room: harbor, written: here, mark: 'h' },
					{ room: lighthouse, written: there, mark: 'l' }
				].map(({ room, written, mark }) =>
					roomOf(
						written.map(({ from, to, ...rest }, at) =>
							across(room, `${mark}${at}`, rest.side, `${from} > ${to}`)
						)
					)
				);
				const once = same.filter(
					({ give }, at) => same.findIndex((each) => each.give === give) === at
				);
				const whole = wholeAcross(made, { same: once, different }, list);
				expect(giveAndGetSchema.safeParse(whole).error).toBeUndefined();
				expect(whole.parties.some(({ kind }) => kind === 'customer')).toBe(true);
				expect(whole.parties.every(({ kind }) => kind !== 'person')).toBe(true);
			})
		);
	});
});
