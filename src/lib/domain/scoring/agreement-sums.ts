import { nullVariance, nullVariances, type ByNull } from './agreement-nulls.ts';
import { agreementWord, type AgreementWord } from './agreement-word.ts';
import type { ItemMeasures } from './item-measures.ts';

/** The items of a scale, summed up one by one, and what follows from the sums: see `JointAgreement`. */
export class AgreementSums {
	items = 0;
	#fewest = Infinity;
	#variance = 0;
	#sd = 0;
	#adMean = 0;
	#adMedian = 0;
	#awg = 0;
	/** a_wg may be undefined where the others are not. */
	#awgItems = 0;
	#vanDerEijk = 0;
	#consensus = 0;
	#polarization = 0;
	readonly #points: number;

	/** All items are on a scale of so many values. */
	constructor(points: number) {
		this.#points = points;
	}

	/** Begins anew with another scale, to spare an object for each. */
	clear(): void {
		this.items = 0;
		this.#fewest = Infinity;
		this.#variance = 0;
		this.#sd = 0;
		this.#adMean = 0;
		this.#adMedian = 0;
		this.#awg = 0;
		this.#awgItems = 0;
		this.#vanDerEijk = 0;
		this.#consensus = 0;
		this.#polarization = 0;
	}

	/** Adds an item with two answers or more. */
	add(item: ItemMeasures): void {
		this.items++;
		this.#fewest = Math.min(this.#fewest, item.n);
		this.#variance += item.variance;
		this.#sd += item.sd;
		this.#adMean += item.adMean;
		this.#adMedian += item.adMedian;
		this.#vanDerEijk += item.vanDerEijk;
		this.#consensus += item.consensus;
		this.#polarization += item.polarization;
		if (!item.hasAwg) return;
		this.#awgItems++;
		this.#awg += item.awg;
	}

	get n(): number {
		return this.items > 0 ? this.#fewest : 0;
	}

	get meanVariance(): number | null {
		return this.#mean(this.#variance);
	}

	get meanSd(): number | null {
		return this.#mean(this.#sd);
	}

	get adMean(): number | null {
		return this.#mean(this.#adMean);
	}

	get adMedian(): number | null {
		return this.#mean(this.#adMedian);
	}

	get rwgJ(): ByNull<number | null> {
		return rwgJ(this.meanVariance, this.items, this.#points);
	}

	get rwgJLindell(): number | null {
		const expected = nullVariance('uniform', this.#points);
		return this.items === 0 || expected === null
			? null
			: 1 - this.#variance / this.items / expected;
	}

	get awg(): number | null {
		return this.#awgItems > 0 ? this.#awg / this.#awgItems : null;
	}

	get vanDerEijk(): number | null {
		return this.#points < 3 ? null : this.#mean(this.#vanDerEijk);
	}

	get consensus(): number | null {
		return this.#points < 2 ? null : this.#mean(this.#consensus);
	}

	get polarization(): number | null {
		return this.#points < 2 ? null : this.#mean(this.#polarization);
	}

	get word(): AgreementWord | null {
		const { items } = this;
		return agreementWord({
			n: this.n,
			items,
			points: this.#points,
			averageDeviation: this.#adMean / items,
			meanDeviation: this.#sd / items
		});
	}

	#mean(sum: number): number | null {
		return this.items > 0 ? sum / this.items : null;
	}
}

export function rwgJ(
	meanVariance: number | null,
	items: number,
	points: number
): ByNull<number | null> {
	const variances = nullVariances(points);
	return {
		uniform: rwgJAgainst(variances.uniform, meanVariance, items),
		'slight-skew': rwgJAgainst(variances['slight-skew'], meanVariance, items),
		'moderate-skew': rwgJAgainst(variances['moderate-skew'], meanVariance, items),
		'heavy-skew': rwgJAgainst(variances['heavy-skew'], meanVariance, items),
		triangular: rwgJAgainst(variances.triangular, meanVariance, items),
		normal: rwgJAgainst(variances.normal, meanVariance, items)
	};
}

/** Spearman–Brown of rwg over the items; one item gives rwg itself. */
function rwgJAgainst(
	expected: number | null,
	meanVariance: number | null,
	items: number
): number | null {
	if (expected === null || meanVariance === null) return null;
	const share = Math.min(meanVariance / expected, 1);
	return (items * (1 - share)) / (items * (1 - share) + share);
}
