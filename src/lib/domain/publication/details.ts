import type { Contract } from './contract.ts';
import { exactFact } from './facts.ts';
import { admitted } from './ledger/admit.ts';
import type { Fact, Population, System } from './ledger/system.ts';
import type { HiddenMeans } from './means.ts';
import { sumSystem, type MeasurePlan, type PlannedCell } from './plan.ts';
import { countsMinimum, distributionDetail } from './rules/distribution.ts';
import { marginMinimum } from './rules/margin.ts';
import { isNearlyAll } from './rules/progress.ts';

type OpenCell = PlannedCell & { cell: NonNullable<PlannedCell['cell']> };
interface Candidate extends Fact {
	group: string;
}

/** Groups whose margin may stand beside their mean. */
export function shownMargins(
	plan: MeasurePlan,
	means: HiddenMeans,
	contract: Contract
): ReadonlySet<string> {
	const minimum = marginMinimum(plan.measure, contract);
	const asked = withValue(plan, means).filter(({ request }) => request.margin != null);
	if (contract.openness === 'open') return groupsOf(asked);
	const large = asked.filter(
		({ protectedSheets }) => protectedSheets === 0 || protectedSheets >= minimum
	);
	// Margins stand beside means only: what cannot be worked out from those cannot be from these.
	if (minimum === contract.k) return groupsOf(large);
	const system = { ...sumSystem(plan, minimum), facts: plan.published.margin };
	return new Set([...admitted(system, large.map(candidate), 'spreads')].map(({ group }) => group));
}

/** Groups whose distribution may be shown in numbers. */
export function shownCounts(
	plan: MeasurePlan,
	means: HiddenMeans,
	contract: Contract
): ReadonlySet<string> {
	const asked = withValue(plan, means).filter(({ request }) => request.distribution);
	if (contract.openness === 'open') return groupsOf(asked);
	const wanted = asked
		.filter((cell) => isCountShown(cell, contract))
		.filter((cell) => distributionDetail(answersOf(cell, plan.populations), contract) === 'counts')
		.map(candidate);
	const system: System = {
		...sumSystem(plan, countsMinimum(contract.k)),
		facts: plan.published.distribution
	};
	const safe = admitted(system, wanted, 'distributions');

	// Numbers give the exact sum, where the mean gave a rounded one: the sums' ledger must bear that too.
	const sums = sumSystem(plan, contract.k);
	const shown = [...plan.cells].flatMap(([group, { cell }]) =>
		cell && !means.has(group) ? [cell.fact] : []
	);
	const bearable = admitted({ ...sums, facts: [...sums.facts, ...shown] }, [...safe]);
	return new Set([...bearable].map(({ group }) => group));
}

/** No count that leaves out one or two of a named group: they were “not sure”, and that is an answer. */
export function isCountShown({ cell, sheets }: PlannedCell, { openness }: Contract): boolean {
	return openness === 'open' || !isNearlyAll(cell?.sum.n ?? 0, sheets);
}

/** How many sheets of a group gave each answer, lowest first. */
export function answersOf(
	{ group }: Pick<PlannedCell, 'group'>,
	populations: ReadonlyMap<string, Population>
): number[] {
	const all = group.atoms.flatMap((atom) => {
		const population = populations.get(atom);
		if (!population) return [];
		if (!population.answers) throw new Error(`A distribution needs the answers of ${atom}.`);
		return [population.answers];
	});
	return (all[0] ?? []).map((_, i) => all.reduce((sum, answers) => sum + answers[i]!, 0));
}

/** A bound says enough: beside it, a margin or a shape would tell what the bound keeps back. */
function withValue({ cells }: MeasurePlan, means: HiddenMeans): OpenCell[] {
	return [...cells.values()].filter(
		(planned): planned is OpenCell =>
			planned.cell?.written.as === 'value' && !means.has(planned.group.id)
	);
}

function candidate({ group, cell }: OpenCell): Candidate {
	return { group: group.id, ...exactFact(cell.sum) };
}

function groupsOf(cells: readonly PlannedCell[]): Set<string> {
	return new Set(cells.map(({ group }) => group.id));
}
