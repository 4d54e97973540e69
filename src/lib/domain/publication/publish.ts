import { checkRequest } from './check-request.ts';
import type { FrozenContract } from './contract.ts';
import { publishedCell, type Decision } from './cell.ts';
import { shownCounts, shownMargins } from './details.ts';
import { entriesOf } from './entries.ts';
import { publishedFindings } from './findings.ts';
import { hiddenMeans } from './means.ts';
import { planFor } from './plan.ts';
import {
	publicationSchema,
	type Ledger,
	type Publication,
	type PublishedCell
} from './publication.ts';
import { cellId, type FindingRequest, type PublicationRequest } from './request.ts';
import { publishedGroups } from './groups.ts';

/**
 * The gate: the only way that anything about a group leaves. Screens, files, streams and reports are made
 * from what it returns, and from nothing else.
 *
 * The same request, contract and ledger give the same publication. What is hidden says so, with the rule
 * that hides it. Keep the new entries with the ledger before anybody sees the publication: two
 * publications that do not know of each other protect nobody.
 *
 * `findingsFrom` makes more findings from what is shown; they pass the gate like the others. Throws on a
 * request that contradicts itself or the ledger.
 */
export function publish(
	request: PublicationRequest,
	{ contract, hash }: FrozenContract,
	ledger: Ledger,
	findingsFrom: (shown: Publication) => readonly FindingRequest[] = () => []
): Publication {
	checkRequest(request);
	const plans = request.measures.map((measure) => planFor(measure, request, contract, ledger));
	const hidden = hiddenMeans(plans, request, contract);
	const decisions = new Map<string, Decision>();
	for (const plan of plans) {
		const means = hidden.get(plan.measure.id)!;
		decisions.set(plan.measure.id, {
			plan,
			means,
			margins: shownMargins(plan, means, contract),
			counts: shownCounts(plan, means, contract)
		});
	}

	const cells = request.cells.map((cell) =>
		publishedCell(cell, decisions.get(cell.measure)!, contract)
	);
	const shown: Publication = {
		version: 1,
		id: request.id,
		contractHash: hash,
		groups: publishedGroups(request, cells),
		cells,
		findings: [],
		entries: entriesOf(request, cells, decisions)
	};
	const findings = [...(request.findings ?? []), ...findingsFrom(shown)];
	return publicationSchema.parse({
		...shown,
		findings: publishedFindings(findings, cells, contract)
	});
}

/** The cell of a publication; throws when it was never asked for, so that nobody takes absence for zero. */
export function cellOf(publication: Publication, group: string, measure: string): PublishedCell {
	const id = cellId({ group, measure });
	const cell = publication.cells.find((each) => cellId(each) === id);
	if (!cell) throw new Error(`The publication was not asked for ${id}.`);
	return cell;
}
