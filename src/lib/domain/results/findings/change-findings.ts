import type { Publication, PublishedCell } from '../../publication/publication.ts';
import type { FindingRequest } from '../../publication/request.ts';
import { stratifiedChange, unlinkedChange, type Change } from '../../scoring/change.ts';
import { knownNoise } from '../../scoring/gaps.ts';
import { outcomesOf } from '../../round/questions.ts';
import type { CountedGroup, CountedRound } from '../counted-round.ts';
import { changeId, yesOrNo } from '../finding-ids.ts';
import { OVERALL, WHOLE } from '../group-ids.ts';
import { questionOf } from '../question-measure.ts';
import { placeOf, sampleFor } from '../measures.ts';
import { halfWidth } from './margins.ts';
import { cellsAt, from, NOTHING_SHOWN, shownMargin, shownMean } from './shown-cells.ts';

/** The round before, as far as it can be compared with. */
export interface PreviousRound {
	publication: Publication;
	/** Its answers, counted; null once they are deleted. */
	counted: CountedRound | null;
}

/**
 * What has changed since the round before: the difference of the two means as they are shown, so that nobody
 * learns from it what these do not tell, with the margin of Welch's interval (teams and lenses) or of the
 * stratified one (the whole). Where the earlier answers are deleted, and for the outcomes, the two margins on show
 * make the margin. A change is clear when it is larger than its margin. The mirror's questions have none.
 */
export function changeFindings(
	counted: CountedRound,
	shown: Publication,
	previous: PreviousRound
): FindingRequest[] {
	const before = cellsAt(previous.publication);
	return shown.cells.flatMap((cell) => {
		if (questionOf(cell.measure) !== null) return [];
		const earlier = before(previousGroup(counted, cell.group), cell.measure);
		return earlier ? changeOf(cell, earlier, counted, previous) : [];
	});
}

/** Teams have new ids in each round and say which they were; the whole and the lenses keep theirs. */
function previousGroup({ teams }: CountedRound, group: string): string {
	const team = teams.find(({ id }) => id === group);
	return team ? (team.previousId ?? '') : group;
}

function changeOf(
	cell: PublishedCell,
	earlier: PublishedCell,
	counted: CountedRound,
	previous: PreviousRound
): FindingRequest[] {
	const { group, measure } = cell;
	const [now, then] = [shownMean(cell), shownMean(earlier)];
	const margins = [shownMargin(cell), shownMargin(earlier)];
	const finding = (
		part: Parameters<typeof changeId>[0],
		value: FindingRequest['value'],
		cells: string[]
	) => ({ id: changeId(part, group, measure), value, from: cells });
	if (now === null || then === null || margins.includes(null))
		return [finding('difference', 0, NOTHING_SHOWN)];

	const margin =
		marginBetween(counted, previous.counted, cell, earlier) ??
		Math.ceil(Math.hypot(...(margins as number[])));
	const own = from({ group, measure });
	return [
		finding('difference', now - then, own),
		finding('margin', margin, own),
		finding('is-clear', yesOrNo(Math.abs(now - then) > margin), own)
	];
}

function marginBetween(
	counted: CountedRound,
	before: CountedRound | null,
	{ group, measure }: PublishedCell,
	earlier: PublishedCell
): number | null {
	const now = counted.groups.get(group)!;
	const then = before?.groups.get(earlier.group);
	if (!before || !then || isOutcome(counted, measure)) return null;
	const noise = noiseOf(now, measure);
	if (group !== WHOLE)
		return halfWidth(unlinkedChange(sampleOf(then, measure), sampleOf(now, measure), noise));
	return halfWidth(wholeChange(counted, before, measure, noise));
}

function isOutcome({ round, instrument }: CountedRound, measure: string): boolean {
	return outcomesOf(round, instrument).some(({ id }) => id === measure);
}

function wholeChange(
	counted: CountedRound,
	before: CountedRound,
	measure: string,
	noise: ReturnType<typeof noiseOf>
): Change {
	const teams = counted.teams.flatMap(({ id, previousId, headcount }) => {
		const then = previousId === null ? undefined : before.groups.get(previousId);
		if (!then) return [];
		const now = counted.groups.get(id)!;
		return [
			{ team: id, headcount, before: sampleOf(then, measure), after: sampleOf(now, measure) }
		];
	});
	return stratifiedChange(teams, noise);
}

function sampleOf({ tally, cell }: CountedGroup, measure: string) {
	return sampleFor(tally, cell, measure);
}

function noiseOf({ tally: { layout } }: CountedGroup, measure: string) {
	const items =
		measure === OVERALL
			? layout.items.length
			: layout.dimensions[placeOf(layout, measure)]!.places.length;
	return knownNoise(layout.instrument, items, 'people-like-this');
}
