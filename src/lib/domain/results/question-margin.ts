import { organizationScore } from '../scoring/group-score.ts';
import { errorOfMean, intervalAround } from '../scoring/interval.ts';
import type { CountedGroup, CountedRound } from './counted-round.ts';
import { WHOLE } from './group-ids.ts';
import { sampleFor } from './measures.ts';

/** One question says little of a person, so nothing is known of its spread and noise beforehand. */
const UNKNOWN = { spread: null, reliability: null };

/** Half of the 95 % interval of one question, for people like these; null where there is none. */
export function questionMargin(
	{ teams }: Pick<CountedRound, 'teams'>,
	{ id, tally, cell }: CountedGroup,
	measure: string
): number | null {
	const sample = sampleFor(tally, cell, measure);
	if (id === WHOLE) {
		const strata = teams.map((team) => ({
			sample: sampleFor(tally, tally.cell(team.id), measure),
			headcount: team.headcount
		}));
		return organizationScore(strata, sample, UNKNOWN).climate?.margin ?? null;
	}
	const error = errorOfMean(sample, UNKNOWN);
	return sample.mean === null || !error ? null : intervalAround(sample.mean, error).margin;
}
