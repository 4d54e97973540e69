import { holoscope } from '$lib/content/instruments';
import { openersFor, practices, practicesFor } from '$lib/content/practices';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const dimensions = holoscope.dimensions.map(({ id }) => id);
const items = new Map(holoscope.items.map((item) => [item.id, item]));

const practice = z
	.strictObject({
		id: z.string().regex(/^[a-z]+(-[a-z]+)+$/),
		dimension: z.enum(dimensions),
		lens: z.enum(['member', 'leader', 'both']),
		item: z.enum([...items.keys()]),
		title: z.string().min(8).max(40),
		doing: z.string().min(80).max(260),
		noticing: z.string().min(20).max(110),
		opener: z.literal(true).optional()
	})
	.refine(
		({ id, dimension }) => id.startsWith(`${dimension}-`),
		'The id starts with its dimension.'
	)
	.refine(({ item, dimension }) => items.get(item)!.dimension === dimension, 'Another dimension.')
	.refine(({ item }) => holoscope.sources[items.get(item)!.source!.from], 'No such source.');

test.each(practices)('the practice “$title” is complete and traced to a source', (entry) => {
	expect(practice.safeParse(entry).error?.issues ?? []).toEqual([]);
});

test.each(practices)('“$title” takes two to four sentences, fit for a week', ({ doing }) => {
	const sentences = doing.match(/[.?!…]”?(?=\s|$)/g) ?? [];
	expect(sentences.length).toBeGreaterThanOrEqual(2);
	expect(sentences.length).toBeLessThanOrEqual(4);
});

test('there are at least 24 practices, and none is there twice', () => {
	expect(practices.length).toBeGreaterThanOrEqual(24);
	expect(new Set(practices.map(({ id }) => id)).size).toBe(practices.length);
	expect(new Set(practices.map(({ title }) => title)).size).toBe(practices.length);
	expect(new Set(practices.map(({ item }) => item)).size).toBe(practices.length);
});

describe.each(dimensions)('the dimension %s', (dimension) => {
	test.each(['member', 'leader'] as const)('has two practices or more for a %s', (lens) => {
		expect(practicesFor(dimension, lens).length).toBeGreaterThanOrEqual(2);
	});
});

test('people outside get no homework', () => {
	expect(practicesFor('voice', 'customer')).toEqual([]);
	expect(openersFor('partner')).toEqual([]);
});

test('three openers come from three dimensions, so that they point at none', () => {
	const openers = openersFor('member');
	expect(openersFor('leader')).toEqual(openers);
	expect(new Set(openers.map(({ dimension }) => dimension)).size).toBe(3);
});
