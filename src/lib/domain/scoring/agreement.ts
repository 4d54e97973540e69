import { byNull, nullVariance, type ByNull } from './agreement-nulls.ts';
import { agreementWord, type AgreementWord } from './agreement-word.ts';
import { consensus, polarization, vanDerEijk } from './consensus.ts';
import {
	meanDistance,
	meanStep,
	medianStep,
	stepSum,
	stepVariance,
	total,
	type Counts
} from './counts.ts';

/** How closely a group answers one item; all distances in steps of the scale, null below two answers. */
export interface ItemCloseness {
	n: number;
	/** Sample variance (n − 1). */
	variance: number | null;
	sd: number | null;
	/** Average deviation from the mean, and from the median (denominator n). */
	adMean: number | null;
	adMedian: number | null;
	/** −1 to 1; null where the mean is too near an end of the scale, or people are too few. */
	awg: number | null;
	vanDerEijk: number | null;
	consensus: number | null;
	polarization: number | null;
}

export interface ItemAgreement extends ItemCloseness {
	/** 0 (no closer than the null) to 1 (all agree), for each null distribution. */
	rwg: ByNull<number | null>;
}

/** How closely a group answers the items of a scale: means over items with two answers or more. */
export interface JointAgreement {
	/** Items that count in. */
	items: number;
	/** The fewest answers that one of these items has; 0 when none counts. */
	n: number;
	meanVariance: number | null;
	meanSd: number | null;
	adMean: number | null;
	adMedian: number | null;
	rwgJ: ByNull<number | null>;
	/** r*wg(j): not inflated by the number of items; below 0 when answers differ more than even ones. */
	rwgJLindell: number | null;
	awg: number | null;
	vanDerEijk: number | null;
	consensus: number | null;
	polarization: number | null;
	/** Null below four answers on any item that counts. */
	word: AgreementWord | null;
}

export interface ScaleAgreement extends JointAgreement {
	/** Every item that was given, in its order. */
	perItem: ItemAgreement[];
}

/**
 * Agreement of a group on one item, from how many gave each value. The direction of the item's key does
 * not matter.
 *
 * rwg: James, Demaree & Wolf (1984), the variance cut at the null's. ADm: Burke, Finkelstein & Dusig (1999).
 * a_wg: Brown & Hauenstein (2005). For the others see `consensus.ts`.
 */
export function itemAgreement(counts: Counts): ItemAgreement {
	const closeness = itemCloseness(counts);
	return { ...closeness, rwg: rwgJ(closeness.variance, 1, counts.length) };
}

/** `itemAgreement` without rwg, for those who only need it of several items together. */
export function itemCloseness(counts: Counts): ItemCloseness {
	const n = total(counts);
	const variance = stepVariance(counts);
	const isEnough = variance !== null;
	return {
		n,
		variance,
		sd: isEnough ? Math.sqrt(variance) : null,
		adMean: isEnough ? meanDistance(counts, meanStep(counts)!) : null,
		adMedian: isEnough ? meanDistance(counts, medianStep(counts)!) : null,
		awg: awg(counts),
		vanDerEijk: vanDerEijk(counts),
		consensus: consensus(counts),
		polarization: polarization(counts)
	};
}

/**
 * Agreement of a group on the items of a scale, each given as counts over the same values. Items with fewer
 * than two answers do not count in; with none left everything is null.
 *
 * rwg(j): James, Demaree & Wolf (1984), the mean item variance cut at the null's. r*wg(j): Lindell, Brandt &
 * Whitney (1999), against the uniform null. The word rests on ADm by group size, since every index drifts
 * with n: never compare groups of different size by the raw numbers.
 */
export function scaleAgreement(items: readonly Counts[]): ScaleAgreement {
	const perItem = items.map(itemAgreement);
	return { ...jointAgreement(perItem, items[0]?.length ?? 0), perItem };
}

/** `scaleAgreement` of items whose own agreement is known, on a scale of `points` values. */
export function jointAgreement(perItem: readonly ItemCloseness[], points: number): JointAgreement {
	const sums = emptySums();
	for (const item of perItem) addItem(sums, item);
	const { items, n } = sums;
	const mean = (sum: number) => (items > 0 ? sum / items : null);
	const meanVariance = mean(sums.variance);
	const meanSd = mean(sums.sd);
	const adMean = mean(sums.adMean);
	const uniform = nullVariance('uniform', points);

	return {
		items,
		n: items > 0 ? n : 0,
		meanVariance,
		meanSd,
		adMean,
		adMedian: mean(sums.adMedian),
		rwgJ: rwgJ(meanVariance, items, points),
		rwgJLindell: meanVariance === null || uniform === null ? null : 1 - meanVariance / uniform,
		awg: sums.awgItems > 0 ? sums.awg / sums.awgItems : null,
		vanDerEijk: points < 3 ? null : mean(sums.vanDerEijk),
		consensus: points < 2 ? null : mean(sums.consensus),
		polarization: points < 2 ? null : mean(sums.polarization),
		word:
			adMean === null || meanSd === null
				? null
				: agreementWord({
						n,
						items,
						points,
						averageDeviation: adMean,
						meanDeviation: meanSd
					})
	};
}

/** Spearman–Brown of rwg over the items; one item gives rwg itself. */
function rwgJ(meanVariance: number | null, items: number, points: number): ByNull<number | null> {
	return byNull(points, (expected) => {
		if (meanVariance === null) return null;
		const share = Math.min(meanVariance / expected, 1);
		return (items * (1 - share)) / (items * (1 - share) + share);
	});
}

/**
 * One minus twice the variance over the largest variance that this mean allows. Its two bounds are where
 * a single person off the end of the scale would already give the largest variance; all at one end is 1.
 */
function awg(counts: Counts): number | null {
	const n = total(counts);
	const range = counts.length - 1;
	if (n < Math.max(2, range)) return null;

	const sum = stepSum(counts);
	if (sum === 0 || sum === range * n) return 1;
	if (sum < range || sum > range * (n - 1)) return null;
	const mean = sum / n;
	const largest = ((range - mean) * mean * n) / (n - 1);
	return 1 - (2 * stepVariance(counts)!) / largest;
}

/** Sums over the items that count in; a_wg may be undefined where the others are not. */
function emptySums() {
	return {
		items: 0,
		n: Infinity,
		variance: 0,
		sd: 0,
		adMean: 0,
		adMedian: 0,
		awg: 0,
		awgItems: 0,
		vanDerEijk: 0,
		consensus: 0,
		polarization: 0
	};
}

function addItem(sums: ReturnType<typeof emptySums>, item: ItemCloseness): void {
	if (item.variance === null) return;
	sums.items++;
	sums.n = Math.min(sums.n, item.n);
	sums.variance += item.variance;
	sums.sd += item.sd!;
	sums.adMean += item.adMean!;
	sums.adMedian += item.adMedian!;
	sums.vanDerEijk += item.vanDerEijk ?? 0;
	sums.consensus += item.consensus ?? 0;
	sums.polarization += item.polarization ?? 0;
	if (item.awg === null) return;
	sums.awgItems++;
	sums.awg += item.awg;
}
