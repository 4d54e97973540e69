import type { TeamProblem } from '../domain/round/team-list.ts';
import * as m from '../paraglide/messages.js';
import { teamProblemWords } from './round-refusals.ts';

/** What is wrong with a row of the list of teams: like the words for a pasted line, where rows differ from lines. */
export function teamRowWords({ code, line, text }: TeamProblem): string {
	if (code === 'headcount-not-whole') return m.rounds_row_headcount({ line, text });
	if (code === 'team-name-missing') return m.rounds_row_headcount_nameless({ line });
	return teamProblemWords({ code, line, text });
}

/** The place to correct: the id of the row's field. */
export function teamRowField({ code, line }: TeamProblem): string {
	return code.startsWith('headcount') ? `team-people-${line}` : `team-name-${line}`;
}
