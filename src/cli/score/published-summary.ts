import { wordsForHidden } from '../../lib/content/publication-words.ts';
import { measureWords } from '../../lib/content/report/group-names.ts';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import type { GroupReport, ReportScore } from '../../lib/domain/report/group-report.ts';

/** What everybody may see, in plain columns for a terminal. */
export function publishedSummary(
	{ whole, teams, lenses, hidden, smallest }: GroupReport,
	instrument: Instrument
): string {
	return [
		`What may be published for groups of ${smallest} or more. 0 is the monolith, 100 the hologram.`,
		'',
		line('Overall', whole.overall),
		...whole.dimensions.map((score) => line(`  ${measureWords(instrument, score.measure)}`, score)),
		'',
		...teams.map(({ name, overall }) => line(name, overall)),
		...lenses.map(({ group }) => line(group.name, group.overall)),
		...hidden.flatMap(({ rule, groups }) => [
			'',
			`Hidden: ${groups.join(', ')}`,
			`  ${wordsForHidden(rule).why}`
		]),
		'',
		'± is the 95 % margin. A discussion instrument: no norms, and no ranking of teams.',
		''
	].join('\n');
}

function line(label: string, { mean, margin, bound, n }: ReportScore): string {
	const fitted = label.length > 34 ? `${label.slice(0, 33)}…` : label.padEnd(34);
	if (mean === null) return `${fitted} hidden`;
	const edge = bound === 'or-more' ? ' or more' : bound === 'or-less' ? ' or less' : '';
	const around = margin === null ? '' : `± ${Math.round(margin)}`;
	const people = n === null ? '' : `n ${n}`;
	return `${fitted} ${String(Math.round(mean)).padStart(4)}${edge} ${around.padEnd(6)} ${people}`.trimEnd();
}
