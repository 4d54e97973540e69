import type {
	Analysis,
	GroupAnalysis,
	LensAnalysis,
	LensGap,
	Mirror,
	ScoreChange
} from '../../lib/domain/analysis/analysis.ts';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';

/** The analysis in words and plain columns, for a terminal of 80 characters. */
export function summary(analysis: Analysis, instrument: Instrument): string {
	const { id, edition, status } = analysis.instrument;
	const names = new Map(instrument.dimensions.map(({ id, name }) => [id, name]));
	return [
		`Instrument ${id}, edition ${edition} (${status}). 0 is the monolith, 100 the hologram.`,
		...analysis.lenses.flatMap((lens) => lensLines(lens, names)),
		...analysis.gaps.flatMap((gap) => gapLines(gap, names)),
		...balanceLines(analysis),
		...mirrorLines(analysis, names),
		...changeLines(analysis, names),
		'',
		'± is the 95 % margin: of these people, now, where headcounts are known (--teams), else of the climate',
		'in general. A discussion instrument: no norms, and no ranking of teams.',
		''
	].join('\n');
}

type Score = GroupAnalysis['overall'];
type Names = ReadonlyMap<string, string>;

const VERDICTS: Record<LensAnalysis['fidelity']['verdict'], string> = {
	mirror: 'the parts mirror the whole',
	'small-differences': 'small but real differences',
	'different-pictures': 'the parts show different pictures',
	'too-little-data': 'too little data to tell'
};

const MISSING: Record<NonNullable<Score['missing']>, string> = {
	'not-asked': 'not asked',
	nobody: 'no answers',
	'too-few-people': 'too few people for a margin',
	'no-headcount': '',
	'no-reliability': ''
};

function lensLines(lens: LensAnalysis, names: Names): string[] {
	const { organization, teams } = lens;
	const title = `Seen by: ${lens.lens} (${lens.form} form). ${people(organization)}, ${count(teams.length, 'team')}.`;
	return [
		'',
		title,
		'-'.repeat(title.length),
		scoreLine('Overall', organization.overall, organization.agreement.overall.word),
		...organization.dimensions.flatMap((score, d) =>
			score.missing === 'not-asked' || score.isPointer
				? []
				: [
						scoreLine(
							`  ${names.get(score.dimension)}`,
							score,
							organization.agreement.dimensions[d]!.word
						)
					]
		),
		'',
		...(teams.length > 1 ? ['Teams', ...teams.map(teamLine), ''] : []),
		fidelityLine(lens),
		...carelessLines(lens)
	];
}

function people({ sheets, headcount, leftOut, empty }: GroupAnalysis): string {
	const asides = [
		...(leftOut ? [`${leftOut} left out for giving one answer only`] : []),
		...(empty ? [`${empty} empty`] : [])
	];
	const said = headcount === null ? count(sheets, 'sheet') : `${sheets} of ${headcount} answered`;
	return asides.length ? `${said} (${asides.join(', ')})` : said;
}

function teamLine(team: LensAnalysis['teams'][number]): string {
	const size = team.headcount === null ? `${team.sheets}` : `${team.sheets}/${team.headcount}`;
	return scoreLine(`  ${team.team}`, team.overall, team.agreement.overall.word, size);
}

function scoreLine(label: string, score: Score, word: string | null, size = `${score.n}`): string {
	const interval = score.now ?? score.climate;
	const margin = interval ? `± ${Math.round(interval.margin)}` : '';
	const said = [word?.replace('-', ' '), score.missing && MISSING[score.missing]].filter(Boolean);
	const mean = score.mean === null ? '–' : `${Math.round(score.mean)}`;
	return `${fitted(label)} ${mean.padStart(4)} ${margin.padEnd(6)} n ${size.padEnd(7)} ${said.join(', ')}`.trimEnd();
}

function fidelityLine({ fidelity }: LensAnalysis): string {
	const { estimate, verdict, leftOut } = fidelity;
	const without = leftOut.length ? `; ${count(leftOut.length, 'team')} too small to count` : '';
	if (!estimate) return `Fidelity: ${VERDICTS[verdict]}${without}.`;
	const { chance } = estimate;
	const p = chance.p < 0.001 ? 'p < .001' : `p = ${chance.p.toFixed(3).slice(1)}`;
	const method = chance.method === 'shuffle' ? `${chance.shuffles} shuffles` : 'approximated';
	return [
		`Fidelity: ${Math.round(estimate.fidelity)} of 100, a typical gap of ${estimate.gap.toFixed(1)} points (${p}, ${method}${without}):`,
		`  ${VERDICTS[verdict]}.`
	].join('\n');
}

function carelessLines({ careless }: LensAnalysis): string[] {
	if (careless.flagged === 0) return [];
	const moved = careless.withAndWithout
		.filter(({ moves }) => moves)
		.map((entry) => entry.dimension);
	const effect = moved.length
		? `Without them these move by more than 5 points: ${moved.join(', ')}.`
		: 'Without them nothing moves by more than 5 points.';
	return [`${count(careless.flagged, 'sheet')} may have been filled in without reading. ${effect}`];
}

function gapLines({ a, b, organization }: LensGap, names: Names): string[] {
	const shown = organization.dimensions.filter(({ mayShow }) => mayShow);
	return [
		'',
		`${a} compared with ${b}: ${organization.index === null ? 'too little data' : `a typical gap of ${Math.round(organization.index)} points`}`,
		...shown.map(
			({ dimension, difference, interval }) =>
				`${fitted(`  ${names.get(dimension)}`)} ${signed(difference!).padStart(4)} (${signed(interval!.low)} to ${signed(interval!.high)})`
		)
	];
}

function balanceLines({ balance }: Analysis): string[] {
	if (!balance || balance.organization.balance === null) return [];
	const { organization, teams } = balance;
	const inward = teams.filter(({ isTurnedInward }) => isTurnedInward).map(({ team }) => team);
	return [
		'',
		`Outward minus inward: ${signed(organization.balance!)} points (${organization.quadrant!.replaceAll('-', ' ')}).`,
		...(inward.length ? [`Turned inward: ${inward.join(', ')}.`] : [])
	];
}

export const MIRROR_WORDS: Record<Mirror['items'][number]['finding'], string> = {
	'shared-strength': 'a strength that both see',
	'shared-blind-spot': 'weak as both see it',
	overestimate: 'customers think less of it',
	underestimate: 'customers think more of it',
	unclear: ''
};

function mirrorLines({ mirror }: Analysis, names: Names): string[] {
	if (!mirror) return [];
	const mean = (side: Mirror['items'][number]['own']) =>
		side?.mean == null ? '–' : `${Math.round(side.mean)}`;
	const lines = mirror.dimensions.map(({ id, finding, own, guess, customers }) => {
		const sides = [own, guess, customers].map((side) => mean(side).padStart(4)).join('');
		return `${fitted(`  ${names.get(id)}`)} ${sides}   ${MIRROR_WORDS[finding]}`.trimEnd();
	});
	return ['', 'Mirror: members, guess of customers, customers', ...lines];
}

function changeLines({ change }: Analysis, names: Names): string[] {
	return (change ?? []).flatMap(({ lens, organization, teams, onlyBefore, onlyNow }) => [
		'',
		`Since the earlier round, as ${lens}s see it (${teams.length} of ${count(teams.length + onlyNow.length, 'team')} in both${onlyBefore.length ? `, ${onlyBefore.length} gone` : ''})`,
		linkedLine(organization.overall),
		changeLine('Overall', organization.overall),
		...organization.dimensions
			.filter(({ missing }) => missing !== 'not-asked')
			.map((score) => changeLine(`  ${names.get(score.dimension)}`, score)),
		...(teams.length > 1
			? ['Teams', ...teams.map((team) => changeLine(`  ${team.team}`, team.overall))]
			: [])
	]);
}

function linkedLine({ n: { before, now, linked } }: ScoreChange): string {
	if (linked === 0) return 'People are not linked: the change of a mean, with a careful interval.';
	return `${linked} people of ${before} then and ${now} now are linked by their codes: their own change.`;
}

const NO_CHANGE: Record<NonNullable<ScoreChange['missing']>, string> = {
	'not-asked': 'not asked both times',
	'other-items': 'other items were asked',
	nobody: 'no answers',
	'too-few-people': 'too few people for an interval'
};

function changeLine(label: string, { difference, interval, isClear, missing }: ScoreChange) {
	const points = difference === null ? '–' : signed(difference);
	const range = interval ? `(${signed(interval.low)} to ${signed(interval.high)})` : '';
	const said = missing ? NO_CHANGE[missing] : isClear ? 'clear' : '';
	return `${fitted(label)} ${points.padStart(4)} ${range.padEnd(14)} ${said}`.trimEnd();
}

function signed(points: number): string {
	const rounded = Math.round(points);
	return rounded > 0 ? `+${rounded}` : `${rounded === 0 ? 0 : `−${-rounded}`}`;
}

function count(number: number, noun: string): string {
	return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

const LABEL_WIDTH = 34;

/** The label in the first column of a summary, cut where it is too long. */
export function fitted(label: string): string {
	return label.length > LABEL_WIDTH
		? `${label.slice(0, LABEL_WIDTH - 1)}…`
		: label.padEnd(LABEL_WIDTH);
}
