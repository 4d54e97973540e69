import type { Lens } from '../instrument/instrument.ts';

const ids: Record<Lens, string> = {
	member: 'whole',
	leader: 'leaders',
	customer: 'customers',
	partner: 'partners'
};

/** The group of everybody who answered in a lens. Teams of members go by their own ids. */
export function groupIdOf(lens: Lens): string {
	return ids[lens];
}

export const WHOLE = ids.member;
export const OVERALL = 'overall';
