import type { AnswerRecord, DraftRecord, KeptSheet } from './records.ts';

/*
Storage may hold what an older edition wrote, or what somebody changed by hand. These few checks are
written out because a schema library would be a seventh of all that the answering page ships
(decisions/0010); files and links that people bring along are read with the sheet's schema.
*/

export function isDraftRecord(record: unknown): record is DraftRecord {
	return isObject(record) && hasSettings(record) && isWhole(record.place) && record.place >= 0;
}

export function isAnswerRecord(record: unknown): record is AnswerRecord {
	return isObject(record) && isName(record.draft) && isName(record.item) && isAnswer(record.value);
}

export function isKeptSheet(record: unknown): record is KeptSheet {
	return (
		isObject(record) &&
		hasSettings(record) &&
		isObject(record.answers) &&
		Object.values(record.answers).every(isAnswer) &&
		isName(record.day) &&
		/^\d{4}-\d\d-\d\d$/.test(record.day) &&
		!Number.isNaN(Date.parse(record.day))
	);
}

export function hasSettings({
	id,
	instrument,
	edition,
	form,
	lens,
	organization
}: Fields): boolean {
	return (
		[id, instrument, edition, form, organization].every(isName) &&
		['member', 'leader', 'customer', 'partner'].includes(lens as string)
	);
}

export type Fields = Record<string, unknown>;

export function isObject(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isName(value: unknown): value is string {
	return typeof value === 'string' && value.length <= 500;
}

export function isWhole(value: unknown): value is number {
	return Number.isInteger(value);
}

export function isAnswer(value: unknown): value is number | null {
	return value === null || isWhole(value);
}
