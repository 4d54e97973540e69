import type { Hidden } from '../publication/reasons.ts';
import type { Publication } from '../publication/publication.ts';
import { cellOf } from '../publication/publish.ts';
import { isNearlyAll } from '../publication/rules/progress.ts';
import type { VoteShape } from '../scoring/vote-shape.ts';
import { groupOf } from './room-request.ts';
import type { Mean, Voter, VoteResult } from './results.ts';
import { ROOM, voteMeasure } from './vote-request.ts';

/** The largest room in which everybody's name beside their dot can still be read. */
export const MOST_NAMED_VOTERS = 60;

/** A revealed ballot as the room sees it, made from what the gate let out and nothing else. */
export function voteResult(
	publication: Publication,
	{ workshopId, dimension, people }: { workshopId: string; dimension: string; people: number },
	voters: readonly Voter[] | null
): VoteResult {
	const cell = cellOf(publication, ROOM, voteMeasure(workshopId, dimension).id);
	const shape = findingIn(publication, 'shape');
	const moved = findingIn(publication, 'moved');
	// Where the mean is hidden, so are the dots, by the same rule.
	const dots = cell.distribution ?? (cell.mean as Hidden);
	return {
		n: cell.n !== null && !isNearlyAll(cell.n, people) ? cell.n : null,
		mean: cell.mean,
		dots,
		shape: dots.as === 'hidden' ? null : (shape as VoteShape | null),
		moved: typeof moved === 'number' ? moved : null,
		voters: voters && voters.length <= MOST_NAMED_VOTERS ? voters : null
	};
}

/** What the gate let out about one of the room's questions. */
export function meanIn(publication: Publication, measure: { id: string }): Mean {
	return cellOf(publication, groupOf(measure), measure.id).mean;
}

function findingIn({ findings }: Publication, id: string): string | number | null {
	const shown = findings.find((finding) => finding.id === id)?.shown;
	return shown?.as === 'value' ? shown.value : null;
}
