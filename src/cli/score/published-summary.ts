import { wordsForHidden } from '../../lib/content/publication-words.ts';
import { measureWords } from '../../lib/content/report/group-names.ts';
import { signedPoints } from '../../lib/content/signed-points.ts';
import type { LensTally } from '../../lib/domain/analysis/lens-gaps.ts';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import type {
	GroupReport,
	ReportChange,
	ReportScore
} from '../../lib/domain/report/group-report.ts';
import type { ScoreView } from '../../lib/domain/results/results.ts';
import type { RoundAnswers } from './sheet-reader.ts';
import { fitted } from './summary.ts';

/** What everybody may see, in plain columns for a terminal. */
export function publishedSummary(
	{ whole, teams, lenses, changes, hidden, smallest }: GroupReport,
	instrument: Instrument,
	change: ScoreView['change']
): string {
	return [
		`What may be published for groups of ${smallest} or more. 0 is the monolith, 100 the hologram.`,
		'',
		line('Overall', whole.overall),
		...whole.dimensions.map((score) => line(`  ${measureWords(instrument, score.measure)}`, score)),
		'',
		...teams.map(({ name, overall }) => line(name, overall)),
		...lenses.map(({ group }) => line(group.name, group.overall)),
		...changeLines(changes, change, instrument),
		...hidden.flatMap(({ rule, groups }) => [
			'',
			`Hidden: ${groups.map((group) => group || 'Overall').join(', ')}`,
			`  ${wordsForHidden(rule).why}`
		]),
		'',
		'± is the 95 % margin. A discussion instrument: no norms, and no ranking of teams.',
		''
	].join('\n');
}

function changeLines(
	changes: readonly ReportChange[],
	overall: ScoreView['change'],
	instrument: Instrument
): string[] {
	if (changes.length === 0 && overall?.as !== 'hidden') return [];
	const line = ({ measure, difference, margin, isClear }: ReportChange) =>
		`${fitted(measureWords(instrument, measure))} ${signedPoints(difference, 'en').padStart(4)} ± ${Math.round(margin)}${isClear ? ', clear' : ''}`;
	return [
		'',
		'Since the earlier round',
		...(overall?.as === 'hidden' ? [`Overall: ${wordsForHidden(overall).why}`] : []),
		...changes.map(line)
	];
}

/** What is in the files and not in what is published, in words. */
export function leftOut({
	lenses,
	guess,
	before
}: Pick<RoundAnswers, 'lenses' | 'guess'> & { before: RoundAnswers | undefined }): string[] {
	const formOf = (of: readonly LensTally[]) =>
		of.find(({ lens }) => lens === 'member')?.tally.layout.form;
	return [
		...(guess
			? ['Guesses are left out: what is published speaks of lenses, and a guess is none.']
			: []),
		...(before && formOf(before.lenses) !== formOf(lenses)
			? ['The change is left out: members answered another form in the earlier round.']
			: [])
	];
}

function line(label: string, { mean, margin, bound, n }: ReportScore): string {
	if (mean === null) return `${fitted(label)} hidden`;
	const edge = bound === 'or-more' ? ' or more' : bound === 'or-less' ? ' or less' : '';
	const around = margin === null ? '' : `± ${Math.round(margin)}`;
	const people = n === null ? '' : `n ${n}`;
	return `${fitted(label)} ${String(Math.round(mean)).padStart(4)}${edge} ${around.padEnd(6)} ${people}`.trimEnd();
}
