import type { Cut } from '../publication/contract.ts';
import type {
	Atom,
	AtomStatistic,
	CellRequest,
	Group,
	Measure,
	PublicationRequest
} from '../publication/request.ts';
import { isAgreed } from '../publication/rules/agreed-cuts.ts';
import { outcomesOf } from '../round/questions.ts';
import type { Round, SheetLens } from '../round/round.ts';
import type { Cell, Tally } from '../scoring/tally.ts';
import type { CountedGroup, CountedRound } from './counted-round.ts';
import { groupIdOf, GUESS, OVERALL, WHOLE } from './group-ids.ts';
import { scoreShapes } from './score-shapes.ts';
import { statisticOf } from './measures.ts';
import { measuresOfRound, measuresShown } from './mirror-measures.ts';
import { outcomeMeasure, outcomeScore, outcomeStatistic, wholeOutcomeScore } from './outcomes.ts';
import { questionMargin } from './question-margin.ts';
import { questionOf } from './question-measure.ts';

/**
 * What a closed round asks the gate for: only groups that its contract allows, in the order of importance.
 *
 * An atom is a lens of a team; customers and partners are one each. The whole is of members, each team with the
 * weight of its headcount.
 */
export function roundRequest(counted: CountedRound): PublicationRequest {
	const measures = measuresOfRound(counted);
	const shown = shownBy(counted);
	const outcomes = outcomesOf(counted.round, counted.instrument);
	const atoms = atomsOf(counted);
	const groups = groupsOf(counted, atoms);
	const ids = new Set(groups.map(({ id }) => id));
	const teams = counted.teams.map(({ id }) => id).filter((id) => ids.has(id));
	return {
		id: `${counted.round.id}/1`,
		isOpen: false,
		atoms: atoms.map(({ id, tally, cell }) => ({ id, sheets: cell.sums[tally.at.sheets]! })),
		measures: [...measures, ...outcomes.map((each) => outcomeMeasure(each, counted.instrument))],
		statistics: Object.fromEntries([
			...measures.map((m) => [m.id, statisticsOf(m, shown, atoms)]),
			...outcomes.map(({ id }) => [id, outcomeStatistics(id, atoms, counted)])
		]),
		groups,
		partitions: ids.has(WHOLE) && teams.length > 0 ? [{ parent: WHOLE, children: teams }] : [],
		cells: [
			...cellsOf(counted, { groups, measures, shown }),
			...outcomes.flatMap(({ id }) => outcomeCells(id, counted, groups))
		]
	};
}

/** The sheets of one team in one lens, or of one lens that answers about the whole. */
interface CountedAtom extends Pick<Atom, 'id'> {
	lens: SheetLens;
	tally: Tally;
	cell: Cell;
	/** By measure; null where there were too many people to say. */
	shapes: ReadonlyMap<string, readonly number[]> | null;
}

/** By lens: the measures that it shows. */
type ShownBy = ReadonlyMap<SheetLens, ReadonlySet<string>>;

function shownBy(counted: CountedRound): ShownBy {
	return new Map(
		[...counted.tallies.keys()].map((lens) => [lens, new Set(measuresShown(counted, lens))])
	);
}

/** An atom's name stays the same in the ledger for good. */
export function atomId({ id }: Round, lens: SheetLens, team: string): string {
	return `${lens}:${team || id}`;
}

function atomsOf({ round, tallies }: CountedRound): CountedAtom[] {
	return [...tallies].flatMap(([lens, tally]) => {
		const shapes = scoreShapes(tally);
		return [...tally.cells.values()]
			.toSorted((a, b) => (a.team < b.team ? -1 : 1))
			.map((cell) => ({
				id: atomId(round, lens, cell.team),
				lens,
				tally,
				cell,
				shapes: shapes && (shapes.get(cell.team) ?? new Map())
			}));
	});
}

function statisticsOf(
	measure: Measure,
	shown: ShownBy,
	atoms: readonly CountedAtom[]
): Record<string, AtomStatistic> {
	return Object.fromEntries(
		atoms
			.filter(({ lens }) => shown.get(lens)!.has(measure.id))
			.map(({ id, tally, cell, shapes }) => {
				const answers = shapes?.get(measure.id);
				return [id, { ...statisticOf(tally, cell, measure), ...(answers && { answers }) }];
			})
	);
}

function outcomeStatistics(
	outcome: string,
	atoms: readonly CountedAtom[],
	{ outcomes }: CountedRound
): Record<string, AtomStatistic> {
	return Object.fromEntries(
		atoms.flatMap(({ id, lens, cell }) =>
			lens === 'guess' ? [] : [[id, outcomeStatistic(outcomes.of(lens, cell.team, outcome))]]
		)
	);
}

/** The whole before its teams, and then the other lenses. Nobody is asked to guess these. */
function outcomeCells(
	measure: string,
	counted: CountedRound,
	groups: readonly Group[]
): CellRequest[] {
	const inOrder = [...counted.groups.values()].filter(
		({ id }) => id !== GUESS && groups.some((group) => group.id === id)
	);
	return inOrder.map((group) => ({
		group: group.id,
		measure,
		margin: outcomeMargin(measure, group, counted),
		distribution: true
	}));
}

function outcomeMargin(
	outcome: string,
	{ id, lens }: CountedGroup,
	{ outcomes, teams, instrument }: CountedRound
): number | null {
	const of = (team: string) => outcomes.of(lens, team, outcome);
	const team = teams.find((each) => each.id === id);
	const { now, climate } = team
		? outcomeScore(of(team.id), team.headcount, instrument)
		: id === WHOLE
			? wholeOutcomeScore(
					teams.map(({ id, headcount }) => ({ answers: of(id), headcount })),
					instrument
				)
			: outcomeScore(outcomes.inAll(lens, outcome), null, instrument);
	return (now ?? climate)?.margin ?? null;
}

function groupsOf(counted: CountedRound, atoms: readonly CountedAtom[]): Group[] {
	const { contract } = counted.round;
	return [...counted.groups.values()]
		.map((group) => publishedGroup(counted, group, atoms))
		.filter((group) => isAgreed(group, contract));
}

function publishedGroup(
	{ round, teams }: CountedRound,
	{ id, lens }: CountedGroup,
	atoms: readonly CountedAtom[]
): Group {
	const ofLens = atoms.filter((atom) => atom.lens === lens);
	const all = ofLens.map((atom) => atom.id);
	if (lens === 'guess') return { id, cut: 'guess', lens: null, atoms: all, headcount: null };

	const team = teams.find((each) => each.id === id);
	if (team) {
		const own = ofLens.filter(({ cell }) => cell.team === id).map((atom) => atom.id);
		return { id, cut: 'team', lens, atoms: own, headcount: team.headcount };
	}
	const group = { id, lens, atoms: all, headcount: null };
	if (id !== WHOLE) return { ...group, cut: lensCut(lens, round) };

	const headcounts = new Map(teams.map(({ id, headcount }) => [id, headcount]));
	return {
		...group,
		cut: 'whole',
		headcount: teams.reduce((sum, { headcount }) => sum + headcount, 0),
		strata: ofLens.map(({ id, tally, cell }) => ({
			atoms: [id],
			headcount: Math.max(headcounts.get(cell.team) ?? 0, cell.sums[tally.at.sheets]!)
		}))
	};
}

/** Leaders are shown as one pool, whether the contract says so or speaks of lenses in general. */
function lensCut(lens: SheetLens, { contract }: Round): Cut {
	const isPool = lens === 'leader' && contract.cuts.includes('pooled-leaders');
	return isPool ? 'pooled-leaders' : 'lens';
}

/** When two cells cannot both be shown, the first stays: the whole before its teams, the overall before the rest. */
function cellsOf(
	counted: CountedRound,
	{ groups, measures, shown }: Pick<PublicationRequest, 'groups' | 'measures'> & { shown: ShownBy }
): CellRequest[] {
	const parts = measures.map(({ id }) => id).filter((id) => id !== OVERALL);
	const [questions, dimensions] = [
		parts.filter((id) => questionOf(id) !== null),
		parts.filter((id) => questionOf(id) === null)
	];
	const ids = groups.map(({ id }) => id);
	const whole = ids.filter((id) => id === WHOLE);
	const teams = counted.teams.map(({ id }) => id).filter((id) => ids.includes(id));
	const lenses = (['leader', 'customer', 'partner', 'guess'] as const)
		.map(groupIdOf)
		.filter((id) => ids.includes(id));
	const wanted = (groups: readonly string[], measures: readonly string[]) =>
		groups.flatMap((group) => measures.map((measure) => ({ group, measure })));
	return [
		...wanted(whole, [OVERALL]),
		...wanted(teams, [OVERALL]),
		...wanted(whole, dimensions),
		...wanted(teams, dimensions),
		...wanted(lenses, [OVERALL, ...dimensions]),
		...wanted([...whole, ...lenses], questions)
	]
		.filter(({ group, measure }) => shown.get(counted.groups.get(group)!.lens)!.has(measure))
		.map((cell) => {
			const { tally } = counted.groups.get(cell.group)!;
			const isSpread = questionOf(cell.measure) === null;
			return {
				...cell,
				margin: marginOf(counted, cell),
				distribution: isSpread && tally.kept.isComplete && tally.layout.isExact
			};
		});
}

/** For these people, now; where nobody knows how many there are, for the people that these are a sample of. */
function marginOf(
	counted: CountedRound,
	{ group: id, measure }: Pick<CellRequest, 'group' | 'measure'>
): number | null {
	const group = counted.groups.get(id)!;
	if (questionOf(measure) !== null) return questionMargin(counted, group, measure);
	const { analysis } = group;
	const { now, climate } =
		measure === OVERALL
			? analysis.overall
			: analysis.dimensions.find(({ dimension }) => dimension === measure)!;
	return (now ?? climate)?.margin ?? null;
}
