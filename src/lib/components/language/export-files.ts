import { languageRules } from '$lib/content/language-rules';
import { perThousand } from '$lib/domain/language/counts';
import type { Mark, Reading } from '$lib/domain/language/lens';
import type { TextKind } from '$lib/domain/language/rules';
import * as m from '$lib/paraglide/messages';

/** A text as it was read, with the person's own version of it. */
export interface ExportedText extends Reading {
	text: string;
	version: string | null;
	kind: TextKind;
	day: string;
}

const rules = new Map(languageRules.rules.map((rule) => [rule.id, rule]));

/** One line for each mark, for a person to read, before the text and the own version. */
export function textExport({ text, version, words, marks, day }: ExportedText): string {
	const notes = marks.map((mark, index) => {
		const { name, why, question } = rules.get(mark.rule)!;
		const { sentence } = wordsOf(text, mark);
		return `${index + 1}. ${sentence}\n   ${name}. ${why}\n   ${question}\n`;
	});
	const rate = perThousand(marks.length, words);
	return [
		m.language_report_heading({ day }),
		m.language_found({ count: marks.length, words: words.toLocaleString('en') }) +
			(rate === null ? '' : `, ${m.language_rate({ rate })}`),
		m.language_report_note(),
		'',
		...notes,
		`${m.language_text()}\n\n${text}\n`,
		...(version === null ? [] : [`${m.language_own()}\n\n${version}\n`])
	].join('\n');
}

/** One row for each mark. Text that a spreadsheet would run as a formula is defused. */
export async function csvExport({ text, kind, day, marks }: ExportedText): Promise<string> {
	const { csvText } = await import('$lib/content/csv-text');
	const rows = marks.map((mark, index) => ({
		note: index + 1,
		day,
		kind,
		rule: mark.rule,
		name: rules.get(mark.rule)!.name,
		...wordsOf(text, mark),
		question: rules.get(mark.rule)!.question
	}));
	const columns = ['note', 'day', 'kind', 'rule', 'name', 'words', 'sentence', 'question'];
	const data = rows.map((row) => columns.map((column) => row[column as keyof typeof row]));
	return csvText({ fields: columns, data });
}

/** Everything, for a program. Offsets are in UTF-16 units. */
export function jsonExport({ text, version, kind, day, words, marks }: ExportedText): string {
	const found = marks.map((mark) => ({
		rule: mark.rule,
		start: mark.start,
		end: mark.end,
		...wordsOf(text, mark)
	}));
	const rate = perThousand(marks.length, words);
	const file = { day, kind, words, perThousand: rate, marks: found, text, version };
	return JSON.stringify({ language: languageRules.language, ...file }, null, '\t') + '\n';
}

function wordsOf(text: string, { start, end, sentence }: Mark) {
	return {
		words: text.slice(start, end),
		sentence: text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
	};
}
