import type { AnswerRefusal } from '../domain/round/answering.ts';
import {
	IMPORT_LIMIT,
	type ImportProblem,
	type ImportProblemCode
} from '../domain/round/imported-sheet.ts';
import type { LinkRefusal } from '../domain/round/link.ts';
import type { RoundRefusal } from '../domain/round/round-rules.ts';
import { TEAMS_LIMIT, type TeamProblem, type TeamProblemCode } from '../domain/round/team-list.ts';
import { NAME_LENGTH } from '../domain/sheet.ts';
import * as m from '../paraglide/messages.js';

/** Everything that a round, a link or a sheet can say no to. */
export type Refusal =
	| RoundRefusal
	| LinkRefusal
	| AnswerRefusal
	| 'import-too-large'
	| 'import-has-problems'
	| 'no-such-pair';

const words: Record<Refusal, () => string> = {
	'changed-meanwhile': m.round_refusal_changed_meanwhile,
	'teams-missing': m.round_refusal_teams_missing,
	'teams-not-ready': m.round_refusal_teams_not_ready,
	'teams-fixed': m.round_refusal_teams_fixed,
	'headcount-below-answers': m.round_refusal_headcount_below_answers,
	'unknown-form': m.round_refusal_unknown_form,
	'lens-not-asked': m.round_refusal_lens_not_asked,
	'closing-day-past': m.round_refusal_closing_day_past,
	'kept-too-short': m.round_refusal_kept_too_short,
	'not-a-draft': m.round_refusal_not_a_draft,
	'not-open': m.round_refusal_not_open,
	'not-closed': m.round_refusal_not_closed,
	'already-closed': m.round_refusal_already_closed,
	'already-followed': m.round_refusal_already_followed,
	'answers-deleted': m.round_refusal_answers_deleted,
	'import-too-large': () => m.round_refusal_import_too_large({ limit: IMPORT_LIMIT }),
	'import-has-problems': m.round_refusal_import_has_problems,
	'link-unknown': m.link_refusal_unknown,
	'link-replaced': m.link_refusal_replaced,
	'link-revoked': m.link_refusal_revoked,
	'link-used': m.link_refusal_used,
	'last-organizer-link': m.link_refusal_last_organizer,
	'round-not-open-yet': m.answer_refusal_not_open_yet,
	'round-closed': m.answer_refusal_closed,
	'answers-imported': m.answer_refusal_imported,
	'no-sheet': m.answer_refusal_no_sheet,
	'other-person': m.answer_refusal_other_person,
	'unknown-item': m.answer_refusal_unknown_item,
	'off-scale': m.answer_refusal_off_scale,
	'nothing-answered': m.answer_refusal_nothing_answered,
	'unknown-prompt': m.answer_refusal_unknown_prompt,
	'no-guess': m.guess_refusal,
	'no-such-pair': m.across_refusal_no_pair
};

/** What happened and what to do, for whoever was refused. */
export function refusalWords(refusal: Refusal): string {
	return words[refusal]();
}

type InTeams = Pick<TeamProblem, 'line' | 'text'>;
const teamWords: Record<TeamProblemCode, (problem: InTeams) => string> = {
	'team-name-missing': m.team_problem_name_missing,
	'team-name-too-long': (problem) =>
		m.team_problem_name_too_long({ ...problem, limit: NAME_LENGTH }),
	'team-name-twice': m.team_problem_name_twice,
	'headcount-missing': m.team_problem_headcount_missing,
	'headcount-not-whole': m.team_problem_headcount_not_whole,
	'headcount-out-of-range': m.team_problem_headcount_out_of_range,
	'too-many-teams': (problem) => m.team_problem_too_many({ ...problem, limit: TEAMS_LIMIT })
};

/** What is wrong with a list of teams, and where. */
export function teamProblemWords({ code, line, text }: TeamProblem): string {
	return teamWords[code]({ line, text });
}

const importWords: Record<ImportProblemCode, (place: { row: number }) => string> = {
	'import-unknown-team': m.import_problem_unknown_team,
	'import-lens-not-asked': m.import_problem_lens_not_asked,
	'import-lens-needs-team': m.import_problem_lens_needs_team,
	'import-lens-without-team': m.import_problem_lens_without_team,
	'import-unknown-item': m.import_problem_unknown_item,
	'import-off-scale': m.import_problem_off_scale,
	'import-nothing-answered': m.import_problem_nothing_answered,
	'import-more-than-headcount': m.import_problem_more_than_headcount,
	'import-answered-by-link': m.import_problem_answered_by_link
};

/** What is wrong with a row of a file; `firstRow` is the row that the first sheet stands in. */
export function importProblemWords({ code, sheet }: ImportProblem, firstRow = 1): string {
	return importWords[code]({ row: sheet + firstRow - 1 });
}
