import type { Publication, PublishedCell } from '../../publication/publication.ts';
import { cellId, type CellRequest } from '../../publication/request.ts';

/** Looks cells of a publication up by group and measure; null for one that was never asked for. */
export type CellAt = (group: string, measure: string) => PublishedCell | null;

export function cellsAt({ cells }: Pick<Publication, 'cells'>): CellAt {
	const byId = new Map(cells.map((cell) => [cellId(cell), cell]));
	return (group, measure) => byId.get(cellId({ group, measure })) ?? null;
}

/** The mean as everybody may read it; null where it is hidden or only a bound. */
export function shownMean(cell: PublishedCell | null): number | null {
	return cell?.mean.as === 'value' ? cell.mean.value : null;
}

export function shownMargin(cell: PublishedCell | null): number | null {
	return cell?.margin?.as === 'value' ? cell.margin.value : null;
}

/** What a finding rests on, as the gate wants it. */
export function from(...cells: Pick<CellRequest, 'group' | 'measure'>[]): string[] {
	return cells.map(cellId);
}

/** The gate hides a finding that rests on no cell of this publication. */
export const NOTHING_SHOWN: string[] = [];
