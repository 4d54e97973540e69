import { spectrumDimensions } from '../../domain/instrument/form.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { PersonReport } from '../../domain/report/person-report.ts';
import type { DimensionScore } from '../../domain/scoring/person.ts';
import * as m from '../../paraglide/messages.js';
import type { ChangeBlock, RadarBlock, ScoresBlock, SpectrumBlock } from './document.ts';
import { dayWords, dimensionOf, isShown, points, scoreWords } from './names.ts';

export function spectrumBlock({ score: { overall } }: PersonReport): SpectrumBlock {
	const { score, margin } = overall;
	return {
		kind: 'spectrum',
		alt: spectrumAlt(score, margin),
		score,
		margin,
		label: score === null ? '' : points(score),
		poles: { monolith: m.spectrum_monolith(), hologram: m.spectrum_hologram() }
	};
}

export function spectrumAlt(score: number | null, margin: number | null): string {
	if (score === null) return m.report_spectrum_alt_none();
	if (margin === null) return m.report_spectrum_alt_exact({ score: points(score) });
	return m.report_spectrum_alt({
		score: points(score),
		from: points(Math.max(0, score - margin)),
		to: points(Math.min(100, score + margin))
	});
}

export function scoresBlock(
	instrument: Instrument,
	{ score, clearest }: PersonReport
): ScoresBlock {
	return {
		kind: 'scores',
		columns: {
			name: m.report_scores_name(),
			low: m.report_scores_low(),
			scale: m.report_scores_scale(),
			high: m.report_scores_high(),
			score: m.report_scores_score(),
			margin: m.report_table_margin(),
			answered: m.report_table_answered()
		},
		lines: score.dimensions.map((entry) => {
			const { name, monolith, hologram, inSpectrum } = dimensionOf(instrument, entry.dimension);
			return {
				name,
				low: monolith,
				high: hologram,
				score: isShown(entry) ? entry.score : null,
				margin: isShown(entry) ? entry.margin : null,
				label: scoreWords(entry),
				marginLabel:
					isShown(entry) && entry.margin !== null
						? m.report_scores_margin({ margin: entry.margin })
						: '',
				answered: m.report_table_share({ count: entry.answered, total: entry.asked }),
				stands: clearest.some(({ dimension }) => dimension === entry.dimension),
				isApart: !inSpectrum
			};
		}),
		note: m.report_scores_note()
	};
}

export function radarBlock(instrument: Instrument, { score, earlier }: PersonReport): RadarBlock {
	const dimensions = spectrumDimensions(instrument);
	const profile = (scores: readonly DimensionScore[]) => {
		const entries = dimensions.map(({ id }) => scores.find(({ dimension }) => dimension === id)!);
		return {
			scores: entries.map((entry) => (isShown(entry) ? entry.score : null)),
			margins: entries.map((entry) => (isShown(entry) ? entry.margin : null))
		};
	};
	return {
		kind: 'radar',
		alt: m.report_radar_alt({ summary: radarSummary(instrument, score.dimensions) }),
		caption: m.report_radar_caption(),
		labels: dimensions.map(({ name }) => name),
		now: { name: m.report_radar_now(), ...profile(score.dimensions) },
		earlier: earlier
			? {
					name: m.report_radar_earlier({ day: dayWords(earlier.day, instrument.locale) }),
					...profile(earlier.dimensions)
				}
			: null
	};
}

function radarSummary(instrument: Instrument, scores: readonly DimensionScore[]): string {
	const spectrum = new Set(spectrumDimensions(instrument).map(({ id }) => id));
	const shown = scores
		.filter((entry) => isShown(entry) && spectrum.has(entry.dimension))
		.toSorted((a, b) => b.score! - a.score!);
	if (shown.length === 0) return m.report_radar_alt_none();
	const words = ({ dimension, score }: DimensionScore) =>
		m.report_name_score({ name: dimensionOf(instrument, dimension).name, score: points(score!) });
	return m.report_radar_alt_range({ highest: words(shown[0]!), lowest: words(shown.at(-1)!) });
}

export function changeBlock(instrument: Instrument, { moments }: PersonReport): ChangeBlock {
	const day = (at: number) => dayWords(moments.at(at)!.day, instrument.locale);
	return {
		kind: 'change',
		alt: m.report_change_alt({ count: moments.length, first: day(0), last: day(-1) }),
		caption: m.report_change_caption(),
		names: { score: m.report_change_score(), margin: m.report_change_margin() },
		poles: { monolith: m.report_side_monolith(), hologram: m.report_side_hologram() },
		points: moments.map(({ day, score, margin }) => ({ label: day, score, margin }))
	};
}
