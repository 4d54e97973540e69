import type { Instrument } from '../instrument/instrument.ts';
import type { Question } from '../round/questions.ts';

/** What a column of somebody's file holds. */
export type ColumnMeaning =
	| { kind: 'item'; item: string }
	| { kind: 'team' }
	| { kind: 'lens' }
	| { kind: 'seconds' }
	/** Names, addresses, times and whatever else we have no use for: never read, never kept. */
	| { kind: 'ignored' };

export interface Column {
	header: string;
	meaning: ColumnMeaning;
	/** A second column that would hold an item already found; it is ignored. */
	isRepeated: boolean;
}

/**
 * Guesses what each column holds, for a person to confirm: item ids, full wordings of any lens, and the
 * header styles of LimeSurvey (`voice1`, `voice1. Wording`, `G01Q01[voice1]`) and Google Forms (`Stem [Wording]`).
 */
export function proposeColumns(instrument: Instrument, headers: readonly string[]): Column[] {
	const questions = [...instrument.items, ...instrument.outcomes];
	const readers = questions.map((item) => ({ item, matches: matcherOf(item) }));
	const seen = new Set<string>();

	return headers.map((header) => {
		const meaning = meaningOf(header, readers);
		if (meaning.kind !== 'item') return { header, meaning, isRepeated: false };
		if (seen.has(meaning.item)) return { header, meaning: { kind: 'ignored' }, isRepeated: true };
		seen.add(meaning.item);
		return { header, meaning, isRepeated: false };
	});
}

interface Reader {
	item: Question;
	matches: (text: string) => boolean;
}

const OTHER_COLUMNS: [ColumnMeaning['kind'], RegExp][] = [
	['team', /^(team|department|unit|group|abteilung|bereich)( name)?$/],
	['lens', /^(lens|role|perspective)$/],
	['seconds', /^(seconds|duration|interviewtime|total time|duration in seconds)$/]
];

function meaningOf(header: string, readers: readonly Reader[]): ColumnMeaning {
	for (const text of candidatesOf(header)) {
		const reader = readers.find(({ matches }) => matches(text));
		if (reader) return { kind: 'item', item: reader.item.id };
	}
	const other = OTHER_COLUMNS.find(([, pattern]) => pattern.test(plain(header)));
	return { kind: other?.[0] ?? 'ignored' } as ColumnMeaning;
}

/** The parts of a header that may name the item: in brackets, after or before a code's dot or colon, or all of it. */
function candidatesOf(header: string): string[] {
	const inBrackets = [...header.matchAll(/\[([^\]]+)\]/g)].map(([, text]) => text!);
	const [, code, wording] = header.match(/^\s*(\S{1,60}?)\s*[.:]\s+(.*)$/s) ?? [];
	return [...inBrackets, header, code, wording]
		.filter((text) => text !== undefined)
		.map(plain)
		.filter((text) => text !== '');
}

function matcherOf(item: Question): Reader['matches'] {
	const names = new Set([plain(item.id), plain(item.id).replaceAll(' ', '')]);
	const wordings = Object.values(item.wording).map(
		(wording) =>
			new RegExp(`^${wording.split('{org}').map(plain).map(escape).join('\\s*.{0,120}?\\s*')}$`)
	);
	return (text) => names.has(text) || wordings.some((wording) => wording.test(text));
}

/** Lower case, without accents and punctuation, single spaces. */
function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase()
		.replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
		.trim();
}

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
