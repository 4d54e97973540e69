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
export interface ItemAgreement {
	n: number;
	/** Sample variance (n − 1). */
	variance: number | null;
	sd: number | null;
	/** Average deviation from the mean, and from the median (denominator n). */
	adMean: number | null;
	adMedian: number | null;
	/** 0 (no closer than the null) to 1 (all agree), for each null distribution. */
	rwg: ByNull<number | null>;
	/** −1 to 1; null where the mean is too near an end of the scale, or people are too few. */
	awg: number | null;
	vanDerEijk: number | null;
	consensus: number | null;
	polarization: number | null;
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
	const n = total(counts);
	const variance = stepVariance(counts);
	const isEnough = variance !== null;
	return {
		n,
		variance,
		sd: isEnough ? Math.sqrt(variance) : null,
		adMean: isEnough ? meanDistance(counts, meanStep(counts)!) : null,
		adMedian: isEnough ? meanDistance(counts, medianStep(counts)!) : null,
		rwg: rwgJ(variance, 1, counts.length),
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
export function jointAgreement(perItem: readonly ItemAgreement[], points: number): JointAgreement {
	const counted = perItem.filter(({ variance }) => variance !== null);
	const mean = (value: (item: ItemAgreement) => number | null) => meanOf(counted.map(value));
	const n = counted.length ? Math.min(...counted.map((item) => item.n)) : 0;
	const meanVariance = mean(({ variance }) => variance);
	const meanSd = mean(({ sd }) => sd);
	const adMean = mean((item) => item.adMean);
	const uniform = nullVariance('uniform', points);

	return {
		items: counted.length,
		n,
		meanVariance,
		meanSd,
		adMean,
		adMedian: mean((item) => item.adMedian),
		rwgJ: rwgJ(meanVariance, counted.length, points),
		rwgJLindell: meanVariance === null || uniform === null ? null : 1 - meanVariance / uniform,
		awg: mean((item) => item.awg),
		vanDerEijk: mean((item) => item.vanDerEijk),
		consensus: mean((item) => item.consensus),
		polarization: mean((item) => item.polarization),
		word:
			adMean === null || meanSd === null
				? null
				: agreementWord({
						n,
						items: counted.length,
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

function meanOf(values: readonly (number | null)[]): number | null {
	const defined = values.filter((value) => value !== null);
	if (defined.length === 0) return null;
	return defined.reduce((sum, value) => sum + value, 0) / defined.length;
}
