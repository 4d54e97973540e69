import type { Results } from '../domain/results/results.ts';
import { csvText } from './csv-text.ts';
import { wordsForKeptComments } from './publication-words.ts';

/** Stands where a rule keeps comments back: never empty. */
const HIDDEN = 'hidden';

/**
 * Comments for a spreadsheet, apart from all scores: one row for each, and one for a group whose comments stay
 * back, with the rule. Text that a spreadsheet would run as a formula is defused.
 */
export function commentsCsv({ comments, whole, teams, lenses, contract }: Results): string {
	const groups = new Map([whole, ...teams, ...lenses].map((group) => [group.id, group]));
	const rows = comments.flatMap(({ group, texts, kept }) => {
		const { name, lens } = groups.get(group)!;
		if (kept)
			return [{ group: name, lens, comment: HIDDEN, rule: wordsForKeptComments(kept, contract) }];
		return texts.map((comment) => ({ group: name, lens, comment, rule: '' }));
	});
	return csvText(rows);
}
