import type { Publication, PublishedCell } from './publication.ts';
import { sheetsOf, type Group, type PublicationRequest } from './request.ts';
import { isNearlyAll } from './rules/progress.ts';

/** How many answered, for the groups of which anything is shown. */
export function publishedGroups(
	{ groups, atoms }: PublicationRequest,
	cells: readonly PublishedCell[]
): Publication['groups'] {
	const sheetsByAtom = new Map(atoms.map(({ id, sheets }) => [id, sheets]));
	const shown = new Set(cells.filter(({ mean }) => mean.as !== 'hidden').map(({ group }) => group));
	return groups.map((group) => {
		const sheets = sheetsOf(group, sheetsByAtom);
		return shown.has(group.id)
			? { group: group.id, sheets, response: response(sheets, group) }
			: { group: group.id, sheets: null, response: { as: 'unknown' } };
	});
}

function response(sheets: number, { headcount }: Group): Publication['groups'][number]['response'] {
	if (headcount === null) return { as: 'unknown' };
	return isNearlyAll(sheets, headcount) ? { as: 'nearly-all' } : { as: 'of', headcount };
}
