import type { Contract } from '../contract.ts';
import type { Group } from '../request.ts';

/** Groups are fixed in the contract: a cut made later could be made for one person. */
export function isAgreed({ cut, lens }: Pick<Group, 'cut' | 'lens'>, contract: Contract): boolean {
	return contract.cuts.includes(cut) && (lens === null || contract.lenses.includes(lens));
}
