/** A group's place on the map of spectrum and fidelity. */
export interface MapPoint {
	/** As it is called beside the map. */
	name: string;
	/** Its number in the organizer's order, from 1; null for the whole. */
	number: number | null;
	/** 0 to 100. */
	spectrum: number;
	/** 0 to 100. */
	fidelity: number;
	/** A place that is only known as “or more” or “or less”. */
	bound: 'or-more' | 'or-less' | null;
}

/** More points than this are too small to be numbered. */
export const NUMBERED = 30;
