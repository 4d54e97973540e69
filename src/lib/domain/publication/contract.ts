import { z } from 'zod';
import { lensSchema } from '../instrument/instrument.ts';
import { canonicalJson, hashOfText } from './canonical-json.ts';

export { commentMinimum } from './comment-minimum.ts';

/** The kinds of groups a round may show: fixed before anyone answers, so nobody can filter freely later. */
export const cutSchema = z.enum([
	'whole',
	'team',
	'lens',
	'team-by-lens',
	'pooled-leaders',
	'second-vote',
	'guess'
]);
export type Cut = z.infer<typeof cutSchema>;

/** What people are promised before the first question; from then on it can only become stricter. */
export const contractSchema = z.strictObject({
	version: z.literal(1),
	openness: z.enum(['anonymous', 'open']).default('anonymous'),
	k: z.int().min(4).max(20).default(5).describe('The smallest group with numbers.'),
	lenses: z.array(lensSchema).min(1).transform(inOrder),
	cuts: z.array(cutSchema).min(1).transform(inOrder),
	outcomes: z
		.literal(true)
		.optional()
		.describe('Whether the three questions about the price of control are asked at the end.'),
	sight: z.literal('everyone-with-the-link-at-once').default('everyone-with-the-link-at-once'),
	keptUntil: z.iso.date().describe('Answers are deleted after this day; publications stay.')
});
export type Contract = z.infer<typeof contractSchema>;

/** What people are told of it before the first question. */
export type ToldContract = Pick<Contract, 'openness' | 'k' | 'keptUntil' | 'outcomes'>;

export function toldContract({ openness, k, keptUntil, outcomes }: Contract): ToldContract {
	return { openness, k, keptUntil, ...(outcomes && { outcomes }) };
}

export interface FrozenContract {
	contract: Contract;
	/** SHA-256 of the contract's canonical JSON, in hexadecimal. */
	hash: string;
}

/** The contract with its hash, which every publication carries. */
export async function freezeContract(contract: Contract): Promise<FrozenContract> {
	return { contract, hash: await contractHash(contract) };
}

/** Whether the contract is still the one that was hashed. */
export async function isIntact({ contract, hash }: FrozenContract): Promise<boolean> {
	return hash === (await contractHash(contract));
}

export type ContractRefusal =
	| 'opened'
	| 'k-lowered'
	| 'lens-added'
	| 'cut-added'
	| 'outcomes-added'
	| 'kept-longer'
	| 'later-version';

/** Says how a change would loosen the promise, or nothing when it only makes it stricter. */
export function contractRefusal(frozen: Contract, proposed: Contract): ContractRefusal | null {
	if (proposed.version !== frozen.version) return 'later-version';
	if (proposed.openness === 'open' && frozen.openness === 'anonymous') return 'opened';
	if (proposed.k < frozen.k) return 'k-lowered';
	if (proposed.lenses.some((lens) => !frozen.lenses.includes(lens))) return 'lens-added';
	if (proposed.cuts.some((cut) => !frozen.cuts.includes(cut))) return 'cut-added';
	if (proposed.outcomes && !frozen.outcomes) return 'outcomes-added';
	if (proposed.keptUntil > frozen.keptUntil) return 'kept-longer';
	return null;
}

function contractHash(contract: Contract): Promise<string> {
	return hashOfText(canonicalJson(contract));
}

/** Sorted, without repetitions: the order in which somebody ticked boxes is no part of the promise. */
function inOrder<T extends string>(values: T[]): T[] {
	return [...new Set(values)].sort();
}
