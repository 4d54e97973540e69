import type { ByNull } from './agreement-nulls.ts';
import { AgreementSums, rwgJ } from './agreement-sums.ts';
import type { AgreementWord } from './agreement-word.ts';
import type { Counts } from './counts.ts';
import { ItemMeasures } from './item-measures.ts';

/** How closely a group answers one item; all distances in steps of the scale, null below two answers. */
export interface ItemAgreement {
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
	const item = new ItemMeasures();
	const isEnough = item.measure(counts);
	const known = (value: number) => (isEnough ? value : null);
	return {
		n: item.n,
		variance: known(item.variance),
		sd: known(item.sd),
		adMean: known(item.adMean),
		adMedian: known(item.adMedian),
		awg: item.hasAwg ? known(item.awg) : null,
		vanDerEijk: counts.length < 3 ? null : known(item.vanDerEijk),
		consensus: counts.length < 2 ? null : known(item.consensus),
		polarization: counts.length < 2 ? null : known(item.polarization),
		rwg: rwgJ(known(item.variance), 1, counts.length)
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
	const item = new ItemMeasures();
	const sums = new AgreementSums(items[0]?.length ?? 0);
	for (const counts of items) if (item.measure(counts)) sums.add(item);
	return { ...jointAgreement(sums), perItem: items.map(itemAgreement) };
}

/** `scaleAgreement` of items that are summed up already. */
export function jointAgreement(sums: AgreementSums): JointAgreement {
	return {
		items: sums.items,
		n: sums.n,
		meanVariance: sums.meanVariance,
		meanSd: sums.meanSd,
		adMean: sums.adMean,
		adMedian: sums.adMedian,
		rwgJ: sums.rwgJ,
		rwgJLindell: sums.rwgJLindell,
		awg: sums.awg,
		vanDerEijk: sums.vanDerEijk,
		consensus: sums.consensus,
		polarization: sums.polarization,
		word: sums.word
	};
}
