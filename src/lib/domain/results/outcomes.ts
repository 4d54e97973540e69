import type { Answers } from '../answers.ts';
import { scaleRange } from '../instrument/form.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { AtomStatistic, Measure } from '../publication/request.ts';
import type { SheetLens } from '../round/round.ts';
import {
	organizationScore,
	teamScore,
	type GroupScore,
	type Stratum
} from '../scoring/group-score.ts';
import type { Background } from '../scoring/interval.ts';
import type { Sample } from '../scoring/sample.ts';

/** How many people gave each answer to one question, lowest first. */
export type AnswerCounts = readonly number[];

/** The answers about the price of control: by lens, by cell (a team's id, or none), by question. */
export class OutcomeCounts {
	readonly levels: number;
	readonly #low: number;
	readonly #outcomes: readonly string[];
	readonly #counts = new Map<string, number[]>();

	constructor(outcomes: readonly { id: string }[], instrument: Pick<Instrument, 'scale'>) {
		const { low, high } = scaleRange(instrument);
		this.#low = low;
		this.levels = high - low + 1;
		this.#outcomes = outcomes.map(({ id }) => id);
	}

	/** Counts what somebody answered; who was not sure counts nowhere. */
	add(lens: SheetLens, cell: string, answers: Answers): void {
		for (const outcome of this.#outcomes) {
			const value = answers[outcome];
			if (value == null) continue;
			for (const place of [cell, EVERYBODY]) {
				const key = keyOf(lens, place, outcome);
				const counts = this.#counts.get(key) ?? nobody(this.levels);
				counts[value - this.#low]!++;
				this.#counts.set(key, counts);
			}
		}
	}

	of(lens: SheetLens, cell: string, outcome: string): AnswerCounts {
		return this.#counts.get(keyOf(lens, cell, outcome)) ?? nobody(this.levels);
	}

	/** Everybody of a lens together. */
	inAll(lens: SheetLens, outcome: string): AnswerCounts {
		return this.of(lens, EVERYBODY, outcome);
	}
}

/** No team has this id. */
const EVERYBODY = '*';

/** What the gate counts an outcome in: steps of the scale, written as 0 to 100 like everything else. */
export function outcomeMeasure({ id }: { id: string }, instrument: Instrument): Measure {
	const { low, high } = scaleRange(instrument);
	return { id, kind: 'item', range: high - low, scale: { low: 0, high: 100, steps: 100 } };
}

export function outcomeStatistic(answers: AnswerCounts): AtomStatistic {
	return { n: total(answers), sum: total(answers.map((n, step) => n * step)), answers };
}

/** A team's outcome, or that of a lens whose headcount nobody knows, with its interval. */
export function outcomeScore(
	answers: AnswerCounts,
	headcount: number | null,
	instrument: Pick<Instrument, 'precision'>
): GroupScore {
	return teamScore({ sample: sampleOf(answers), headcount }, outcomeBackground(instrument));
}

/** The organization's outcome: its teams weighted by headcount, as its other scores are. */
export function wholeOutcomeScore(
	teams: readonly { answers: AnswerCounts; headcount: number }[],
	instrument: Pick<Instrument, 'precision'>
): GroupScore {
	const strata = teams.map(({ answers, headcount }): Stratum => ({
		sample: sampleOf(answers),
		headcount
	}));
	const everybody = (teams[0]?.answers ?? []).map((_, step) =>
		total(teams.map(({ answers }) => answers[step]!))
	);
	return organizationScore(strata, sampleOf(everybody), outcomeBackground(instrument));
}

/**
 * What is known of one question before looking: the true spread of a dimension with the noise of one answer on
 * top, √(.74 · 20² + 20.7²) = 26.9 points, of which .41 is true. As in the table of standard errors for one
 * item: 26.9 / √5 = 12.0.
 */
export function outcomeBackground({ precision }: Pick<Instrument, 'precision'>): Background {
	if (!precision) return { spread: null, reliability: null };
	const { itemSem, reliability, typicalSpread } = precision;
	const isTrue = reliability.dimension * typicalSpread.dimension ** 2;
	const all = isTrue + itemSem ** 2;
	return { spread: Math.sqrt(all), reliability: isTrue / all };
}

/** In points of 0 to 100. */
function sampleOf(answers: AnswerCounts): Sample {
	const { n, sum } = outcomeStatistic(answers);
	const points = 100 / (answers.length - 1);
	const squares = total(answers.map((people, step) => people * step ** 2));
	return {
		n,
		mean: n === 0 ? null : (sum / n) * points,
		variance: n < 2 ? null : ((n * squares - sum ** 2) / (n * (n - 1))) * points ** 2
	};
}

function keyOf(lens: SheetLens, cell: string, outcome: string): string {
	return `${lens}/${cell}/${outcome}`;
}

function nobody(levels: number): number[] {
	return Array.from({ length: levels }, () => 0);
}

function total(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
