import type { Lens } from '../domain/instrument/instrument.ts';
import practicesEn from './practices/en.json' with { type: 'json' };

/** Something small to try within a week, for one dimension of our own instrument. */
export interface Practice {
	id: string;
	dimension: string;
	/** Who can do it. */
	lens: 'member' | 'leader' | 'both';
	/** The item whose idea, and whose `source`, it comes from. */
	item: string;
	title: string;
	doing: string;
	/** How people see that it worked. */
	noticing: string;
	/** Starts a talk in any team, wherever it stands. */
	opener?: boolean;
}

export const practices = practicesEn as readonly Practice[];

/** What this lens can try for a dimension. Empty for people outside: it is not theirs to do. */
export function practicesFor(dimension: string, lens: Lens): Practice[] {
	return practices.filter((practice) => practice.dimension === dimension && suits(practice, lens));
}

/** What starts a good talk when no dimension stands out. */
export function openersFor(lens: Lens): Practice[] {
	return practices.filter((practice) => practice.opener && suits(practice, lens));
}

function suits({ lens }: Practice, who: Lens): boolean {
	return who === lens || (lens === 'both' && (who === 'member' || who === 'leader'));
}
