import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { GroupReport, ReportGroup, ReportScore } from '../../domain/report/group-report.ts';
import { BALANCE_DIMENSIONS } from '../../domain/scoring/balance-dimensions.ts';
import * as m from '../../paraglide/messages.js';
import type { RailsBlock } from './document.ts';
import { LENSES, marginWords, meanWords, measureWords } from './group-names.ts';

/** The overall as each lens sees it, one below the other. */
export function lensRails({ lens, whole, lenses }: GroupReport): RailsBlock {
	const groups = [{ lens, group: whole }, ...lenses];
	return rails(
		m.group_report_rails_lens(),
		groups.map(({ lens, group }, at) => lineOf(LENSES[lens](), group.overall, at === 0))
	);
}

/** The two scores that the balance is read from; nothing where one of them is missing. */
export function balanceRails(instrument: Instrument, { whole }: GroupReport): RailsBlock[] {
	const { outward, inward } = BALANCE_DIMENSIONS;
	const scores = [outward, inward].map((id) =>
		whole.dimensions.find(({ measure }) => measure === id)
	);
	const lines = scores.flatMap((score) =>
		score?.mean == null ? [] : [lineOf(measureWords(instrument, score.measure), score, true)]
	);
	return lines.length === 2 ? [rails(m.report_scores_name(), lines)] : [];
}

/** A team's overall over that of the whole. */
export function withinRails(team: ReportGroup, whole: ReportGroup): RailsBlock {
	return rails(m.group_report_table_overall(), [
		lineOf(team.name, team.overall, true),
		lineOf(whole.name, whole.overall, false)
	]);
}

function lineOf(name: string, score: ReportScore, stands: boolean): RailsBlock['lines'][number] {
	return {
		name,
		score: score.mean,
		margin: score.margin,
		label: meanWords(score),
		marginLabel: marginWords(score),
		answered: score.mean === null || score.n === null ? '' : String(score.n),
		stands
	};
}

function rails(name: string, lines: RailsBlock['lines']): RailsBlock {
	return {
		kind: 'rails',
		columns: {
			name,
			scale: m.report_scores_scale(),
			score: m.report_scores_score(),
			margin: m.report_table_margin(),
			answered: m.group_report_table_n()
		},
		lines
	};
}
