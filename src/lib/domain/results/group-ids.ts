import type { SheetLens } from '../round/round.ts';

const ids: Record<SheetLens, string> = {
	member: 'whole',
	leader: 'leaders',
	customer: 'customers',
	partner: 'partners',
	guess: 'guess'
};

/** The group of everybody who answered in a lens. Teams of members go by their own ids. */
export function groupIdOf(lens: SheetLens): string {
	return ids[lens];
}

export const WHOLE = ids.member;
/** What members guess that customers would answer. */
export const GUESS = ids.guess;
export const OVERALL = 'overall';
