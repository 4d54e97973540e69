import { agendaFrom } from '$lib/domain/workshop/agenda';
import { steer } from '$lib/domain/workshop/steer';
import { sentTextSchema } from '$lib/domain/workshop/text-schemas';
import {
	batchOf,
	FEWEST_WRITERS,
	inReadingOrder,
	nextPlace,
	readSoFar,
	type ReadingPlace
} from '$lib/domain/workshop/texts';
import { newWorkshop, type Workshop } from '$lib/domain/workshop/workshop';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const waiting = fc.uniqueArray(
	fc.record({ id: fc.string({ minLength: 1 }), writer: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
	{ selector: ({ id }) => id, maxLength: 20 }
);
const shown = fc.uniqueArray(
	fc.record({
		id: fc.string({ minLength: 1 }),
		batch: fc.integer({ min: 1, max: 4 }),
		isHidden: fc.boolean()
	}),
	{ selector: ({ id }) => id, maxLength: 20 }
);
const shuffledPair = <T>(lists: fc.Arbitrary<T[]>) =>
	lists.chain((list) =>
		fc.tuple(
			fc.constant(list),
			fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
		)
	);

describe('a batch of texts', () => {
	test.each([
		['nothing', [], null],
		['three texts of two people', ['a', 'b', 'b'], null],
		['one text each of three people', ['a', 'b', 'c'], ['0', '1', '2']],
		['all that three people wrote', ['a', 'b', 'c', 'c'], ['0', '1', '2', '3']]
	])('is made of %s: %s → %s', (_, writers, batch) => {
		expect(batchOf(writers.map((writer, at) => ({ id: String(at), writer })))).toEqual(batch);
	});

	test('never has fewer than three writers, and then holds everything that waits', () => {
		fc.assert(
			fc.property(waiting, (texts) => {
				const batch = batchOf(texts);
				const writers = new Set(texts.map(({ writer }) => writer)).size;
				expect(batch === null).toBe(writers < FEWEST_WRITERS);
				if (batch) expect(new Set(batch)).toEqual(new Set(texts.map(({ id }) => id)));
			})
		);
	});

	test('is the same in whatever order its texts came', () => {
		fc.assert(
			fc.property(shuffledPair(waiting), ([came, otherwise]) => {
				expect(batchOf(otherwise)).toEqual(batchOf(came));
			})
		);
	});
});

describe('the reading order', () => {
	test('says nothing about when a text came, but for its batch', () => {
		fc.assert(
			fc.property(shuffledPair(shown), ([came, otherwise]) => {
				expect(inReadingOrder(otherwise)).toEqual(inReadingOrder(came));
				const batches = inReadingOrder(came).map(({ batch }) => batch);
				expect(batches).toEqual([...batches].sort());
			})
		);
	});

	test('reads every text that is not hidden, once', () => {
		fc.assert(
			fc.property(shown, (texts) => {
				const read: string[] = [];
				for (let place = nextPlace(texts, null); place; place = nextPlace(texts, place))
					read.push(place.id);
				const inSight = inReadingOrder(texts).filter(({ isHidden }) => !isHidden);
				expect(read).toEqual(inSight.map(({ id }) => id));
			})
		);
	});

	test('goes on where it was when the text that was read is taken back', () => {
		const at = (id: string): ReadingPlace & { isHidden: boolean } => ({
			id,
			batch: 1,
			isHidden: false
		});
		const place = nextPlace([at('a'), at('b'), at('c')], at('a'));
		expect(place?.id).toBe('b');
		expect(nextPlace([at('a'), at('c')], place)?.id).toBe('c');
		expect(readSoFar([at('a'), at('c')], place).map(({ id }) => id)).toEqual(['a']);
	});
});

describe('the facilitator', () => {
	const agenda = agendaFrom('talk-first', ['voice']);
	const withVoices = {
		...agenda,
		steps: [{ kind: 'voices' as const, minutes: 10 }, ...agenda.steps]
	};
	const room: Workshop = { ...newWorkshop(withVoices), stage: 'running' };
	const refusalOf = (...args: Parameters<typeof steer>) => {
		const steered = steer(...args);
		return 'refusal' in steered ? steered.refusal : null;
	};

	test.each([
		[0, 'nothing-written'],
		[2, 'too-few-wrote'],
		[3, null]
	])('shows what %d people have written: %s', (writers, refusal) => {
		expect(refusalOf(room, { kind: 'show-texts', writers })).toBe(refusal);
	});

	test('shows nothing in another step, and reads no further than the last', () => {
		expect(refusalOf({ ...room, step: 1 }, { kind: 'show-texts', writers: 5 })).toBe(
			'not-in-this-step'
		);
		expect(refusalOf(room, { kind: 'next-text', place: null })).toBe('no-more-texts');
	});
});

test('a text has words, and a key that only a device makes up', () => {
	const story = { words: ' Two teams\nmet a customer ', moment: 'hologram' };
	const sent = { step: 'voices', key: 'ab'.repeat(16), revision: 1, mayKeep: false, body: story };
	expect(sentTextSchema.parse(sent).body).toEqual({
		words: 'Two teams met a customer',
		moment: 'hologram',
		dimension: null
	});
	for (const wrong of [
		{ ...sent, key: 'one' },
		{ ...sent, step: 'welcome' },
		{ ...sent, body: { ...story, words: ' ' } },
		{ ...sent, body: { ...story, words: 'a'.repeat(601) } },
		{ ...sent, body: { ...story, moment: 'other' } }
	])
		expect(sentTextSchema.safeParse(wrong).success).toBe(false);
});
