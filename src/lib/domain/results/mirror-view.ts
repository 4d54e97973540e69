import type { Publication, PublishedCell } from '../publication/publication.ts';
import { hidden } from '../publication/reasons.ts';
import type { Contract } from '../publication/contract.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { MirrorFinding } from '../scoring/mirror.ts';
import { mirrorId } from './finding-ids.ts';
import { cellsAt } from './findings/shown-cells.ts';
import { groupIdOf, GUESS, OVERALL, WHOLE } from './group-ids.ts';
import { questionOf } from './question-measure.ts';
import type { MirrorSide, MirrorView } from './results.ts';
import { shownFindings } from './shown-findings.ts';

/** The overall and each question of a mirror as everybody may see them; none where no guess was asked for. */
export function mirrorViews(
	publication: Publication,
	instrument: Instrument,
	{ k }: Pick<Contract, 'k'>
): MirrorView[] {
	const at = cellsAt(publication);
	const findings = shownFindings(publication);
	const sideOf = (group: string, measure: string) => side(at(group, measure), k);
	return [OVERALL, ...questionsIn(publication)].flatMap((measure) => {
		const finding = findings.word<MirrorFinding>(mirrorId(measure));
		if (!finding) return [];
		const item = questionOf(measure);
		return [
			{
				dimension: instrument.items.find(({ id }) => id === item)?.dimension ?? OVERALL,
				item,
				own: sideOf(WHOLE, measure),
				guess: sideOf(GUESS, measure),
				customers: sideOf(groupIdOf('customer'), measure),
				finding
			}
		];
	});
}

function questionsIn({ cells }: Publication): string[] {
	return [...new Set(cells.map(({ measure }) => measure))].filter(
		(measure) => questionOf(measure) !== null
	);
}

function side(cell: PublishedCell | null, k: number): MirrorSide {
	if (!cell) return { n: null, mean: hidden('not-agreed', k), margin: null };
	const { n, mean, margin } = cell;
	return { n, mean, margin };
}
