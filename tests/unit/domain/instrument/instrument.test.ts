import { holoscope } from '$lib/content/instruments';
import { itemsOf, scaleRange, spectrumDimensions, wordingOf } from '$lib/domain/instrument/form';
import { parseInstrument } from '$lib/domain/instrument/instrument';
import { describe, expect, test } from 'vitest';

/** A copy of our instrument as a plain file, to be broken. */
function file(change: (copy: any) => void = () => {}): unknown {
	const copy = structuredClone(holoscope);
	change(copy);
	return copy;
}

function problemsOf(broken: unknown) {
	const parsed = parseInstrument(broken);
	return parsed.ok ? [] : parsed.problems;
}

describe('our own instrument', () => {
	test('asks eight spectrum dimensions and give and get, with four balanced items each', () => {
		expect(spectrumDimensions(holoscope)).toHaveLength(8);
		for (const { id } of holoscope.dimensions) {
			const keys = holoscope.items
				.filter(({ dimension }) => dimension === id)
				.map(({ key }) => key);
			expect(keys.toSorted()).toEqual([-1, -1, 1, 1]);
		}
	});

	test('never asks two items of a dimension in a row', () => {
		const order = itemsOf(holoscope, 'full').map(({ dimension }) => dimension);
		expect(order).toHaveLength(36);
		expect(order.filter((dimension, at) => dimension === order[at - 1])).toEqual([]);
	});

	test('balances the keys of the quick form', () => {
		const keys = itemsOf(holoscope, 'quick').map(({ key }) => key);
		expect(keys.filter((key) => key === 1)).toHaveLength(4);
		expect(keys).toHaveLength(8);
	});

	test('puts the name of the organization into the wording as it is', () => {
		const item = holoscope.items.find(({ id }) => id === 'whole-1')!;
		expect(wordingOf(item, 'member', 'Cash & $& Co')).toBe(
			'People in my team explained how our part fits Cash & $& Co as a whole.'
		);
	});
});

describe('somebody else’s instrument', () => {
	const small = {
		id: 'pulse',
		edition: '1',
		locale: 'en',
		lenses: ['member'],
		dimensions: [{ id: 'trust', name: 'Trust', monolith: 'Low', hologram: 'High' }],
		items: [
			{ id: 't1', dimension: 'trust', key: 1, indicator: 'Trusts', wording: { member: 'I trust.' } }
		],
		forms: { all: ['t1'] }
	};

	test.each([
		['1 to 5', 1, 5],
		['0 to 4', 0, 4],
		['1 to 6', 1, 6],
		['1 to 7', 1, 7]
	])('may use a scale of %s and a single pole', (_, low, high) => {
		const options = Array.from({ length: high - low + 1 }, (_, step) => ({
			value: low + step,
			label: `Level ${low + step}`
		}));
		const parsed = parseInstrument({ ...small, scale: { stem: 'How?', options, notSure: 'Pass' } });

		expect(parsed.ok && scaleRange(parsed.instrument)).toEqual({ low, high });
	});
});

describe('a broken file is refused with the path and the reason', () => {
	test.each([
		[
			'an item of an unknown dimension',
			(copy: any) => (copy.items[3].dimension = 'luck'),
			{ path: 'items[3].dimension', reason: 'No dimension is called “luck”.' }
		],
		[
			'an item id used twice',
			(copy: any) => (copy.items[1].id = 'voice-1'),
			{ path: 'items[1].id', reason: '“voice-1” is used twice.' }
		],
		[
			'a form that asks an item nobody wrote',
			(copy: any) => (copy.forms.quick[0] = 'voice-9'),
			{ path: 'forms.quick[0]', reason: 'No item is called “voice-9”.' }
		],
		[
			'a form that asks an item twice',
			(copy: any) => (copy.forms.quick[1] = 'voice-1'),
			{ path: 'forms.quick[1]', reason: '“voice-1” is asked twice in this form.' }
		],
		[
			'a lens without wording',
			(copy: any) => delete copy.items[0].wording.partner,
			{
				path: 'items[0].wording.partner',
				reason: 'The wording for the lens “partner” is missing.'
			}
		],
		[
			'a scale with a gap',
			(copy: any) => (copy.scale.options[4].value = 6),
			{
				path: 'scale.options[4].value',
				reason: 'Values rise by one from option to option.'
			}
		],
		[
			'a dimension that nothing measures',
			(copy: any) =>
				copy.dimensions.push({ id: 'luck', name: 'Luck', monolith: 'No', hologram: 'Yes' }),
			{ path: 'dimensions[9]', reason: 'No item belongs to “luck”.' }
		]
	])('%s', (_, breakIt, problem) => {
		expect(problemsOf(file(breakIt))).toContainEqual(problem);
	});

	test.each([null, 'text', [], 7])('%j instead of an object', (nonsense) => {
		expect(problemsOf(nonsense)[0]?.path).toBe('(the file)');
	});

	test('a value of the wrong kind, deep inside', () => {
		expect(problemsOf(file((copy) => (copy.items[2].key = 'up')))[0]?.path).toBe('items[2].key');
	});
});
