import type { ColumnMeaning } from '../domain/import/columns.ts';
import type { ImportRefusalCode } from '../domain/import/read-rows.ts';
import { scaleRange } from '../domain/instrument/form.ts';
import * as m from '../paraglide/messages.js';
import { holoscope } from './instruments.ts';
import type { SheetLens } from '../domain/round/round.ts';
import { sheetLensNames } from './round-words.ts';

const expected: Record<ImportRefusalCode, () => string> = {
	'import-unreadable-answer': () =>
		m.import_expected_answer({
			...scaleRange(holoscope),
			label: holoscope.scale.options.at(-2)!.label
		}),
	'import-unknown-lens': m.import_expected_lens,
	'import-unknown-team': m.import_expected_known_team,
	'import-lens-not-asked': m.import_expected_lens_asked,
	'import-lens-needs-team': m.import_expected_team,
	'import-lens-without-team': m.import_expected_no_team,
	'import-unknown-item': m.import_expected_item,
	'import-off-scale': m.import_expected_scale,
	'import-nothing-answered': m.import_expected_something,
	'import-more-than-headcount': m.import_expected_headcount,
	'import-answered-by-link': m.import_expected_file_only
};

/** What should have stood there instead. */
export function expectedWords(code: ImportRefusalCode): string {
	return expected[code]();
}

/** How people may write who answered, besides our own words for it. */
export function lensWords(): Record<SheetLens, string[]> {
	const names = Object.entries(sheetLensNames).map(([lens, name]) => [lens, [name()]]);
	const words = Object.fromEntries(names) as Record<SheetLens, string[]>;
	return { ...words, guess: [...words.guess, ...m.import_guess_words().split(';')] };
}

/** A column's meaning as one word in a form: a question's id after `item:`, `team`, `lens`, or nothing. */
export function meaningKey(meaning: ColumnMeaning): string {
	if (meaning.kind === 'item') return `item:${meaning.item}`;
	return meaning.kind === 'team' || meaning.kind === 'lens' ? meaning.kind : '';
}

export function readMeaning(key: string): ColumnMeaning {
	if (key.startsWith('item:')) return { kind: 'item', item: key.slice('item:'.length) };
	return key === 'team' || key === 'lens' ? { kind: key } : { kind: 'ignored' };
}
