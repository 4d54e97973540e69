import type { Answers } from '../answers.ts';
import type { Measure } from '../publication/request.ts';
import { scaleRange } from '../instrument/form.ts';
import { outcomesOf } from '../round/questions.ts';
import { encodeAnswers, type Layout } from '../scoring/layout.ts';
import { Tally } from '../scoring/tally.ts';
import type { CountedRound, RoundSheet } from './counted-round.ts';
import { statisticOf } from './measures.ts';
import { measuresShown } from './mirror-measures.ts';
import { atomId } from './round-request.ts';

/** How many sheets have each score, in the measure's units. */
export type Scores = Map<number, number>;
/** By atom, then by measure. */
export type ScoresByAtom = Map<string, Map<string, Scores>>;

/** What each sheet by itself says about each measure: to see which answers stayed the same, and for nothing else. */
export function scoresByAtom(
	counted: CountedRound,
	sheets: readonly RoundSheet[],
	measures: readonly Measure[]
): ScoresByAtom {
	const { round, tallies, instrument } = counted;
	const all: ScoresByAtom = new Map();
	const outcomes = outcomesOf(round, instrument).map(({ id }) => id);
	for (const [lens, { layout }] of tallies) {
		const asked = new Set(measuresShown(counted, lens));
		const own = measures.filter(({ id }) => asked.has(id));
		const scoresOf = oneByOne(layout, own, outcomes);
		const ids = [...own.map(({ id }) => id), ...outcomes];
		for (const { teamId, answers } of sheets.filter((sheet) => sheet.lens === lens)) {
			const atom = atomId(round, lens, teamId ?? '');
			if (!all.has(atom)) all.set(atom, new Map(ids.map((id) => [id, new Map()])));
			for (const [measure, score] of scoresOf(answers)) {
				const known = all.get(atom)!.get(measure)!;
				known.set(score, (known.get(score) ?? 0) + 1);
			}
		}
	}
	return all;
}

/** Scores one sheet after the other: what each of them adds to the sums of all, and its outcomes as steps. */
function oneByOne(layout: Layout, measures: readonly Measure[], outcomes: readonly string[]) {
	const tally = new Tally(layout);
	const cell = tally.cell('');
	const code = new Uint8Array(layout.instrument.items.length);
	const { low } = scaleRange(layout.instrument);
	let before = measures.map((measure) => statisticOf(tally, cell, measure));
	return (answers: Answers): [measure: string, score: number][] => {
		encodeAnswers(layout, answers, code);
		const leftOut = cell.sums[tally.at.leftOut];
		tally.add(cell, code);
		if (cell.sums[tally.at.leftOut] !== leftOut) return [];
		const after = measures.map((measure) => statisticOf(tally, cell, measure));
		const scores = measures.flatMap(({ id }, i): [string, number][] =>
			after[i]!.n > before[i]!.n ? [[id, after[i]!.sum - before[i]!.sum]] : []
		);
		before = after;
		const steps = outcomes.flatMap((id): [string, number][] =>
			answers[id] == null ? [] : [[id, answers[id] - low]]
		);
		return [...scores, ...steps];
	};
}
