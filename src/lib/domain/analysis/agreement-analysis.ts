import { AgreementSums } from '../scoring/agreement-sums.ts';
import { jointAgreement } from '../scoring/agreement.ts';
import type { Cell } from '../scoring/cell.ts';
import { ItemMeasures } from '../scoring/item-measures.ts';
import type { Layout } from '../scoring/layout.ts';
import { readAnswerCounts } from '../scoring/readings.ts';
import type { GroupAnalysis } from './analysis.ts';

/** How close a group's answers lie, over all spectrum items and in each dimension. */
export function agreementAnalysis(layout: Layout, { counts }: Cell): GroupAnalysis['agreement'] {
	const { dimensions, levels } = layout;
	const answers: number[] = [];
	const item = new ItemMeasures();
	const sums = new AgreementSums(levels);
	const spectrum = new AgreementSums(levels);
	const perDimension = dimensions.map(({ dimension, places, spectrumAt }) => {
		sums.clear();
		for (let i = 0; i < places.length; i++) {
			readAnswerCounts(layout, counts, places[i]!, answers);
			if (!item.measure(answers)) continue;
			sums.add(item);
			if (spectrumAt >= 0) spectrum.add(item);
		}
		return ofDimension(dimension.id, sums);
	});
	return { overall: jointAgreement(spectrum), dimensions: perDimension };
}

/** Like `jointAgreement`, with a name: to spread that out would cost as much as all the numbers in it. */
function ofDimension(
	dimension: string,
	sums: AgreementSums
): GroupAnalysis['agreement']['dimensions'][number] {
	return {
		dimension,
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
