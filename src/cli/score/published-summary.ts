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
import type { MirrorSide, MirrorView, ScoreView } from '../../lib/domain/results/results.ts';
import type { RoundAnswers } from './sheet-reader.ts';
import { fitted, MIRROR_WORDS } from './summary.ts';

/** What everybody may see, in plain columns for a terminal. */
export function publishedSummary(
	{ whole, teams, lenses, mirror, changes, hidden, smallest }: GroupReport,
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
		...mirrorLines(mirror, instrument),
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

function mirrorLines(mirror: readonly MirrorView[], instrument: Instrument): string[] {
	if (mirror.length === 0) return [];
	const mean = ({ mean }: MirrorSide) =>
		(mean.as === 'hidden' ? 'hidden' : String(Math.round(mean.value))).padStart(7);
	const lines = mirror.map(({ dimension, own, guess, customers, finding }) => {
		const word = finding.as === 'value' ? MIRROR_WORDS[finding.value] : '';
		const sides = [own, guess, customers].map(mean).join('');
		return `${fitted(`  ${measureWords(instrument, dimension)}`)} ${sides}   ${word}`.trimEnd();
	});
	return ['', 'Mirror: members, guess of customers, customers', ...lines];
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

interface ReadFiles {
	answers: Pick<RoundAnswers, 'lenses' | 'guess'>;
	/** Whether guesses are among what is published. */
	isMirrored: boolean;
	before: RoundAnswers | undefined;
}

/** What is in the files and not in what is published, in words. */
export function leftOut({ answers: { lenses, guess }, isMirrored, before }: ReadFiles): string[] {
	const formOf = (of: readonly LensTally[]) =>
		of.find(({ lens }) => lens === 'member')?.tally.layout.form;
	return [
		...(guess && !isMirrored
			? [
					'Guesses are left out: they are published beside answers of customers, both asked the short form of customers. See --form.'
				]
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
