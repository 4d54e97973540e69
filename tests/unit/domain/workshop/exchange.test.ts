import { agendaFrom } from '$lib/domain/workshop/agenda';
import { requestSchema } from '$lib/domain/workshop/command';
import { exchangeInRoom, NO_EXCHANGE, partiesOf, personParty } from '$lib/domain/workshop/exchange';
import { steer } from '$lib/domain/workshop/steer';
import { exchangeSchema } from '$lib/domain/workshop/text-schemas';
import type { ShownText } from '$lib/domain/workshop/texts';
import { newWorkshop, type Workshop } from '$lib/domain/workshop/workshop';
import { describe, expect, test } from 'vitest';

const first = [
	{ id: 'team', name: 'Harbor', kind: 'team' as const },
	{ id: 'customers', name: 'Our customers', kind: 'customer' as const }
];
const agenda = agendaFrom('talk-first', ['voice']);
const room: Workshop = {
	...newWorkshop({ ...agenda, steps: [{ kind: 'give-get', minutes: 20 }] }),
	stage: 'running'
};
const shown = (id: string, side: 'get' | 'give', changes = {}): ShownText<'give-get'> => ({
	id,
	body: { side, from: 'team', to: 'customers', words: 'An offer' },
	batch: 1,
	isHidden: false,
	mayKeep: true,
	group: null,
	...changes
});

describe('who gives and gets in a room', () => {
	const aliases = ['Ben', null, 'Ana', 'Ben'];

	test('is nobody in person under an anonymous contract', () => {
		expect(partiesOf({ openness: 'anonymous', aliases, named: first })).toEqual(first);
	});

	test('is everybody with a name under an open one, each name once, in no order of coming', () => {
		const parties = partiesOf({ openness: 'open', aliases, named: first });
		expect(parties.map(({ name }) => name)).toEqual(['Ana', 'Ben', 'Harbor', 'Our customers']);
	});

	test('is whom the facilitator names, and the last customers stay', () => {
		const named = [{ id: 'c', name: 'Clinics', kind: 'customer' as const }];
		const steered = steer(room, { kind: 'name-parties', parties: named });
		if ('refusal' in steered) throw new Error(steered.refusal);
		const { exchange } = steered.workshop;
		expect(exchange.parties).toEqual(named);

		const command = (parties: object[]) =>
			requestSchema.safeParse({ kind: 'name-parties', parties }).success;
		expect(command(named)).toBe(true);
		expect(command([{ id: 't', name: 'Depot', kind: 'team' }])).toBe(false);
		expect(command([...named, { id: 'p', name: 'Eve', kind: 'person' }])).toBe(false);
		expect(command([...named, { id: personParty('Eve').id, name: 'Eve', kind: 'team' }])).toBe(
			false
		);
		expect(command([...named, ...named])).toBe(false);
	});
});

describe('what the room sees of it', () => {
	test('is what was shown and is not hidden, between those who are there', () => {
		const texts = [
			shown('a', 'get'),
			shown('b', 'give', { isHidden: true }),
			shown('c', 'give', { body: { ...shown('c', 'give').body, from: 'person:Eve' } })
		];
		expect(exchangeInRoom(first, texts, NO_EXCHANGE).entries).toEqual([
			{ id: 'a', side: 'get', from: 'team', to: 'customers', text: 'An offer' }
		]);
	});

	test('has no pair of which one was hidden or taken back', () => {
		const place = { ...NO_EXCHANGE, same: [{ get: 'a', give: 'b' }] };
		const both = [shown('a', 'get'), shown('b', 'give')];
		expect(exchangeInRoom(first, both, place).same).toHaveLength(1);
		expect(exchangeInRoom(first, both.slice(0, 1), place).same).toEqual([]);
	});
});

describe('saying that a need and a give are the same', () => {
	const say = (
		workshop: Workshop,
		said: 'same' | 'different' | 'nothing',
		get: string,
		give: string
	) => {
		const steered = steer(workshop, { kind: 'say-pair', said, get, give, canMeet: true });
		if ('refusal' in steered) throw new Error(steered.refusal);
		return steered.workshop;
	};

	test('holds until something else is said, each met at most once', () => {
		const one = say(room, 'same', 'a', 'b');
		expect(one.exchange.same).toEqual([{ get: 'a', give: 'b' }]);
		const other = say(one, 'same', 'a', 'c');
		expect(other.exchange.same).toEqual([{ get: 'a', give: 'c' }]);
		const apart = say(other, 'different', 'a', 'c');
		expect(apart.exchange).toMatchObject({ same: [], different: [{ get: 'a', give: 'c' }] });
		expect(say(apart, 'nothing', 'a', 'c').exchange).toMatchObject({ same: [], different: [] });
	});

	test.each([
		['in another step', { step: 0, agenda }, true, 'not-in-this-step'],
		['about texts that are not there', {}, false, 'no-such-pair'],
		['after the end', { stage: 'ended' as const }, true, 'workshop-ended']
	])('is refused %s', (_, changes, canMeet, refusal) => {
		const command = { kind: 'say-pair' as const, said: 'same' as const, get: 'a', give: 'b' };
		expect(steer({ ...room, ...changes }, { ...command, canMeet })).toEqual({ refusal });
	});
});

test.each([
	[{ side: 'get', from: 'team', to: 'team', words: 'x' }, false],
	[{ side: 'get', from: 'team', to: 'customers', words: '  ' }, false],
	[{ side: 'take', from: 'team', to: 'customers', words: 'x' }, false],
	[{ side: 'give', from: 'team', to: 'customers', words: 'x'.repeat(201) }, false],
	[{ side: 'give', from: 'team', to: 'customers', words: 'An offer' }, true]
])('%j can be written: %j', (body, isFine) => {
	expect(exchangeSchema.safeParse(body).success).toBe(isFine);
});
