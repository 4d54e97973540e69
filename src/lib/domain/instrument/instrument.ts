import { z } from 'zod';

/** Who is answering: a team's member, its leader, or someone outside who deals with the organization. */
export const lensSchema = z.enum(['member', 'leader', 'customer', 'partner']);
export type Lens = z.infer<typeof lensSchema>;

const id = z
	.string()
	.max(60)
	.regex(/^[a-z0-9]+([A-Z][a-z0-9]*|[-_][a-z0-9]+)*$/, 'Use letters, digits and hyphens.');
const words = z.string().trim().min(1).max(500);

const dimensionSchema = z.object({
	id,
	name: words,
	monolith: words.describe('What the low end looks like.'),
	hologram: words.describe('What the high end looks like.'),
	inSpectrum: z.boolean().default(true).describe('Whether the dimension counts in the overall.'),
	clue: z.boolean().default(false),
	construct: words.optional(),
	anchors: z.array(words).max(10).default([]).describe('Levels of the workshop vote, low to high.')
});

const itemSchema = z.object({
	id,
	dimension: id,
	key: z
		.union([z.literal(1), z.literal(-1)])
		.describe('1: a high answer points to the hologram; -1: to the monolith.'),
	indicator: words,
	wording: z.partialRecord(lensSchema, words),
	source: z.object({ from: id, idea: words }).optional()
});

const outcomeSchema = z.object({
	id,
	name: words.describe('What a high answer means.'),
	wording: z.partialRecord(lensSchema, words),
	source: z.object({ from: id, idea: words }).optional()
});

const precisionSchema = z.object({
	itemSem: z.number().positive().describe('Standard error of one item, in points of 0 to 100.'),
	reliability: z.object({
		dimension: z.number().min(0).max(1),
		overall: z.record(id, z.number().min(0).max(1)).describe('By form.')
	}),
	typicalSpread: z.object({
		dimension: z.number().positive(),
		overall: z.number().positive()
	})
});

/**
 * The questions as versioned data: dimensions, items, the answer scale, lenses and forms.
 * Any whole-number scale and any number of dimensions; items keyed to one pole or to both.
 */
export const instrumentSchema = z
	.object({
		id,
		edition: z.string().min(1).max(40),
		locale: z.string().min(2).max(35),
		status: z.enum(['unvalidated', 'piloted', 'validated']).default('unvalidated'),
		lenses: z.array(lensSchema).min(1),
		scale: z.object({
			stem: words,
			options: z
				.array(z.object({ value: z.int().min(-100).max(100), label: words }))
				.min(2)
				.max(11),
			notSure: words
		}),
		precision: precisionSchema.optional(),
		sources: z.record(id, z.object({ title: words, about: words })).default({}),
		dimensions: z.array(dimensionSchema).min(1).max(50),
		items: z.array(itemSchema).min(1).max(500),
		outcomes: z
			.array(outcomeSchema)
			.max(10)
			.default([])
			.describe(
				'Questions about what may follow; they stand beside the dimensions and count in none.'
			),
		forms: z.record(id, z.array(id).min(1)).describe('Item order of each form.')
	})
	.superRefine((instrument, context) => {
		for (const { path, reason } of contradictions(instrument)) {
			// What is read with the instrument can rely on none that contradicts itself.
			context.addIssue({ code: 'custom', path, message: reason, continue: false });
		}
	});

export type Instrument = z.infer<typeof instrumentSchema>;
export type Dimension = Instrument['dimensions'][number];
export type Item = Instrument['items'][number];
export type Outcome = Instrument['outcomes'][number];

export interface InstrumentProblem {
	/** Where in the file, as in `items[3].key`. */
	path: string;
	reason: string;
}

export type ParsedInstrument =
	{ ok: true; instrument: Instrument } | { ok: false; problems: InstrumentProblem[] };

/** Reads somebody's instrument file; a broken one comes back as every path that is wrong, and why. */
export function parseInstrument(file: unknown): ParsedInstrument {
	const result = instrumentSchema.safeParse(file);
	if (result.success) return { ok: true, instrument: result.data };
	return {
		ok: false,
		problems: result.error.issues.map(({ path, message }) => ({
			path: z.core.toDotPath(path) || '(the file)',
			reason: message
		}))
	};
}

interface Contradiction {
	path: PropertyKey[];
	reason: string;
}

/** What each part may say alone but not beside the others. */
function contradictions(instrument: Omit<Instrument, 'status'>): Contradiction[] {
	const { dimensions, items, outcomes, forms, lenses, scale } = instrument;
	const dimensionIds = new Set(dimensions.map(({ id }) => id));
	const itemIds = new Set(items.map(({ id }) => id));

	return [
		...repeated(dimensions, ['dimensions']),
		...repeated(items, ['items']),
		...outcomes.flatMap((outcome, index) => outcomeContradictions(outcome, index, instrument)),
		...scaleContradictions(scale.options.map(({ value }) => value)),
		...items.flatMap((item, index) => [
			...(dimensionIds.has(item.dimension)
				? []
				: [
						{
							path: ['items', index, 'dimension'],
							reason: `No dimension is called “${item.dimension}”.`
						}
					]),
			...missingWordings(item, lenses, ['items', index])
		]),
		...dimensions.flatMap(({ id }, index) =>
			items.some(({ dimension }) => dimension === id)
				? []
				: [{ path: ['dimensions', index], reason: `No item belongs to “${id}”.` }]
		),
		...Object.entries(forms).flatMap(([form, order]) =>
			order.flatMap((item, index) => {
				const path = ['forms', form, index];
				if (!itemIds.has(item)) return [{ path, reason: `No item is called “${item}”.` }];
				if (order.indexOf(item) !== index)
					return [{ path, reason: `“${item}” is asked twice in this form.` }];
				return [];
			})
		)
	];
}

function outcomeContradictions(
	outcome: Outcome,
	index: number,
	{ items, outcomes, lenses }: Pick<Instrument, 'items' | 'outcomes' | 'lenses'>
): Contradiction[] {
	const { id } = outcome;
	const isTaken =
		items.some((item) => item.id === id) || outcomes.findIndex((other) => other.id === id) < index;
	return [
		...(isTaken ? [{ path: ['outcomes', index, 'id'], reason: `“${id}” is used twice.` }] : []),
		...missingWordings(outcome, lenses, ['outcomes', index])
	];
}

function missingWordings(
	{ wording }: Pick<Item, 'wording'>,
	lenses: readonly Lens[],
	path: PropertyKey[]
): Contradiction[] {
	return lenses
		.filter((lens) => !wording[lens])
		.map((lens) => ({
			path: [...path, 'wording', lens],
			reason: `The wording for the lens “${lens}” is missing.`
		}));
}

function repeated(entries: readonly { id: string }[], path: PropertyKey[]): Contradiction[] {
	const ids = entries.map(({ id }) => id);
	return ids.flatMap((id, index) =>
		ids.indexOf(id) === index
			? []
			: [{ path: [...path, index, 'id'], reason: `“${id}” is used twice.` }]
	);
}

function scaleContradictions(values: readonly number[]): Contradiction[] {
	return values.flatMap((value, index) =>
		index === 0 || value === values[index - 1]! + 1
			? []
			: [
					{
						path: ['scale', 'options', index, 'value'],
						reason: 'Values rise by one from option to option.'
					}
				]
	);
}
