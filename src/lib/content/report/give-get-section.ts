import { deadChains } from '../../domain/give-get/chains.ts';
import type { GiveAndGet } from '../../domain/give-get/give-get.ts';
import { networkOf } from '../../domain/give-get/network.ts';
import { linesOf, totalsOf, type Line, type State } from '../../domain/give-get/states.ts';
import type { Contract } from '../../domain/publication/contract.ts';
import type { ToldExchange } from '../../domain/workshop/told.ts';
import * as m from '../../paraglide/messages.js';
import {
	acrossNotes,
	chainWords,
	headlineWords,
	lineWords,
	nameOf,
	stateWords
} from '../give-get-words.ts';
import {
	section,
	small,
	text,
	tied,
	type NetworkBlock,
	type ReportBlock,
	type ReportSection,
	type TableBlock
} from './document.ts';

/** More could not be told apart on a page; lists and table have all of them. */
const MOST_DRAWN = 60;

/** What was needed and given, on paper: in a sentence, drawn, and as lists. */
export function giveGetSection(whole: GiveAndGet): ReportSection {
	return section(m.workshop_step_give_get(), wholeBlocks(whole));
}

/** What the teams of a round need from and give to each other, and what is not on the picture and why. */
export function acrossSection(
	exchange: ToldExchange,
	contract: Pick<Contract, 'k'>
): ReportSection {
	const { whole } = exchange;
	return section(m.across_heading(), [
		text(m.across_text()),
		...acrossNotes(exchange, contract).map(text),
		...(whole.entries.length > 0 ? [...wholeBlocks(whole), giveGetTable(whole)] : [])
	]);
}

function wholeBlocks(whole: GiveAndGet): ReportBlock[] {
	const lines = linesOf(whole);
	const totals = totalsOf(lines);
	const headline = headlineWords(totals);
	const unasked = m.give_get_unasked_count({ count: totals.unasked });
	return [
		tied(text(`${headline}. ${totals.unasked > 0 ? unasked : ''}`.trim())),
		...(whole.parties.length <= MOST_DRAWN ? [networkBlock(whole, headline)] : []),
		...(['unmet', 'unasked', 'met'] as const).flatMap((state) =>
			stateSections(whole, lines, state)
		),
		chainSection(whole)
	];
}

/** The same, to look up. */
export function giveGetTable(whole: GiveAndGet): ReportSection {
	return section(m.give_get_report_table(), [lineTable(whole, linesOf(whole))]);
}

function networkBlock(whole: GiveAndGet, headline: string): NetworkBlock {
	return {
		kind: 'network',
		...networkOf(whole),
		alt: m.give_get_network_alt({ headline }),
		caption: m.give_get_network_caption(),
		names: whole.parties.map(({ name }) => name)
	};
}

/** About as many letters as stand on a line. */
const ONE_LINE = 105;

function stateSections(whole: GiveAndGet, lines: readonly Line[], state: State): ReportSection[] {
	const items = lines
		.filter((line) => line.state === state)
		.map((line) => lineWords(whole.parties, line));
	if (items.length === 0) return [];
	const words = stateWords[state];
	const isLoose = items.some(({ length }) => length > ONE_LINE);
	return [section(words.name(), [tied(small(words.text())), { kind: 'list', items, isLoose }])];
}

function chainSection(whole: GiveAndGet): ReportSection {
	const chains = deadChains(whole).map((chain) => chainWords(whole.parties, chain));
	const isNothingGiven = whole.entries.every(({ side }) => side === 'get');
	const none = isNothingGiven ? m.give_get_chains_nobody() : m.give_get_chains_none();
	return section(
		m.give_get_chains_heading(),
		chains.length > 0 ? [{ kind: 'list', items: chains }] : [text(none)]
	);
}

function lineTable({ parties }: GiveAndGet, lines: readonly Line[]): TableBlock {
	return {
		kind: 'table',
		columns: [
			{ label: m.give_get_column_state(), align: 'start', share: 14 },
			{ label: m.give_get_column_from(), align: 'start', share: 18 },
			{ label: m.give_get_column_to(), align: 'start', share: 18 },
			{ label: m.give_get_same_get(), align: 'start', share: 25 },
			{ label: m.give_get_same_give(), align: 'start', share: 25 }
		],
		rows: lines.map(({ state, from, to, get, give }) => [
			stateWords[state].name(),
			nameOf(parties, from),
			nameOf(parties, to),
			get?.text ?? NOTHING,
			give?.text ?? NOTHING
		])
	};
}

const NOTHING = '–';
