import type { BalanceQuadrant, PersonBalance } from '../domain/scoring/person-balance.ts';
import type { PersonScore } from '../domain/scoring/person.ts';
import * as m from '../paraglide/messages.js';
import { signedPoints } from './signed-points.ts';

interface Words {
	name: () => string;
	text: () => string;
}

export const quadrantWords: Record<BalanceQuadrant, Words> = {
	'heroic-front-line': { name: m.result_balance_heroic, text: m.result_balance_heroic_text },
	connected: { name: m.result_balance_connected, text: m.result_balance_connected_text },
	walled: { name: m.result_balance_walled, text: m.result_balance_walled_text },
	'turned-inward': { name: m.result_balance_inward, text: m.result_balance_inward_text }
};

/** What two neighboring quadrants have in common: the one thing that is clear. */
const HALVES: readonly (Words & { of: readonly BalanceQuadrant[] })[] = [
	{
		of: ['connected', 'turned-inward'],
		name: m.result_balance_give_high,
		text: m.result_balance_give_high_text
	},
	{
		of: ['heroic-front-line', 'walled'],
		name: m.result_balance_give_low,
		text: m.result_balance_give_low_text
	},
	{
		of: ['connected', 'heroic-front-line'],
		name: m.result_balance_outside_high,
		text: m.result_balance_outside_high_text
	},
	{
		of: ['walled', 'turned-inward'],
		name: m.result_balance_outside_low,
		text: m.result_balance_outside_low_text
	}
];

const OPEN: Words = { name: m.result_balance_open, text: m.result_balance_open_text };

/** A person's balance in words, for page and report alike: no more than what the margins leave. */
export function balanceWords(balance: PersonBalance, score: PersonScore, language: string) {
	const place = placeWords(balance.possible);
	return {
		name: place.name(),
		text: place.text(),
		values: valueWords(balance, score, language),
		// Where all four pictures are possible, a direction would say one of them after all.
		lean: place === OPEN ? '' : leanWords(balance)
	};
}

function placeWords(possible: readonly BalanceQuadrant[]): Words {
	if (possible.length === 1) return quadrantWords[possible[0]!];
	const shared = HALVES.find(({ of }) => possible.every((id) => of.includes(id)));
	return shared ?? OPEN;
}

function valueWords(
	{ outsideIn, giveAndGet, difference, margin }: PersonBalance,
	{ dimensions }: PersonScore,
	language: string
): string {
	const marginOf = (id: string) => dimensions.find(({ dimension }) => dimension === id)!.margin;
	return m.result_balance_values({
		outside: withMargin(String(Math.round(outsideIn)), marginOf('outside-in')),
		give: withMargin(String(Math.round(giveAndGet)), marginOf('give-and-get')),
		difference: withMargin(signedPoints(difference, language), margin)
	});
}

function withMargin(score: string, margin: number | null): string {
	return margin === null ? score : m.result_balance_value({ score, margin });
}

function leanWords({ isClear, difference }: PersonBalance): string {
	if (!isClear) return m.result_balance_leans_none();
	return difference < 0 ? m.result_balance_leans_in() : m.result_balance_leans_out();
}
