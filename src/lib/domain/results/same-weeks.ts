import type { Round } from '../round/round.ts';

/** Every question is about the last four weeks. */
export const DAYS_ASKED_ABOUT = 28;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Whether a round asks about weeks that the round before it asked about too: then many answers are the same, and
 * what few people changed would show in the difference.
 */
export function asksTheSameWeeks(
	{ closedOn }: Pick<Round, 'closedOn'>,
	{ openedOn }: Pick<Round, 'openedOn'>
): boolean {
	if (closedOn === null || openedOn === null) return false;
	return Date.parse(openedOn) - Date.parse(closedOn) < DAYS_ASKED_ABOUT * DAY_MS;
}
