import { holoscope } from '$lib/content/instruments';
import type { Answers } from '$lib/domain/answers';
import { analysisSchema, type Analysis } from '$lib/domain/analysis/analysis';
import { analyze, type AnalysisOptions } from '$lib/domain/analysis/analyze';
import type { Instrument, Lens } from '$lib/domain/instrument/instrument';
import { encodeAnswers, layoutOf } from '$lib/domain/scoring/layout';
import { Tally } from '$lib/domain/scoring/tally';

export interface Respondent {
	team: string;
	answers: Answers;
	seconds?: number;
}

/** People counted one after another. */
export function tallyOf(
	instrument: Instrument,
	form: string,
	people: readonly Respondent[]
): Tally {
	const layout = layoutOf(instrument, form);
	const tally = new Tally(layout);
	const sheet = new Uint8Array(layout.items.length);
	for (const { team, answers, seconds } of people) {
		encodeAnswers(layout, answers, sheet);
		tally.add(tally.cell(team), sheet, 0, seconds ?? NaN);
	}
	return tally;
}

/** The analysis of one lens, checked against the published schema. */
export function analysisOf(
	people: readonly Respondent[],
	{
		instrument = holoscope,
		form = 'full',
		lens = 'member',
		...options
	}: AnalysisOptions & { instrument?: Instrument; form?: string; lens?: Lens } = {}
): Analysis {
	return analysisSchema.parse(
		analyze([{ lens, tally: tallyOf(instrument, form, people) }], options)
	);
}
