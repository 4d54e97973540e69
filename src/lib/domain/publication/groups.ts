import type { Publication, PublishedCell } from './publication.ts';
import type { Group, PublicationRequest } from './request.ts';
import { isNearlyAll } from './rules/progress.ts';

/** How many answered, for the groups of which anything is shown. */
export function publishedGroups(
	{ groups, atoms }: PublicationRequest,
	cells: readonly PublishedCell[]
): Publication['groups'] {
	const sheetsOf = new Map(atoms.map(({ id, sheets }) => [id, sheets]));
	const shown = new Set(cells.filter(({ mean }) => mean.as !== 'hidden').map(({ group }) => group));
	return groups.map((group) => {
		const sheets = group.atoms.reduce((sum, atom) => sum + sheetsOf.get(atom)!, 0);
		return shown.has(group.id)
			? { group: group.id, sheets, response: response(sheets, group) }
			: { group: group.id, sheets: null, response: { as: 'unknown' } };
	});
}

function response(sheets: number, { headcount }: Group): Publication['groups'][number]['response'] {
	if (headcount === null) return { as: 'unknown' };
	return isNearlyAll(sheets, headcount) ? { as: 'nearly-all' } : { as: 'of', headcount };
}
