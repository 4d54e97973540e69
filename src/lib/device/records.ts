import type { DBSchema } from 'idb';
import type { Answers } from '../domain/answers.ts';
import type { Lens } from '../domain/instrument/instrument.ts';
import type { Sheet } from '../domain/sheet.ts';

/** What a person chooses before the first item. */
export interface DraftSettings {
	instrument: string;
	edition: string;
	form: string;
	lens: Lens;
	/** Empty when the person gave none. */
	organization: string;
}

/** The sheet that is being answered. */
export interface Draft extends DraftSettings {
	id: string;
	answers: Answers;
	/** Index of the item shown last, in the form's order. */
	place: number;
}

/** A finished sheet in the history. */
export interface KeptSheet extends Sheet {
	id: string;
}

export type DraftRecord = Omit<Draft, 'answers'>;

/** One record for each answer, so that two tabs never write over each other's. */
export interface AnswerRecord {
	draft: string;
	item: string;
	value: number | null;
}

/** Everything the browser keeps for its person. */
export interface Contents {
	draft: Draft | undefined;
	/** Oldest first. */
	history: KeptSheet[];
	/** How many records could not be read and were put aside. */
	unreadable: number;
}

export const CURRENT = 'current';

export interface Shelves extends DBSchema {
	draft: { key: typeof CURRENT; value: DraftRecord };
	answers: { key: [string, string]; value: AnswerRecord };
	/** The key counts up, so it tells what was kept first. */
	history: { key: number; value: KeptSheet };
	/** What could not be read, untouched, until the person deletes everything. */
	unreadable: { key: number; value: unknown };
}

/** The history in the order of the days; on one day, in the order in which sheets were kept. */
export function byDay(sheets: readonly KeptSheet[]): KeptSheet[] {
	return sheets.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Whether two sheets say the same, whatever they are called here. */
export function isSameSheet(a: Sheet, b: Sheet): boolean {
	return content(a) === content(b);
}

function content({ instrument, edition, form, lens, organization, answers, day }: Sheet): string {
	const inOrder = Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([instrument, edition, form, lens, organization, inOrder, day]);
}
