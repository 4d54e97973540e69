import type { Lens } from '../instrument/instrument.ts';

/** How findings are named in a publication, by those who ask for them and those who read them. */

export const FIDELITY_VERDICT = 'fidelity/verdict';
export const FIDELITY = 'fidelity/value';
export const FIDELITY_GAP = 'fidelity/gap';

export function teamFidelityId(team: string): string {
	return `fidelity/team/${team}`;
}

export function standsOutId(team: string): string {
	return `fidelity/stands-out/${team}`;
}

export function agreementId(group: string, measure: string): string {
	return `agreement/${group}/${measure}`;
}

export function changeId(
	part: 'difference' | 'margin' | 'is-clear',
	group: string,
	measure: string
): string {
	return `change/${part}/${group}/${measure}`;
}

export function gapId(a: Lens, b: Lens, measure: string): string {
	return `gap/${a}/${b}/${measure}`;
}

/** What members, their guess and customers together show of a measure. */
export function mirrorId(measure: string): string {
	return `mirror/${measure}`;
}

export function quadrantId(group: string): string {
	return `balance/quadrant/${group}`;
}

export function turnedInwardId(group: string): string {
	return `balance/turned-inward/${group}`;
}

/** A finding is a number or a word. */
export type YesOrNo = 'yes' | 'no';

export function yesOrNo(value: boolean): YesOrNo {
	return value ? 'yes' : 'no';
}
