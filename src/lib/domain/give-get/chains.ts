import type { GiveAndGet } from './give-get.ts';

/** How many gives lie between each party and the nearest customer: 0 for a customer, `null` where none leads to one. */
export function stepsToCustomer(whole: GiveAndGet): Map<string, number | null> {
	const steps = new Map<string, number | null>(
		whole.parties.map(({ id, kind }) => [id, kind === 'customer' ? 0 : null])
	);
	let edge = whole.parties.filter(({ kind }) => kind === 'customer').map(({ id }) => id);
	for (let step = 1; edge.length > 0; step++) {
		const givers = whole.parties.filter(
			({ id }) => steps.get(id) === null && receiversOf(whole, id).some((to) => edge.includes(to))
		);
		edge = givers.map(({ id }) => id);
		for (const id of edge) steps.set(id, step);
	}
	return steps;
}

/** The shortest way by gives from a party to a customer, both included; `null` where none leads to one. */
export function wayToCustomer(whole: GiveAndGet, from: string): string[] | null {
	const steps = stepsToCustomer(whole);
	if ((steps.get(from) ?? null) === null) return null;
	const way = [from];
	for (let left = steps.get(from)!; left > 0; left--) {
		way.push(receiversOf(whole, way.at(-1)!).find((to) => steps.get(to) === left - 1)!);
	}
	return way;
}

/** Gives that follow one another and never come to a customer. */
export interface DeadChain {
	/** Ids, the first giver first. In a circle the last one stands in it before, too. */
	parties: string[];
	/** It ends with a party that gives nothing to anyone, or comes back to itself. */
	end: 'stops' | 'circle';
}

/**
 * The chains that reach no customer, one for each party whose gives lead to none, on the shortest way to where it
 * stops. A chain that is only the end of another one is left out. The order of entries makes no difference.
 */
export function deadChains(whole: GiveAndGet): DeadChain[] {
	const steps = stepsToCustomer(whole);
	const chains = whole.parties
		.filter(({ id }) => steps.get(id) === null && receiversOf(whole, id).length > 0)
		.map(({ id }) => wayToStop(whole, id) ?? walkInCircle(whole, id));
	return chains.filter(
		(chain, place) =>
			!chains.some(
				(other, at) => at !== place && covers(other, chain) && (!covers(chain, other) || at < place)
			)
	);
}

/** To whom a party gives anything, in the order of the parties. */
function receiversOf({ parties, entries }: GiveAndGet, from: string): string[] {
	const given = entries.filter((entry) => entry.side === 'give' && entry.from === from);
	return parties.filter(({ id }) => given.some(({ to }) => to === id)).map(({ id }) => id);
}

/** The shortest way to a party that gives nothing; none where all ways go in circles. */
function wayToStop(whole: GiveAndGet, from: string): DeadChain | null {
	const ways = [[from]];
	const seen = new Set([from]);
	for (const way of ways) {
		const next = receiversOf(whole, way.at(-1)!);
		if (next.length === 0) return { parties: way, end: 'stops' };
		for (const to of next) {
			if (seen.has(to)) continue;
			seen.add(to);
			ways.push([...way, to]);
		}
	}
	return null;
}

function walkInCircle(whole: GiveAndGet, from: string): DeadChain {
	const way = [from];
	for (;;) {
		const next = receiversOf(whole, way.at(-1)!)[0]!;
		const isBack = way.includes(next);
		way.push(next);
		if (isBack) return { parties: way, end: 'circle' };
	}
}

/** Whether the second chain says nothing that the first does not. */
function covers(chain: DeadChain, part: DeadChain): boolean {
	if (chain.end !== part.end) return false;
	if (chain.end === 'circle') return part.parties.every((id) => chain.parties.includes(id));
	const tail = chain.parties.slice(-part.parties.length);
	return tail.length === part.parties.length && tail.every((id, at) => id === part.parties[at]);
}
