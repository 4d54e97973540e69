import { reasonSchema, type Hidden } from '../publication/reasons.ts';
import type { GroupView, HiddenLine } from './results.ts';

/** What is hidden, once for each rule: names in the order of the groups given, and how many numbers it hides. */
export function hiddenLines(groups: readonly GroupView[]): HiddenLine[] {
	const all = groups.flatMap((group) =>
		hiddenIn(group).map(({ because }) => ({ because, name: group.name }))
	);
	return reasonSchema.options.flatMap((reason) => {
		const names = all.filter(({ because }) => because === reason).map(({ name }) => name);
		if (names.length === 0) return [];
		return [{ reason, groups: [...new Set(names)], count: names.length }];
	});
}

/** Findings follow the numbers that they are made of, so these alone are counted. */
function hiddenIn({ overall, dimensions, outcomes }: GroupView): Hidden[] {
	return [overall, ...dimensions, ...outcomes]
		.flatMap(({ mean, margin }) => [mean, ...(margin ? [margin] : [])])
		.filter((shown) => shown.as === 'hidden');
}
