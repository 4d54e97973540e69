import type { GroupReport, ReportGroup } from '../../domain/report/group-report.ts';
import { NUMBERED, type MapPoint } from '../../domain/results/map-point.ts';
import * as m from '../../paraglide/messages.js';
import { small, text, type MapBlock, type ReportBlock } from './document.ts';

/** Spectrum and fidelity as two axes; nothing where no team has a place on both. */
export function mapBlocks({ whole, teams, fidelity }: GroupReport): ReportBlock[] {
	const points = [
		...placeOf({ ...whole, fidelity: fidelity?.fidelity ?? null }, m.results_map_whole(), null),
		...teams.flatMap((team, at) => placeOf(team, team.name, at + 1))
	];
	if (points.every(({ number }) => number === null)) return [];
	const key = points.length > NUMBERED ? m.group_report_map_key_many() : m.group_report_map_key();
	return [text(m.results_map_text()), mapBlock(points), small(`${key} ${m.results_map_caution()}`)];
}

function placeOf(
	{ overall, fidelity }: ReportGroup,
	name: string,
	number: number | null
): MapPoint[] {
	if (overall.mean === null || fidelity === null) return [];
	return [{ name, number, spectrum: overall.mean, fidelity, bound: overall.bound }];
}

function mapBlock(points: MapPoint[]): MapBlock {
	return {
		kind: 'map',
		alt: m.group_report_map_alt({ count: points.length }),
		points,
		axes: { spectrum: m.results_map_axis_spectrum(), fidelity: m.results_map_axis_fidelity() },
		corners: [
			{ title: m.results_map_corner_monolith(), text: m.results_map_corner_monolith_text() },
			{ title: m.results_map_corner_hologram(), text: m.results_map_corner_hologram_text() },
			{ title: m.results_map_corner_silos(), text: m.results_map_corner_silos_text() },
			{ title: m.results_map_corner_islands(), text: m.results_map_corner_islands_text() }
		]
	};
}

/** A team's own place beside that of the whole. */
export function teamMapBlocks({ whole, within }: GroupReport): ReportBlock[] {
	if (!within) return [];
	const team = placeOf(whole, whole.name, 1);
	const other = placeOf(within.whole, m.results_map_whole(), null);
	return team.length > 0 && other.length > 0 ? [mapBlock([...other, ...team])] : [];
}
