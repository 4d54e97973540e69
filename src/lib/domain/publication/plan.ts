import type { Contract } from './contract.ts';
import { factOfEntry, writtenCell, type WrittenCell } from './facts.ts';
import type { Fact, Population, System } from './ledger/system.ts';
import { piecesOf, populationsFor } from './populations.ts';
import type { Ledger, LedgerEntry } from './publication.ts';
import {
	sheetsOf,
	type CellRequest,
	type Group,
	type Measure,
	type PublicationRequest
} from './request.ts';

/** One wanted cell with all that the rules look at. */
export interface PlannedCell {
	request: CellRequest;
	group: Group;
	/** Null where nobody has a value. */
	cell: WrittenCell | null;
	/** Sheets with a value whose answers are not known anyway. */
	protectedSheets: number;
	knownSheets: number;
	/** All sheets of the group, with a value or without. */
	sheets: number;
}

/** All that is wanted about one measure, beside all that is published about it already. */
export interface MeasurePlan {
	measure: Measure;
	populations: ReadonlyMap<string, Population>;
	/** Every group of the request, wanted or not, with its sheets to protect. */
	sheetsOf: ReadonlyMap<string, number>;
	/** By group, in the request's order. */
	cells: ReadonlyMap<string, PlannedCell>;
	/** What the ledger's entries tell: means and distributions tell about sums. */
	published: Readonly<Record<LedgerEntry['fact'], readonly Fact[]>>;
}

export function planFor(
	measure: Measure,
	request: PublicationRequest,
	contract: Contract,
	ledger: Ledger
): MeasurePlan {
	const populations = populationsFor(measure, request);
	const statistics = request.statistics[measure.id] ?? {};
	const isPlain = plainIn(request, contract);
	const groups = new Map(request.groups.map((group) => [group.id, group]));
	const sheetsByAtom = new Map(request.atoms.map(({ id, sheets }) => [id, sheets]));
	const wanted = request.cells.filter((cell) => cell.measure === measure.id);
	const counts = new Map(request.groups.map((group) => [group.id, withValue(group, populations)]));
	return {
		measure,
		populations,
		sheetsOf: new Map([...counts].map(([id, { protectedSheets }]) => [id, protectedSheets])),
		cells: new Map(
			wanted.map((cell) => {
				const group = groups.get(cell.group)!;
				const written = writtenCell(group, measure, statistics, isPlain(group));
				const sheets = sheetsOf(group, sheetsByAtom);
				return [
					group.id,
					{ request: cell, group, cell: written, sheets, ...counts.get(group.id)! }
				];
			})
		),
		published: publishedFacts(measure, request, contract, ledger)
	};
}

/** The ledger's system for means, with everything that is published already. */
export function sumSystem({ measure, populations, published }: MeasurePlan, k: number): System {
	const facts = [...published.mean, ...published.distribution];
	return { populations, facts, minimum: k, step: BigInt(measure.step ?? 1) };
}

function withValue(group: Group, populations: ReadonlyMap<string, Population>) {
	const count = { protectedSheets: 0, knownSheets: 0 };
	for (const atom of group.atoms) {
		const population = populations.get(atom);
		if (population) count[population.isKnown ? 'knownSheets' : 'protectedSheets'] += population.n;
	}
	return count;
}

function publishedFacts(
	measure: Measure,
	request: PublicationRequest,
	contract: Contract,
	ledger: Ledger
): MeasurePlan['published'] {
	const resolve = piecesOf(request);
	const isPlain = plainIn(request, contract);
	const facts: Record<LedgerEntry['fact'], Fact[]> = { mean: [], margin: [], distribution: [] };
	for (const entry of ledger) {
		if (entry.measure !== measure.id) continue;
		const now = {
			...entry,
			atoms: entry.atoms.flatMap(resolve),
			strata: entry.strata?.map((s) => ({ ...s, atoms: s.atoms.flatMap(resolve) }))
		};
		const fact = factOfEntry(now, measure, request.statistics[measure.id] ?? {}, isPlain(now));
		if (fact) facts[entry.fact].push(fact);
	}
	return facts;
}

/** Whether everybody in a group agreed that their answers are seen. */
function plainIn({ atoms }: PublicationRequest, { openness }: Contract) {
	const known = new Set(atoms.filter(({ isKnown }) => isKnown).map(({ id }) => id));
	return (group: Pick<Group, 'atoms'>) =>
		openness === 'open' || group.atoms.every((atom) => known.has(atom));
}
