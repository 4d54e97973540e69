import type { Contract } from './contract.ts';
import type { Publication, PublishedCell } from './publication.ts';
import { hidden } from './reasons.ts';
import { cellId, type FindingRequest } from './request.ts';

const FEWEST_GROUPS_TO_USE_BOUNDS = 3;

/**
 * Rule 11: a finding is shown only where all cells it is computed from are. A bound counts as shown for a
 * finding over three groups or more; over one or two, the finding would give back what the bound keeps.
 * Numbers are rounded to whole ones.
 */
export function publishedFindings(
	findings: readonly FindingRequest[],
	cells: readonly PublishedCell[],
	{ k }: Contract
): Publication['findings'] {
	const byId = new Map(cells.map((cell) => [cellId(cell), cell]));
	return findings.map(({ id, value, from }) => {
		const used = from.map((cell) => byId.get(cell));
		if (from.length === 0 || !used.every((cell) => cell && isUsable(cell, used)))
			return { id, shown: hidden('from-hidden-cells', k) };
		const written = typeof value === 'number' ? Math.round(value) : value;
		return { id, shown: { as: 'value', value: written } };
	});
}

function isUsable({ mean }: PublishedCell, used: readonly (PublishedCell | undefined)[]): boolean {
	if (mean.as === 'value') return true;
	const groups = new Set(used.map((cell) => cell?.group));
	return mean.as === 'bound' && groups.size >= FEWEST_GROUPS_TO_USE_BOUNDS;
}
