import type { Dimension, Instrument, Item, Lens } from './instrument.ts';

/** The lowest and the highest value that an item can be answered with. */
export function scaleRange({ scale }: Pick<Instrument, 'scale'>): { low: number; high: number } {
	const values = scale.options.map(({ value }) => value);
	return { low: values[0]!, high: values.at(-1)! };
}

/** The dimensions that make up the overall, in the instrument's order. */
export function spectrumDimensions({ dimensions }: Instrument): Dimension[] {
	return dimensions.filter(({ inSpectrum }) => inSpectrum);
}

/** The items of a form, in the order they are asked. Throws a RangeError for a form that does not exist. */
export function itemsOf(instrument: Instrument, form: string): Item[] {
	const order = instrument.forms[form];
	if (!order) throw new RangeError(`The instrument has no form “${form}”.`);
	const byId = new Map(instrument.items.map((item) => [item.id, item]));
	return order.map((id) => byId.get(id)!);
}

/** What the item says to this lens, with the organization's name in place. */
export function wordingOf(item: Pick<Item, 'wording'>, lens: Lens, organization: string): string {
	return (item.wording[lens] ?? '').replaceAll('{org}', () => organization);
}
