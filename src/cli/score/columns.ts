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
	/** Codes that tell the same person in two rounds. Read only where rounds are compared. */
	person: number;
}

/** Finds the columns by their headers. Throws a Problem when there are no items, or no column that `--group` or `--person` names. */
export function findColumns(
	instrument: Instrument,
	headers: string[],
	{ group, person }: Pick<Options, 'group' | 'person'>
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
		team: group === undefined ? place('team') : placeOf(headers, group, '--group'),
		lens: place('lens'),
		seconds: place('seconds'),
		person:
			person === undefined
				? plainHeaders(headers).indexOf('person')
				: placeOf(headers, person, '--person')
	};
}

/** Whether codes are read. What is published never links people: nobody may tell two of their sheets. */
export function linksPeople(
	{ person }: Columns,
	{ before, publish }: Pick<Options, 'before' | 'publish'>
): boolean {
	return person >= 0 && before !== undefined && publish === undefined;
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

function placeOf(headers: readonly string[], named: string, option: string): number {
	const place = plainHeaders(headers).indexOf(plainHeaders([named])[0]!);
	if (place >= 0) return place;
	throw data(`${option}: there is no column “${named}”. The columns are: ${headers.join(', ')}.`);
}

function plainHeaders(headers: readonly string[]): string[] {
	return headers.map((header) => header.trim().toLowerCase());
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
