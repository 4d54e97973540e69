import { readFileSync } from 'node:fs';
import { TEXT_KINDS, type TextKind } from '../../../src/lib/domain/language/rules.ts';

/** A sentence of our own with what a careful reader marks in it. */
export interface LabeledSentence {
	kind: TextKind;
	rules: string[];
	sentence: string;
}

/** `development` was looked at while the rules were made; `held-out` was written before them and only measured. */
export type LabeledPart = 'development' | 'held-out';

export function labeledSentences(part: LabeledPart): LabeledSentence[] {
	const lines = readFileSync(`tests/oracle/language/${part}.txt`, 'utf8').split('\n');
	return lines.filter((line) => line && !line.startsWith('#')).map(parse);
}

function parse(line: string): LabeledSentence {
	const [kind, rules, ...rest] = line.split(' | ');
	if (!TEXT_KINDS.includes(kind as TextKind)) throw new Error(`No such kind: ${line}`);
	return {
		kind: kind as TextKind,
		rules: rules === '-' ? [] : rules!.split(', '),
		sentence: rest.join(' | ')
	};
}
