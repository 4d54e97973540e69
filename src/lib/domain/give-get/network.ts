import { stepsToCustomer } from './chains.ts';
import type { GiveAndGet, PartyKind } from './give-get.ts';
import { linesOf, type State } from './states.ts';

export interface NetworkParty {
	id: string;
	kind: PartyKind;
	/** Gives to the nearest customer; `null` where none leads to one. */
	steps: number | null;
	/** They give, and what they give comes to no customer. */
	isLost: boolean;
}

/** How much of one state goes from one party to another. */
export interface NetworkLink {
	from: string;
	to: string;
	state: State;
	count: number;
}

/** What the drawing is made of: parties, and one link for all lines of a state between the same two. */
export function networkOf(whole: GiveAndGet): { parties: NetworkParty[]; links: NetworkLink[] } {
	const steps = stepsToCustomer(whole);
	const gives = (id: string) =>
		whole.entries.some((entry) => entry.side === 'give' && entry.from === id);
	const groups = Map.groupBy(linesOf(whole), ({ from, to, state }) =>
		JSON.stringify([from, to, state])
	);
	return {
		parties: whole.parties.map(({ id, kind }) => ({
			id,
			kind,
			steps: steps.get(id) ?? null,
			isLost: steps.get(id) === null && gives(id)
		})),
		links: [...groups.values()].map((lines) => {
			const { from, to, state } = lines[0]!;
			return { from, to, state, count: lines.length };
		})
	};
}
