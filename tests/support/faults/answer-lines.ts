import type { DatabaseSync } from 'node:sqlite';
import type { Tables } from '../../../src/lib/server/database/schema.ts';

/** What a writer says of acknowledged answers: the newest revision of each item on each sheet. */
export type Acknowledged = Map<string, number>;

type AnswerRow = Pick<Tables['answers'], 'sheet_id' | 'item' | 'value' | 'revision'>;

/** What is answered in change of mind number `revision`: a row tells whether its two halves belong together. */
export function valueOf(revision: number): number {
	return 1 + (revision % 5);
}

/** Takes in one line of a writer. */
export function note(acknowledged: Acknowledged, line: string): void {
	const [sheet, revision, ...items] = line.split(' ');
	for (const item of items) acknowledged.set(`${sheet} ${item}`, Number(revision));
}

/** What is wrong with a database after its fall; nothing when all that was acknowledged is there, whole. */
export function faultsOf(database: DatabaseSync, acknowledged: Acknowledged): string[] {
	const { integrity_check } = database.prepare('pragma integrity_check').get()!;
	if (integrity_check !== 'ok') return [`integrity: ${integrity_check}`];
	const strays = database.prepare('pragma foreign_key_check').all();
	if (strays.length > 0) return ['rows that point to nothing'];
	return faultsIn(database.prepare('select * from answers').all() as never, acknowledged);
}

/** What is wrong with the answers themselves. */
export function faultsIn(rows: readonly AnswerRow[], acknowledged: Acknowledged): string[] {
	const kept = new Map<string, number>();
	const faults: string[] = [];
	for (const { sheet_id, item, value, revision } of rows) {
		if (kept.has(`${sheet_id} ${item}`)) faults.push('doubled');
		kept.set(`${sheet_id} ${item}`, revision);
		if (value !== valueOf(revision)) faults.push('half of one answer and half of another');
	}
	for (const [answer, revision] of acknowledged)
		if ((kept.get(answer) ?? 0) < revision) faults.push('an acknowledged answer is lost');
	return faults;
}
