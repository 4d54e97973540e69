import type { Lens } from '../instrument/instrument.ts';
import type { RoundEdit, TeamEdit } from './new-round.ts';
import { answersForTeam, dayOf, isOver, phaseOf, type Round, type Team } from './round.ts';

/** Why an organizer cannot do something with a round. */
export const roundRefusals = [
	'changed-meanwhile',
	'teams-missing',
	'teams-not-ready',
	'teams-fixed',
	'headcount-below-answers',
	'unknown-form',
	'lens-not-asked',
	'closing-day-past',
	'kept-too-short',
	'not-a-draft',
	'not-open',
	'not-closed',
	'already-closed',
	'already-followed',
	'answers-deleted'
] as const;
export type RoundRefusal = (typeof roundRefusals)[number];

/** A round is planned for days to come, and its answers are kept at least until it can be read. */
export function planRefusal(
	{ closesOn, contract }: Pick<Round, 'closesOn' | 'contract'>,
	now: Date
): RoundRefusal | null {
	if (isOver(closesOn, now)) return 'closing-day-past';
	if (contract.keptUntil <= closesOn) return 'kept-too-short';
	return null;
}

/** Says what stops a change: somebody else's change, or a promise to those who may have answered. */
export function editRefusal(
	round: Round,
	teams: readonly Team[],
	edit: RoundEdit,
	now: Date
): RoundRefusal | null {
	if (edit.version !== round.version) return 'changed-meanwhile';
	const phase = phaseOf(round, now);
	if (phase === 'closed') return 'already-closed';
	if (phase === 'open' && edit.teams && !areSame(teams, edit.teams)) return 'teams-fixed';
	if (edit.teams?.some(({ id }) => id !== null && !teams.some((team) => team.id === id)))
		return 'changed-meanwhile';
	return planRefusal({ ...round, closesOn: edit.closesOn ?? round.closesOn }, now);
}

export function openRefusal(round: Round, teams: readonly Team[], now: Date): RoundRefusal | null {
	if (phaseOf(round, now) !== 'draft') return 'not-a-draft';
	if (needsTeams(round.contract.lenses) && teams.length === 0) return 'teams-missing';
	return planRefusal(round, now);
}

export function closeRefusal(round: Round, now: Date): RoundRefusal | null {
	const phase = phaseOf(round, now);
	if (phase === 'closed') return 'already-closed';
	return phase === 'draft' ? 'not-open' : null;
}

/** What is counted or followed is a finished round: while it is open, its answers are still changing. */
export function afterwardsRefusal(round: Round, now: Date): RoundRefusal | null {
	if (phaseOf(round, now) !== 'closed') return 'not-closed';
	return round.answersDeletedOn ? 'answers-deleted' : null;
}

/** Whether the promise to delete the answers is due. */
export function isKeptTooLong(round: Round, now: Date): boolean {
	return (
		phaseOf(round, now) === 'closed' &&
		!round.answersDeletedOn &&
		dayOf(now) > round.contract.keptUntil
	);
}

function needsTeams(lenses: readonly Lens[]): boolean {
	return lenses.some(answersForTeam);
}

function areSame(teams: readonly Team[], edits: readonly TeamEdit[]): boolean {
	const ids = new Set(edits.map(({ id }) => id));
	return (
		ids.size === teams.length &&
		edits.length === teams.length &&
		teams.every(({ id }) => ids.has(id))
	);
}
