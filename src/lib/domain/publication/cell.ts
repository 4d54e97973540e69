import type { Contract } from './contract.ts';
import { answersOf, isCountShown } from './details.ts';
import type { HiddenMeans } from './means.ts';
import type { MeasurePlan, PlannedCell } from './plan.ts';
import type { PublishedCell } from './publication.ts';
import { hidden, type Reason } from './reasons.ts';
import type { CellRequest, Measure } from './request.ts';
import { countsMinimum, distributionDetail, shapeOf } from './rules/distribution.ts';
import { marginMinimum } from './rules/margin.ts';
import type { Written } from './rules/rounding.ts';

/** All that is decided about one measure. */
export interface Decision {
	plan: MeasurePlan;
	means: HiddenMeans;
	margins: ReadonlySet<string>;
	counts: ReadonlySet<string>;
}

/** A cell with its decisions carried out: rounded, bounded or hidden. */
export function publishedCell(
	{ group, measure, margin, distribution }: CellRequest,
	decision: Decision,
	contract: Contract
): PublishedCell {
	const planned = decision.plan.cells.get(group)!;
	const reason = decision.means.get(group);
	if (reason || !planned.cell)
		return hiddenCell({ group, measure }, reason ?? 'small-group', contract);
	const { sum, written } = planned.cell;
	return {
		group,
		measure,
		n: isCountShown(planned, contract) ? sum.n : null,
		mean: shownMean(written, decision.plan.measure),
		margin: margin == null ? null : shownMargin(margin, planned, decision, contract),
		distribution: distribution ? shownDistribution(planned, decision, contract) : null
	};
}

function hiddenCell(
	cell: Pick<PublishedCell, 'group' | 'measure'>,
	because: Reason,
	{ k }: Contract
): PublishedCell {
	return { ...cell, n: null, mean: hidden(because, k), margin: null, distribution: null };
}

function shownMean(written: Written, { scale }: Measure): PublishedCell['mean'] {
	const at = (share: number) => tidy(scale.low + (scale.high - scale.low) * share);
	if (written.as === 'value') return { as: 'value', value: at(written.step / written.steps) };
	return { as: 'bound', side: written.side, value: at(written.share / 100) };
}

function shownMargin(
	margin: number,
	{ group, cell }: PlannedCell,
	{ plan, margins }: Decision,
	contract: Contract
): PublishedCell['margin'] {
	const { scale } = plan.measure;
	const step = (scale.high - scale.low) / scale.steps;
	if (margins.has(group.id)) return { as: 'value', value: tidy(Math.round(margin / step) * step) };
	return whatIsMissing(cell!.written, 'too-few-for-margin', marginMinimum(plan.measure, contract));
}

function shownDistribution(
	planned: PlannedCell,
	{ plan, counts }: Decision,
	contract: Contract
): PublishedCell['distribution'] {
	const answers = answersOf(planned, plan.populations);
	if (counts.has(planned.group.id)) return { as: 'counts', counts: answers };
	const isBound = planned.cell!.written.as === 'bound';
	if (isBound || distributionDetail(answers, contract) === 'nothing')
		return whatIsMissing(
			planned.cell!.written,
			'too-few-for-distribution',
			countsMinimum(contract.k)
		);
	return { as: 'shape', heights: shapeOf(answers) };
}

function whatIsMissing(written: Written, reason: Reason, needed: number) {
	return hidden(written.as === 'bound' ? 'bound-says-enough' : reason, needed);
}

/** Takes away what binary fractions add: 3.2 and not 3.2000000000000002. */
function tidy(value: number): number {
	return Number(value.toFixed(6));
}
