import { itemsOf, spectrumDimensions } from '../instrument/form.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { personBalance, type PersonBalance } from '../scoring/person-balance.ts';
import { isComparable, personChange, type PersonChange } from '../scoring/person-change.ts';
import { personScore, type DimensionScore, type PersonScore } from '../scoring/person.ts';
import { zonesTouched, type Zone } from '../scoring/zones.ts';
import type { Sheet } from '../sheet.ts';

/** A dimension that stands out from the person's own overall, and to which side. */
export interface ClearDimension {
	dimension: string;
	side: 'monolith' | 'hologram';
	score: number;
	margin: number;
}

/** One sheet's overall at its place in time. */
export interface ReportMoment {
	day: string;
	form: string;
	score: number | null;
	margin: number | null;
}

/** What a person's report says, in codes and numbers: scores of 0 to 100 in full precision, or null. */
export interface PersonReport {
	sheet: Sheet;
	score: PersonScore;
	/** The zones that the overall touches with its margin, and the one it lies in; null without an overall. */
	zones: { at: Zone; from: Zone; to: Zone } | null;
	/** At most three, the farthest from the person's own overall first. */
	clearest: ClearDimension[];
	/** The clear dimension nearest to the monolith, where a first step is most likely to be noticed. */
	start: string | null;
	/** Items answered “not sure”, and items without an answer, in the order they were asked. */
	notSure: string[];
	unanswered: string[];
	/** Inward and outward; null when one of the two has no score to show. */
	balance: PersonBalance | null;
	/** The earlier sheets that can be compared, and this one, the oldest first; empty without one. */
	moments: ReportMoment[];
	/** From the latest of those to this one; null without one, or when one of the two has no overall. */
	change: PersonChange | null;
	/** The profile of the latest of those. */
	earlier: { day: string; dimensions: DimensionScore[] } | null;
}

/** Reads a sheet, and the earlier ones it may be compared with, into what the report says. */
export function personReport(
	instrument: Instrument,
	sheet: Sheet,
	earlierSheets: readonly Sheet[] = []
): PersonReport {
	const score = personScore(instrument, sheet.form, sheet.answers);
	const earlier = earlierSheets
		.filter((one) => isComparable(one, sheet))
		.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
	const clearest = clearDimensions(score);
	const asked = itemsOf(instrument, sheet.form).map(({ id }) => id);

	return {
		sheet,
		score,
		zones: overallZones(score),
		clearest,
		start: startingPoint(instrument, clearest),
		notSure: asked.filter((id) => sheet.answers[id] === null),
		unanswered: asked.filter((id) => sheet.answers[id] === undefined),
		balance: personBalance(instrument, score),
		moments: earlier.length > 0 ? [...earlier, sheet].map((one) => momentOf(instrument, one)) : [],
		change: changeSince(instrument, earlier.at(-1), score),
		earlier: profileBefore(instrument, earlier.at(-1))
	};
}

function overallZones({ overall: { score, margin } }: PersonScore): PersonReport['zones'] {
	if (score === null) return null;
	return { at: zonesTouched(score, 0).from, ...zonesTouched(score, margin ?? 0) };
}

function clearDimensions({ overall, dimensions, clearest }: PersonScore): ClearDimension[] {
	return clearest.map((id) => {
		const { score, margin } = dimensions.find(({ dimension }) => dimension === id)!;
		const side = score! > overall.score! ? 'hologram' : 'monolith';
		return { dimension: id, side, score: score!, margin: margin! };
	});
}

function startingPoint(instrument: Instrument, clearest: readonly ClearDimension[]): string | null {
	const spectrum = new Set(spectrumDimensions(instrument).map(({ id }) => id));
	const low = clearest.filter(
		({ dimension, side }) => side === 'monolith' && spectrum.has(dimension)
	);
	return low[0]?.dimension ?? null;
}

function momentOf(instrument: Instrument, { day, form, answers }: Sheet): ReportMoment {
	const { score, margin } = personScore(instrument, form, answers).overall;
	return { day, form, score, margin };
}

function changeSince(
	instrument: Instrument,
	before: Sheet | undefined,
	score: PersonScore
): PersonChange | null {
	if (!before) return null;
	return personChange(instrument, personScore(instrument, before.form, before.answers), score);
}

function profileBefore(instrument: Instrument, before: Sheet | undefined): PersonReport['earlier'] {
	if (!before) return null;
	const { dimensions } = personScore(instrument, before.form, before.answers);
	return { day: before.day, dimensions };
}
