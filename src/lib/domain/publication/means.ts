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
 * groups would give away about the hidden ones, then what the ledger says, then what that would give away.
 *
 * The ledger is asked once for each measure: facts that are safe together stay safe when some are left out.
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

	const around = partitionsAround(request.partitions);
	const hideRemaindersIn = (plan: MeasurePlan) =>
		hideRemainders(plan, hidden.get(plan.measure.id)!, { ...request, around, k: contract.k });
	for (const plan of plans) {
		hideRemaindersIn(plan);
		if (hideByLedger(plan, hidden.get(plan.measure.id)!, request, contract)) hideRemaindersIn(plan);
	}
	let changed = hideSecondParts(plans, hidden);
	while (changed.size > 0) {
		for (const plan of changed) hideRemaindersIn(plan);
		changed = hideSecondParts(plans, hidden);
	}
	return hidden;
}

function hiddenByOwnRules(
	{ cells }: MeasurePlan,
	{ isOpen, sameWeeks }: PublicationRequest,
	contract: Contract
): HiddenMeans {
	const hidden: HiddenMeans = new Map();
	const waits = sameWeeks === 'unknown' && contract.openness === 'anonymous';
	const waiting: Reason | null = waits ? 'same-weeks' : null;
	for (const [group, cell] of cells) {
		const reason = isOpen ? 'still-open' : (ownReason(cell, contract) ?? waiting);
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

/** By group: the partitions in which it is a part. */
function partitionsAround(partitions: readonly Partition[]): Map<string, Partition[]> {
	const around = new Map<string, Partition[]>();
	for (const partition of partitions)
		for (const id of partition.children) {
			const known = around.get(id);
			if (known) known.push(partition);
			else around.set(id, [partition]);
		}
	return around;
}

/** Rule 3 over all partitions at once: hiding a group in one whole can leave another whole with a remainder. */
function hideRemainders(
	plan: MeasurePlan,
	means: HiddenMeans,
	{
		partitions,
		around,
		k
	}: Pick<PublicationRequest, 'partitions'> & {
		around: ReadonlyMap<string, readonly Partition[]>;
		k: number;
	}
): void {
	let touched: Iterable<Partition> = partitions;
	for (let isSettled = false; !isSettled;) {
		const hiddenNow: string[] = [];
		for (const partition of touched)
			for (const group of remainderOf(plan, means, partition, k)) {
				if (!plan.cells.has(group) || means.has(group)) continue;
				means.set(group, 'remainder');
				hiddenNow.push(group);
			}
		touched = new Set(hiddenNow.flatMap((group) => around.get(group)!));
		isSettled = hiddenNow.length === 0;
	}
}

function remainderOf(
	{ cells, sheetsOf }: MeasurePlan,
	means: HiddenMeans,
	{ children }: Partition,
	k: number
): string[] {
	const notShown = children.filter((id) => means.has(id) || !cells.has(id));
	if (notShown.length === 0) return [];
	const parts = children.map((id) => ({ id, sheets: sheetsOf.get(id)! }));
	return hiddenWithRemainder(parts, new Set(notShown), k);
}

/** Rule 4; tells whether it has hidden anything, which may leave a remainder. */
function hideByLedger(
	plan: MeasurePlan,
	means: HiddenMeans,
	{ sameWeeks }: PublicationRequest,
	{ k }: Contract
): boolean {
	const wanted = [...plan.cells].flatMap(([group, { cell }]) =>
		cell && !means.has(group) ? [{ group, ...cell.fact }] : []
	);
	const system = sumSystem(plan, k);
	const safe = admitted(system, wanted);
	if (safe.size === wanted.length) return false;
	const safeAlone = sameWeeks ? admitted({ ...system, facts: [] }, wanted) : safe;
	for (const fact of wanted)
		if (!safe.has(fact)) means.set(fact.group, safeAlone.has(fact) ? 'same-weeks' : 'ledger');
	return true;
}

/** Hides a second part where a group shows a whole measure and all its parts but one; in which plans. */
function hideSecondParts(
	plans: readonly MeasurePlan[],
	hidden: ReadonlyMap<string, HiddenMeans>
): Set<MeasurePlan> {
	const byMeasure = new Map(plans.map((plan) => [plan.measure.id, plan]));
	const changed = plans.flatMap(({ measure, cells }) => {
		if (!measure.parts) return [];
		const whole = hidden.get(measure.id)!;
		const shown = [...cells.keys()].filter((group) => !whole.has(group));
		return measure.parts.flatMap((parts) =>
			shown.flatMap((group) => {
				const second = partToHideToo(
					parts.map((id) => {
						const cell = byMeasure.get(id)?.cells.get(group);
						return {
							id,
							n: cell?.cell?.sum.n ?? 0,
							isShown: cell !== undefined && !hidden.get(id)!.has(group)
						};
					})
				);
				if (second === null) return [];
				hidden.get(second)!.set(group, 'one-part-hidden');
				return [byMeasure.get(second)!];
			})
		);
	});
	return new Set(changed);
}
