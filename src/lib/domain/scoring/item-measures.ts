import { consensus, polarization, vanDerEijk } from './consensus.ts';
import { meanDistance, medianStep, type Counts } from './counts.ts';

/**
 * How closely a group answers one item; all distances in steps of the scale. Measures item after item into the
 * same numbers: an organization has hundreds of thousands, and an object for each would be half of its report's cost.
 */
export class ItemMeasures {
	n = 0;
	/** Sample variance (n − 1). */
	variance = 0;
	sd = 0;
	/** Average deviation from the mean, and from the median (denominator n). */
	adMean = 0;
	adMedian = 0;
	/** −1 to 1, where `hasAwg`: not where the mean is too near an end of the scale, or people are too few. */
	awg = 0;
	hasAwg = false;
	/** The first needs three values on the scale, the others two; 0 where there are fewer. */
	vanDerEijk = 0;
	consensus = 0;
	polarization = 0;

	/** False below two answers, with which only `n` says anything. */
	measure(counts: Counts): boolean {
		let n = 0;
		let sum = 0;
		let squares = 0;
		for (let at = 0; at < counts.length; at++) {
			n += counts[at]!;
			sum += at * counts[at]!;
			squares += at * at * counts[at]!;
		}
		this.n = n;
		if (n < 2) return false;

		this.variance = (n * squares - sum ** 2) / (n * (n - 1));
		this.sd = Math.sqrt(this.variance);
		this.adMean = meanDistance(counts, sum / n)!;
		this.adMedian = meanDistance(counts, medianStep(counts)!)!;
		this.#measureAwg(sum, counts.length - 1);
		this.vanDerEijk = vanDerEijk(counts) ?? 0;
		this.consensus = consensus(counts) ?? 0;
		this.polarization = polarization(counts) ?? 0;
		return true;
	}

	/**
	 * One minus twice the variance over the largest variance that this mean allows. Its two bounds are where
	 * a single person off the end of the scale would already give the largest variance; all at one end is 1.
	 */
	#measureAwg(sum: number, range: number): void {
		const { n } = this;
		const isAtAnEnd = sum === 0 || sum === range * n;
		this.hasAwg = n >= range && (isAtAnEnd || (sum >= range && sum <= range * (n - 1)));
		const mean = sum / n;
		const largest = ((range - mean) * mean * n) / (n - 1);
		this.awg = isAtAnEnd ? 1 : 1 - (2 * this.variance) / largest;
	}
}
