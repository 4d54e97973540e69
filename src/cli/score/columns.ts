import { proposeColumns } from '../../lib/domain/import/columns.ts';
import type { Instrument, Lens } from '../../lib/domain/instrument/instrument.ts';
import type { Options } from './options.ts';
import { EXIT, Problem } from './problem.ts';

/** Where a row holds what; −1 for what the file does not have. */
export interface Columns {
	headers: string[];
	/** Item ids by column, null for columns that are not items. */
	items: (string | null)[];
	team: number;
	lens: number;
	seconds: number;
}

/** Finds the columns by their headers. Throws a Problem when there are no items, or no column `--group` names. */
export function findColumns(
	instrument: Instrument,
	headers: string[],
	{ group }: Pick<Options, 'group'>
): Columns {
	const found = proposeColumns(instrument, headers);
	const repeated = found.find(({ isRepeated }) => isRepeated);
	if (repeated) throw data(`Two columns hold the same item: the second is “${repeated.header}”.`);

	const items = found.map(({ meaning }) => (meaning.kind === 'item' ? meaning.item : null));
	if (items.every((item) => item === null)) throw data(noItems(instrument, headers));
	const place = (kind: string) => found.findIndex(({ meaning }) => meaning.kind === kind);
	return {
		headers,
		items,
		team: group === undefined ? place('team') : placeOfGroup(headers, group),
		lens: place('lens'),
		seconds: place('seconds')
	};
}

/** The form that was asked: as told, or the shortest one that has all item columns. Throws a Problem when there is none. */
export function formOf(
	instrument: Instrument,
	{ items }: Columns,
	lens: Lens,
	told: Options['form']
): string {
	const form = typeof told === 'string' ? told : told?.[lens];
	if (form !== undefined) {
		if (instrument.forms[form]) return form;
		throw new Problem(
			EXIT.usage,
			`The instrument has no form “${form}”. It has: ${Object.keys(instrument.forms).join(', ')}.`
		);
	}
	const present = items.filter((item) => item !== null);
	const forms = Object.entries(instrument.forms)
		.filter(([, order]) => present.every((item) => order.includes(item)))
		.sort(([, a], [, b]) => a.length - b.length);
	if (forms[0]) return forms[0][0];
	throw data('No form of the instrument has all these items. Say which one was asked: --form.');
}

function placeOfGroup(headers: readonly string[], group: string): number {
	const plain = (text: string) => text.trim().toLowerCase();
	const place = headers.findIndex((header) => plain(header) === plain(group));
	if (place >= 0) return place;
	throw data(`--group: there is no column “${group}”. The columns are: ${headers.join(', ')}.`);
}

function noItems({ items }: Instrument, headers: readonly string[]): string {
	const wanted = items.slice(0, 3).map(({ id }) => id);
	return [
		'No column holds an item of the instrument.',
		`Expected headers such as ${wanted.join(', ')}, or the items’ wordings.`,
		`Found: ${headers.slice(0, 10).join(', ') || '(an empty file)'}${headers.length > 10 ? ' …' : ''}`
	].join('\n');
}

function data(message: string): Problem {
	return new Problem(EXIT.data, message);
}
