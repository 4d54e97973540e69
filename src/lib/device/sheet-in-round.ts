import type { Answers } from '../domain/answers.ts';
import type { SentAnswer } from '../domain/round/answering.ts';
import type { DraftSettings } from './records.ts';

/** One answer as this device knows it; it is sent once the server has confirmed this revision or a later one. */
export interface AnswerOnDevice {
	value: number | null;
	/** Counts how often this item was answered: a higher one is newer, in whatever order messages arrive. */
	revision: number;
	isSent: boolean;
}

/** What this device keeps of a sheet that is answered by link: everything typed, and what of it is on its way. */
export interface SheetInRound extends DraftSettings {
	/** Tells this sheet from that of somebody else on the same device. */
	mark: string;
	/** The link's secret, by which a page that opens no more finds what was typed. */
	link: string;
	answers: Readonly<Record<string, AnswerOnDevice>>;
	/** Whether the server has the sheet. */
	isOpened: boolean;
	/** Handing in: not yet, wanted and not confirmed, or confirmed. */
	finish: 'no' | 'wanted' | 'done';
}

export type NewSheet = Omit<SheetInRound, 'answers' | 'isOpened' | 'finish'>;

export function newSheet(start: NewSheet): SheetInRound {
	return { ...start, answers: {}, isOpened: false, finish: 'no' };
}

/** The sheet with one more answer, which is newer than everything known of this item. */
export function answered(sheet: SheetInRound, item: string, value: number | null): SheetInRound {
	const before = sheet.answers[item];
	if (before?.value === value) return sheet;
	const revision = (before?.revision ?? 0) + 1;
	return withAnswer(sheet, item, { value, revision, isSent: false });
}

/** What the server does not have yet. */
export function unsent({ answers }: SheetInRound): SentAnswer[] {
	return Object.entries(answers).flatMap(([item, { value, revision, isSent }]) =>
		isSent ? [] : [{ item, value, revision }]
	);
}

/** Whether anything typed, or the wish to hand in, is only here. */
export function isWaiting(sheet: SheetInRound): boolean {
	return sheet.finish === 'wanted' || unsent(sheet).length > 0;
}

/** The sheet after the server has confirmed these answers. One that was changed meanwhile stays unsent. */
export function confirmed(sheet: SheetInRound, sent: readonly SentAnswer[]): SheetInRound {
	return sent.reduce((result, { item, revision }) => {
		const here = result.answers[item];
		if (!here || here.isSent || here.revision !== revision) return result;
		return withAnswer(result, item, { ...here, isSent: true });
	}, sheet);
}

/**
 * The sheet together with what the server has of it. Newer answers win; what this device typed and has not
 * sent is newer than anything; and what the server should have and has not is sent again.
 */
export function merged(sheet: SheetInRound, server: readonly SentAnswer[]): SheetInRound {
	const there = new Map(server.map((answer) => [answer.item, answer]));
	const items = new Set([...Object.keys(sheet.answers), ...there.keys()]);
	const pairs = [...items].map(
		(item) => [item, newer(sheet.answers[item], there.get(item))] as const
	);
	return { ...sheet, answers: Object.fromEntries(pairs) };
}

export function valuesOf({ answers }: Pick<SheetInRound, 'answers'>): Answers {
	return Object.fromEntries(Object.entries(answers).map(([item, { value }]) => [item, value]));
}

function newer(here: AnswerOnDevice | undefined, there: SentAnswer | undefined): AnswerOnDevice {
	if (!there) return { ...here!, isSent: false };
	const theirs = { value: there.value, revision: there.revision, isSent: true };
	if (!here) return theirs;
	if (here.isSent) return here.revision > there.revision ? { ...here, isSent: false } : theirs;
	return { ...here, revision: Math.max(here.revision, there.revision + 1) };
}

function withAnswer(sheet: SheetInRound, item: string, answer: AnswerOnDevice): SheetInRound {
	return { ...sheet, answers: { ...sheet.answers, [item]: answer } };
}
