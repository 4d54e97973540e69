import { hasSettings, isAnswer, isName, isObject, isWhole } from './record-checks.ts';
import type { SheetInRound } from './sheet-in-round.ts';

/** Whether a record still has the shape that this edition writes (decisions/0010). */
export function isSheetInRound(record: unknown): record is SheetInRound {
	return (
		isObject(record) &&
		hasSettings({ ...record, id: record.mark }) &&
		isName(record.link) &&
		typeof record.isOpened === 'boolean' &&
		['no', 'wanted', 'done'].includes(record.finish as string) &&
		isObject(record.answers) &&
		Object.values(record.answers).every(isAnswerOnDevice)
	);
}

function isAnswerOnDevice(record: unknown): boolean {
	return (
		isObject(record) &&
		isAnswer(record.value) &&
		isWhole(record.revision) &&
		record.revision >= 1 &&
		typeof record.isSent === 'boolean'
	);
}
