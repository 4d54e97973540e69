import type { Results } from '$lib/domain/results/results';
import type { LedgerEntry } from '$lib/domain/publication/publication';
import { lensNames, sheetLensNames } from '$lib/content/round-words';
import { GUESS } from '$lib/domain/results/group-ids';
import { questionOf } from '$lib/domain/results/question-measure';
import * as m from '$lib/paraglide/messages';
import { groupOf, measureName, questionName } from './results-view';

/** All facts about one group and measure, as they were shown. */
export interface LedgerRow {
	measure: string;
	mean: string | null;
	margin: string | null;
	distribution: string | null;
}
export interface LedgerPart {
	publication: string;
	groups: { id: string; name: string; rows: LedgerRow[] }[];
	facts: number;
}

/** The ledger in words: publications first to last, groups and measures as they were published. */
export function ledgerView(results: Results): LedgerPart[] {
	return [...Map.groupBy(results.ledger, ({ publication }) => publication)].map(
		([publication, entries]) => ({
			publication,
			facts: entries.length,
			groups: [...Map.groupBy(entries, ({ group }) => group)].map(([id, facts]) => ({
				id,
				name: nameOf(results, id),
				rows: [...Map.groupBy(facts, ({ measure }) => measure)].map(([measure, own]) => ({
					measure: nameOfMeasure(measure),
					mean: shown(own, 'mean'),
					margin: shown(own, 'margin'),
					distribution: shown(own, 'distribution')
				}))
			}))
		})
	);
}

function nameOfMeasure(measure: string): string {
	if (measure === 'overall') return m.results_ledger_overall();
	const item = questionOf(measure);
	return item === null ? measureName(measure) : questionName(item);
}

function nameOf(results: Results, id: string): string {
	if (id === 'whole') return m.results_ledger_whole();
	if (id === GUESS) return sheetLensNames.guess();
	const group = groupOf(results, id);
	if (!group) return id;
	return results.teams.includes(group) ? group.name : lensNames[group.lens]();
}

function shown(entries: readonly LedgerEntry[], fact: LedgerEntry['fact']): string | null {
	const entry = entries.find((candidate) => candidate.fact === fact);
	if (!entry) return null;
	if (fact === 'mean') return meanOf(entry.shown);
	return fact === 'margin' ? m.results_margin({ margin: entry.shown }) : entry.shown;
}

/** “73/100” and “or-more 95”, as the ledger writes means. */
function meanOf(text: string): string {
	const [side, share] = text.split(' ');
	if (side === 'or-more') return m.publication_or_more({ value: share! });
	if (side === 'or-less') return m.publication_or_less({ value: share! });
	const [step, steps] = text.split('/');
	return m.results_ledger_of({ step: step!, steps: steps! });
}
