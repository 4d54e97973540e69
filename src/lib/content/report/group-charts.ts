import { spectrumDimensions } from '../../domain/instrument/form.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import {
	clearNeeds,
	clearStrengths,
	type GroupReport,
	type ReportGroup
} from '../../domain/report/group-report.ts';
import * as m from '../../paraglide/messages.js';
import {
	small,
	text,
	type PlatesBlock,
	type RadarBlock,
	type ReportBlock,
	type ScoresBlock,
	type SpectrumBlock
} from './document.ts';
import { plateId } from './group-index.ts';
import { listed, marginWords, meanWords } from './group-names.ts';
import { dimensionOf, points } from './names.ts';
import { spectrumAlt } from './person-charts.ts';

export function groupSpectrumBlock({ whole, teams }: GroupReport): SpectrumBlock {
	const { mean, margin } = whole.overall;
	const rings = teams.flatMap(({ overall }) => (overall.mean === null ? [] : [overall.mean]));
	const alt = spectrumAlt(mean, margin);
	return {
		kind: 'spectrum',
		alt:
			rings.length === 0
				? alt
				: m.group_report_spectrum_rings({
						alt,
						count: rings.length,
						low: points(Math.min(...rings)),
						high: points(Math.max(...rings))
					}),
		score: mean,
		margin,
		label: mean === null ? '' : meanWords(whole.overall),
		poles: { monolith: m.spectrum_monolith(), hologram: m.spectrum_hologram() },
		rings,
		ringNote: rings.length > 0 ? m.group_report_ring_note() : ''
	};
}

const NOTES: Record<GroupReport['marginsOf'], () => string> = {
	'these-people': m.group_report_scores_note_now,
	climate: m.group_report_scores_note_climate
};

export function groupScoresBlock(
	instrument: Instrument,
	{ whole, marginsOf }: GroupReport
): ScoresBlock {
	const clear = [...clearNeeds(instrument, whole), ...clearStrengths(instrument, whole)];
	return {
		kind: 'scores',
		columns: {
			name: m.report_scores_name(),
			low: m.report_scores_low(),
			scale: m.report_scores_scale(),
			high: m.report_scores_high(),
			score: m.report_scores_score(),
			margin: m.report_table_margin(),
			answered: m.group_report_table_n()
		},
		lines: whole.dimensions.map((score) => {
			const { name, monolith, hologram, inSpectrum } = dimensionOf(instrument, score.measure);
			return {
				name,
				low: monolith,
				high: hologram,
				score: score.mean,
				margin: score.margin,
				label: meanWords(score),
				marginLabel: marginWords(score),
				answered: score.mean === null || score.n === null ? '' : String(score.n),
				stands: clear.some(({ measure }) => measure === score.measure),
				isApart: !inSpectrum
			};
		}),
		note: NOTES[marginsOf]()
	};
}

export function groupRadarBlock(instrument: Instrument, { whole }: GroupReport): RadarBlock {
	const profile = profileOf(instrument, whole);
	return {
		kind: 'radar',
		alt: m.group_report_radar_alt(),
		caption: m.report_radar_caption(),
		labels: spectrumDimensions(instrument).map(({ name }) => name),
		now: {
			name: m.group_report_radar_now(),
			scores: profile.map((score) => score?.mean ?? null),
			margins: profile.map((score) => score?.margin ?? null)
		},
		earlier: null
	};
}

/** More would be pages of pictures that nobody can tell apart. */
const MOST_PLATES = 240;
const FEW_PLATES = 16;

/** Each team's outline over that of the whole; nothing where a form is too short for outlines. */
export function platesBlocks(instrument: Instrument, { whole, teams }: GroupReport): ReportBlock[] {
	const outline = (group: ReportGroup) =>
		profileOf(instrument, group).map((score) => score?.mean ?? null);
	if (outline(whole).filter((score) => score !== null).length < 3) return [];
	if (teams.length > MOST_PLATES) {
		return [text(m.group_report_plates_many({ count: teams.length }))];
	}
	const names = spectrumDimensions(instrument).map(({ name }) => name);
	const plates: PlatesBlock = {
		kind: 'plates',
		across: teams.length <= FEW_PLATES ? 4 : 7,
		whole: outline(whole),
		entries: teams.map((team, at) => ({
			id: plateId(at),
			name: m.group_report_numbered({ number: at + 1, name: team.name }),
			note: [meanWords(team.overall), marginWords(team.overall)].filter(Boolean).join(' '),
			alt: m.group_report_plate_alt({ name: team.name }),
			scores: outline(team),
			margin: team.overall.margin
		}))
	};
	const note = m.group_report_plates_note({ names: listed(instrument, names) });
	return [plates, small(note)];
}

/** One team's outline over that of the whole it belongs to. */
export function teamPlateBlocks(
	instrument: Instrument,
	{ whole: team, within }: GroupReport
): ReportBlock[] {
	const [own, behind] = [team, within!.whole].map((group) =>
		profileOf(instrument, group).map((score) => score?.mean ?? null)
	);
	const isDrawn = [own!, behind!].every(
		(scores) => scores.filter((score) => score !== null).length >= 3
	);
	if (!isDrawn) return [];
	return [
		{
			kind: 'plates',
			across: 1,
			whole: behind!,
			entries: [
				{
					name: '',
					note: m.group_report_plate_note(),
					alt: m.group_report_plate_alt_team({ name: team.name }),
					scores: own!,
					margin: team.overall.margin
				}
			]
		}
	];
}

function profileOf(instrument: Instrument, { dimensions }: ReportGroup) {
	return spectrumDimensions(instrument).map(({ id }) =>
		dimensions.find(({ measure }) => measure === id)
	);
}
