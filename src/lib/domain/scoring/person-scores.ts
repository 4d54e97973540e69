import type { Layout } from './layout.ts';
import * as readings from './readings.ts';
import { differenceSample, type Sample } from './sample.ts';
import { Tally, type Cell } from './tally.ts';

/** People of one group in two rounds, as sums over those who have the score in both; in units of each round. */
interface PairSums {
	n: number;
	before: number;
	now: number;
	squaresBefore: number;
	products: number;
	squaresNow: number;
}

/** No score. */
const NONE = -1;

/**
 * Scores person by person in one lens of one round, by a code that tells the same person in two rounds. Only for
 * comparing the rounds: nothing of it is in any result. Grows with people, unlike a tally.
 */
export class PersonScores {
	readonly layout: Layout;
	readonly #places = new Map<string, number>();
	readonly #teams: string[] = [];
	/** By person, then by measure: each dimension, then the overall. */
	#units: Float64Array;
	readonly #tally: Tally;
	readonly #cell: Cell;

	constructor(layout: Layout) {
		this.layout = layout;
		this.#tally = new Tally(layout);
		this.#cell = this.#tally.cell('');
		this.#units = new Float64Array(64 * this.measures);
	}

	/** The dimensions and the overall. */
	get measures(): number {
		return this.layout.dimensions.length + 1;
	}

	/** The person's place in the order of adding; undefined for nobody. */
	placeOf(code: string): number | undefined {
		return this.#places.get(code);
	}

	/** Adds somebody whose code is new. A sheet that is left out of every score has none here either. */
	add(code: string, team: string, sheet: Uint8Array, seconds = NaN): void {
		const { measures } = this;
		const start = this.#teams.length * measures;
		if (start + measures > this.#units.length) this.#grow();
		this.#cell.sums.fill(0);
		this.#tally.add(this.#cell, sheet, 0, seconds);
		for (let measure = 0; measure < measures; measure++)
			this.#units[start + measure] = this.#scoreOf(measure);
		this.#places.set(code, this.#teams.length);
		this.#teams.push(team);
	}

	/** By team: those who answered from it in both rounds, as one sample of differences for each measure. */
	differencesByTeam(before: PersonScores): Map<string, Sample[]> {
		return this.#differences(before, (team, earlier) => (team === earlier ? team : null));
	}

	/** The same of everybody, whichever team they answered from. */
	differences(before: PersonScores): Sample[] {
		return this.#differences(before, () => '').get('') ?? [];
	}

	#differences(
		before: PersonScores,
		groupOf: (team: string, earlier: string) => string | null
	): Map<string, Sample[]> {
		const groups = new Map<string, PairSums[]>();
		for (const [code, place] of this.#places) {
			const earlier = before.#places.get(code);
			if (earlier === undefined) continue;
			const group = groupOf(this.#teams[place]!, before.#teams[earlier]!);
			if (group === null) continue;
			if (!groups.has(group)) groups.set(group, Array.from({ length: this.measures }, nobody));
			groups
				.get(group)!
				.forEach((sums, measure) =>
					addPair(sums, before.#unitsOf(earlier, measure), this.#unitsOf(place, measure))
				);
		}
		const samples = (all: PairSums[]) =>
			all.map((sums, measure) =>
				sampleOf(sums, before.#pointsPerUnit(measure), this.#pointsPerUnit(measure))
			);
		return new Map([...groups].map(([group, all]) => [group, samples(all)]));
	}

	#unitsOf(place: number, measure: number): number {
		return this.#units[place * this.measures + measure]!;
	}

	#pointsPerUnit(measure: number): number {
		const { dimensions, dimensionUnits, overallUnits } = this.layout;
		return 100 / (measure < dimensions.length ? dimensionUnits : overallUnits);
	}

	/** What the sheet at hand has added to empty sums. */
	#scoreOf(measure: number): number {
		const { n, sum } =
			measure < this.layout.dimensions.length
				? readings.dimensionSums(this.#tally, this.#cell, measure)
				: readings.overallSums(this.#tally, this.#cell);
		return n === 0 ? NONE : sum;
	}

	#grow(): void {
		const larger = new Float64Array(this.#units.length * 2);
		larger.set(this.#units);
		this.#units = larger;
	}
}

function nobody(): PairSums {
	return { n: 0, before: 0, now: 0, squaresBefore: 0, products: 0, squaresNow: 0 };
}

/** In whole units, so that the order of people never shows. */
function addPair(sums: PairSums, before: number, now: number): void {
	if (before === NONE || now === NONE) return;
	sums.n++;
	sums.before += before;
	sums.now += now;
	sums.squaresBefore += before * before;
	sums.products += before * now;
	sums.squaresNow += now * now;
}

/** Now minus before, in points. */
function sampleOf(sums: PairSums, pointsBefore: number, pointsNow: number): Sample {
	const product = sums.products * pointsBefore * pointsNow;
	const moments = {
		n: sums.n,
		sums: [sums.before * pointsBefore, sums.now * pointsNow],
		products: [
			[sums.squaresBefore * pointsBefore ** 2, product],
			[product, sums.squaresNow * pointsNow ** 2]
		]
	};
	return differenceSample(moments, 1, 0);
}
