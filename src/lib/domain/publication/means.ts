import type { Contract } from './contract.ts';
import { admitted } from './ledger/admit.ts';
import { sumSystem, type MeasurePlan, type PlannedCell } from './plan.ts';
import type { Reason } from './reasons.ts';
import type { Partition, PublicationRequest } from './request.ts';
import { isAgreed } from './rules/agreed-cuts.ts';
import { partToHideToo } from './rules/one-part-hidden.ts';
import { hiddenWithRemainder } from './rules/remainder.ts';
import { isSecondVoteTooClose } from './rules/second-vote.ts';
import { isTooSmall } from './rules/small-group.ts';

/** By group: why its mean of one measure is hidden. */
export type HiddenMeans = Map<string, Reason>;

/**
 * Which means stay hidden, for each measure: first what each group's own rules say, then what the shown
 * groups would give away about the hidden ones, then what the ledger says; again, until nothing changes.
 */
export function hiddenMeans(
	plans: readonly MeasurePlan[],
	request: PublicationRequest,
	contract: Contract
): Map<string, HiddenMeans> {
	const hidden = new Map(
		plans.map((plan) => [plan.measure.id, hiddenByOwnRules(plan, request, contract)])
	);
	if (contract.openness === 'open') return hidden;

	let unsettled = new Set(plans);
	while (unsettled.size > 0) {
		const changed = [...unsettled].filter((plan) => {
			const means = hidden.get(plan.measure.id)!;
			hideRemainders(plan, means, request.partitions, contract.k);
			return hideByLedger(plan, means, contract.k);
		});
		unsettled = new Set([...changed, ...hideSecondParts(plans, hidden)]);
	}
	return hidden;
}

function hiddenByOwnRules(
	{ cells }: MeasurePlan,
	{ isOpen }: PublicationRequest,
	contract: Contract
): HiddenMeans {
	const hidden: HiddenMeans = new Map();
	for (const [group, cell] of cells) {
		const reason = isOpen ? 'still-open' : ownReason(cell, contract);
		if (reason) hidden.set(group, reason);
	}
	return hidden;
}

function ownReason(
	{ group, protectedSheets, knownSheets }: PlannedCell,
	contract: Contract
): Reason | null {
	if (!isAgreed(group, contract)) return 'not-agreed';
	if (isTooSmall(protectedSheets + knownSheets, knownSheets, contract)) return 'small-group';
	if (isSecondVoteTooClose(group.changed, contract)) return 'second-vote';
	return null;
}

/** Rule 3 over all partitions at once: hiding a group in one whole can leave another whole with a remainder. */
function hideRemainders(
	plan: MeasurePlan,
	means: HiddenMeans,
	partitions: readonly Partition[],
	k: number
): void {
	let before = -1;
	while (means.size !== before) {
		before = means.size;
		for (const partition of partitions)
			for (const group of remainderOf(plan, means, partition, k))
				if (plan.cells.has(group) && !means.has(group)) means.set(group, 'remainder');
	}
}

function remainderOf(
	{ cells, sheetsOf }: MeasurePlan,
	means: HiddenMeans,
	{ children }: Partition,
	k: number
): string[] {
	const parts = children.map((id) => ({ id, sheets: sheetsOf.get(id)! }));
	const notShown = new Set(children.filter((id) => means.has(id) || !cells.has(id)));
	return hiddenWithRemainder(parts, notShown, k);
}

/** Rule 4; tells whether it has hidden anything, which may leave a remainder. */
function hideByLedger(plan: MeasurePlan, means: HiddenMeans, k: number): boolean {
	const wanted = [...plan.cells].flatMap(([group, { cell }]) =>
		cell && !means.has(group) ? [{ group, ...cell.fact }] : []
	);
	const safe = admitted(sumSystem(plan, k), wanted);
	for (const fact of wanted) if (!safe.has(fact)) means.set(fact.group, 'ledger');
	return safe.size < wanted.length;
}

/** Hides a second part where a group shows a whole measure and all its parts but one; in which plans. */
function hideSecondParts(
	plans: readonly MeasurePlan[],
	hidden: ReadonlyMap<string, HiddenMeans>
): MeasurePlan[] {
	const byMeasure = new Map(plans.map((plan) => [plan.measure.id, plan]));
	return plans.flatMap(({ measure, cells }) =>
		[...cells.keys()].flatMap((group) => {
			if (!measure.parts || hidden.get(measure.id)!.has(group)) return [];
			const parts = measure.parts.map((id) => ({
				id,
				n: byMeasure.get(id)?.cells.get(group)?.cell?.sum.n ?? 0,
				isShown: (byMeasure.get(id)?.cells.has(group) && !hidden.get(id)!.has(group)) ?? false
			}));
			const second = partToHideToo(parts);
			if (second === null) return [];
			hidden.get(second)!.set(group, 'one-part-hidden');
			return [byMeasure.get(second)!];
		})
	);
}
