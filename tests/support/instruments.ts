import { instrumentSchema, type Instrument } from '$lib/domain/instrument/instrument';

export interface SmallInstrument {
	/** Keys of the items of each dimension; a dimension whose name begins with “+” stays out of the spectrum. */
	dimensions: Record<string, (1 | -1)[]>;
	low?: number;
	high?: number;
	precision?: Instrument['precision'];
}

/** An instrument of dimensions `a`, `b` … with items `a-1`, `a-2` … in turn, one from each dimension. */
export function smallInstrument({
	dimensions,
	low = 1,
	high = 5,
	precision
}: SmallInstrument): Instrument {
	const entries = Object.entries(dimensions).map(([name, keys]) => ({
		id: name.replace('+', ''),
		inSpectrum: !name.startsWith('+'),
		keys
	}));
	const items = entries.flatMap(({ id, keys }) =>
		keys.map((key, at) => ({
			id: `${id}-${at + 1}`,
			dimension: id,
			key,
			indicator: `Indicator ${at + 1} of ${id}`,
			wording: { member: `Something of ${id} happened.` }
		}))
	);
	const order = items.toSorted((a, b) => Number(a.id.split('-')[1]) - Number(b.id.split('-')[1]));
	return instrumentSchema.parse({
		id: 'small',
		edition: '1',
		locale: 'en',
		lenses: ['member'],
		scale: {
			stem: 'How often?',
			notSure: 'Not sure',
			options: Array.from({ length: high - low + 1 }, (_, at) => ({
				value: low + at,
				label: `Level ${at + 1}`
			}))
		},
		precision,
		dimensions: entries.map(({ id, inSpectrum }) => ({
			id,
			name: id.toUpperCase(),
			monolith: 'Low',
			hologram: 'High',
			inSpectrum
		})),
		items,
		forms: { full: order.map(({ id }) => id) }
	});
}
