import { wayToCustomer, type DeadChain } from '../domain/give-get/chains.ts';
import {
	NAME_LENGTH,
	type Entry,
	type GiveAndGet,
	type Party,
	type PartyKind
} from '../domain/give-get/give-get.ts';
import {
	linesOf,
	totalsOf,
	type Line,
	type State,
	type Totals
} from '../domain/give-get/states.ts';
import { OWN_TEAM, TEAM_OF_ROUND } from '../domain/workshop/exchange.ts';
import { commentMinimum } from '../domain/publication/comment-minimum.ts';
import type { Contract } from '../domain/publication/contract.ts';
import type { CommentsRefusal } from '../domain/publication/rules/comments.ts';
import type { ToldExchange } from '../domain/workshop/told.ts';
import * as m from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';

export const kindWords: Record<PartyKind, () => string> = {
	person: m.give_get_kind_person,
	team: m.give_get_kind_team,
	customer: m.give_get_kind_customer,
	partner: m.give_get_kind_partner
};

export const stateWords: Record<
	State,
	{ name: () => string; text: () => string; none: () => string }
> = {
	met: { name: m.give_get_met, text: m.give_get_met_text, none: m.give_get_met_none },
	unmet: { name: m.give_get_unmet, text: m.give_get_unmet_text, none: m.give_get_unmet_none },
	unasked: {
		name: m.give_get_unasked,
		text: m.give_get_unasked_text,
		none: m.give_get_unasked_none
	}
};

export function nameOf(parties: readonly Party[], id: string): string {
	return parties.find((party) => party.id === id)?.name ?? '';
}

/** An entry as a sentence: “Ben needs from Ana: price list”. */
export function entryWords(
	parties: readonly Party[],
	{ side, from, to, text }: Pick<Entry, 'side' | 'from' | 'to' | 'text'>
): string {
	const words = { from: nameOf(parties, from), to: nameOf(parties, to), text };
	return side === 'get' ? m.give_get_entry_as_get(words) : m.give_get_entry_as_give(words);
}

/** A line as a sentence, with the give's words when they differ from the get's. */
export function lineWords(parties: readonly Party[], { get, give }: Line): string {
	const words = entryWords(parties, (get ?? give)!);
	if (!get || !give || get.text === give.text) return words;
	return `${words} (${m.give_get_given_as({ text: give.text })})`;
}

export function headlineWords({ met, unmet }: Totals): string {
	const gets = met + unmet;
	if (gets === 0) return m.give_get_headline_no_gets();
	return unmet === 0 ? m.give_get_headline_all({ gets }) : m.give_get_headline({ met, gets });
}

export function chainWords(parties: readonly Party[], { parties: ids, end }: DeadChain): string {
	const names = ids.map((id) => nameOf(parties, id));
	const way = names.join(' → ');
	return end === 'circle'
		? m.give_get_chain_circle({ way })
		: m.give_get_chain_stops({ way, last: names.at(-1)! });
}

/** Why what a room or a team needs and gives is not shown. */
export function keptNeedsWords(refusal: CommentsRefusal, { k }: Pick<Contract, 'k'>): string {
	return refusal === 'small-group'
		? m.give_get_kept_small({ needed: commentMinimum({ k }) })
		: m.give_get_kept_few();
}

/** What the teams of a round come to, as a headline. */
export function acrossHeading({ whole }: Pick<ToldExchange, 'whole'>): string {
	const lines = linesOf(whole);
	return lines.length > 0 ? headlineWords(totalsOf(lines)) : m.across_heading();
}

/** What is not on the picture of all teams, and what that means for what is. */
export function acrossNotes(
	{ kept, silent }: Pick<ToldExchange, 'kept' | 'silent'>,
	contract: Pick<Contract, 'k'>
): string[] {
	const list = new Intl.ListFormat(getLocale());
	const byRule = Map.groupBy(kept, ({ refusal }) => refusal);
	return [
		...(silent.length > 0
			? [m.across_silent({ teams: list.format(silent), count: silent.length })]
			: []),
		...[...byRule].map(([refusal, teams]) =>
			m.across_kept({
				teams: list.format(teams.map(({ team }) => team)),
				why: keptNeedsWords(refusal, contract)
			})
		)
	];
}

/** Who is on the picture before anybody names more: the team, the other teams of its round, and their customers. */
export function firstParties(
	team: string,
	neighbors: readonly { id: string; name: string }[]
): Party[] {
	return [
		{ id: OWN_TEAM, name: clipped(team, NAME_LENGTH), kind: 'team' },
		...neighbors.map(({ id, name }) => ({
			id: TEAM_OF_ROUND + id,
			name: clipped(name, NAME_LENGTH),
			kind: 'team' as const
		})),
		ourCustomers()
	];
}

export function ourCustomers(): Party {
	return { id: 'customers', name: m.give_get_customers(), kind: 'customer' };
}

const MOST_LETTERS = { words: 200, owner: 80 };

/** An unmet need as a proposal: whoever could give it owns it, and the way to the customer says what it is good for. */
export function promiseFromNeed(
	whole: GiveAndGet,
	{ from, to, get }: Pick<Line, 'from' | 'to' | 'get'>
): { words: string; serves: string; owner: string } {
	const name = (id: string) => nameOf(whole.parties, id);
	const way = wayToCustomer(whole, to);
	const serves =
		way === null
			? m.give_get_promise_lost({ to: name(to) })
			: way.length === 1
				? m.give_get_promise_direct({ to: name(to) })
				: m.give_get_promise_way({ way: way.map(name).join(' → ') });
	const words = m.give_get_promise({ from: name(from), to: name(to), text: get!.text });
	return {
		words: clipped(words, MOST_LETTERS.words),
		serves: clipped(serves, MOST_LETTERS.words),
		owner: clipped(name(from), MOST_LETTERS.owner)
	};
}

function clipped(words: string, most: number): string {
	const letters = [...words];
	return letters.length <= most ? words : `${letters.slice(0, most - 1).join('')}…`;
}
