import type { Decision } from './cell.ts';
import { writtenAs } from './facts.ts';
import type { LedgerEntry, PublishedCell } from './publication.ts';
import type { PublicationRequest } from './request.ts';

/** What a publication adds to the ledger: one entry for each fact it tells. */
export function entriesOf(
	{ id }: PublicationRequest,
	cells: readonly PublishedCell[],
	decisions: ReadonlyMap<string, Decision>
): LedgerEntry[] {
	return cells.flatMap(({ group, measure, mean, margin, distribution }) => {
		if (mean.as === 'hidden') return [];
		const planned = decisions.get(measure)!.plan.cells.get(group)!;
		const { atoms, strata } = planned.group;
		const entry = (fact: LedgerEntry['fact'], shown: string): LedgerEntry => ({
			publication: id,
			group,
			measure,
			fact,
			atoms: [...atoms],
			...(strata && {
				strata: strata.map((each) => ({ atoms: [...each.atoms], headcount: each.headcount }))
			}),
			shown
		});
		return [
			entry('mean', writtenAs(planned.cell!.written)),
			...(margin?.as === 'value' ? [entry('margin', `${margin.value}`)] : []),
			...(distribution?.as === 'counts'
				? [entry('distribution', distribution.counts.join(' '))]
				: [])
		];
	});
}
