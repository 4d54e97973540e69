import type { Publication } from '../publication/publication.ts';
import type { Atom, AtomStatistic, PublicationRequest } from '../publication/request.ts';
import type { CountedRound, RoundSheet } from './counted-round.ts';
import { sheetLenses } from '../round/round.ts';
import { atomId, roundRequest } from './round-request.ts';
import { scoresByAtom, type Scores, type ScoresByAtom } from './scores-by-atom.ts';

/** A round with its sheets one by one. */
export interface SheetsOfRound {
	counted: CountedRound;
	sheets: readonly RoundSheet[];
}

/**
 * The request of a round that asks about the same weeks as the round before, with the atoms that both share.
 *
 * Nobody knows who is who. But a reader may guess that everybody who can have answered the same did, so that is
 * what counts: in each group and for each measure, as many sheets as have equal scores in both rounds are the same
 * people and one atom. The others are two more atoms, before and now, of the same few people.
 *
 * Null where the two cannot be compared: other questions or groups of people, or an earlier publication that
 * itself shares atoms with one before it.
 */
export function sharingRequest(
	now: SheetsOfRound,
	before: SheetsOfRound,
	published: Publication
): PublicationRequest | null {
	const request = roundRequest(now.counted);
	const earlier = roundRequest(before.counted);
	const known = new Set(earlier.atoms.map(({ id }) => id));
	const isNamed = published.entries.every(({ atoms }) => atoms.every((atom) => known.has(atom)));
	if (!isNamed || !asksTheSame(now.counted, before.counted)) return null;

	const scores = {
		now: scoresByAtom(now.counted, now.sheets, request.measures),
		before: scoresByAtom(before.counted, before.sheets, request.measures)
	};
	const earlierOf = earlierAtoms(now.counted, before.counted);
	const sharing = new Map(request.atoms.map((atom) => [atom.id, earlierOf.get(atom.id)]));
	const taken = new Set(sharing.values());
	const gone = earlier.atoms.filter(({ id }) => !taken.has(id));
	return {
		...request,
		sameWeeks: 'shared',
		atoms: [
			...request.atoms.flatMap((atom) => cut(atom, earlier, earlierOf.get(atom.id))),
			...gone
		],
		statistics: Object.fromEntries(
			request.measures.map(({ id }) => [
				id,
				{
					...pick(earlier.statistics[id] ?? {}, gone),
					...cutStatistics(id, request, earlierOf, scores)
				}
			])
		),
		groups: groupsOf(request, earlierOf),
		// Which answers of which shape stayed the same, nobody knows.
		cells: request.cells.map((cell) => ({ ...cell, distribution: false }))
	};
}

function asksTheSame(now: CountedRound, before: CountedRound): boolean {
	const what = ({ round: { instrument, edition, form, contract } }: CountedRound) =>
		JSON.stringify([
			instrument,
			edition,
			form,
			sheetLenses(contract).toSorted(),
			contract.outcomes
		]);
	return what(now) === what(before);
}

/** By atom of this round: that of the same team and lens in the round before. */
function earlierAtoms(now: CountedRound, before: CountedRound): Map<string, string> {
	const lenses = sheetLenses(now.round.contract);
	const known = new Set(before.teams.map(({ id }) => id));
	const teams = now.teams.filter(({ previousId }) => previousId && known.has(previousId));
	return new Map(
		lenses.flatMap((lens) => [
			[atomId(now.round, lens, ''), atomId(before.round, lens, '')] as const,
			...teams.map(
				(team) =>
					[atomId(now.round, lens, team.id), atomId(before.round, lens, team.previousId!)] as const
			)
		])
	);
}

const PIECES = ['same', 'before', 'now'] as const;

/** Always all three, whether or not anybody is in them: their names stand in the ledger. */
function cut(
	{ id, sheets }: Atom,
	earlier: PublicationRequest,
	partOf: string | undefined
): Atom[] {
	if (!partOf) return [{ id, sheets }];
	const before = earlier.atoms.find((atom) => atom.id === partOf)?.sheets ?? 0;
	const people = `${id}/others`;
	return [
		{ id: `${id}/same`, partOf, sheets: Math.min(sheets, before) },
		{ id: `${id}/before`, partOf, people, sheets: before },
		{ id: `${id}/now`, people, sheets }
	];
}

function groupsOf({ groups, atoms }: PublicationRequest, earlierOf: ReadonlyMap<string, string>) {
	const sheetsOf = new Map(atoms.map(({ id, sheets }) => [id, sheets]));
	const pieces = (some: readonly string[]) =>
		some.flatMap((id) => (earlierOf.has(id) ? [`${id}/same`, `${id}/now`] : [id]));
	return groups.map((group) => ({
		...group,
		atoms: pieces(group.atoms),
		sheets: group.atoms.reduce((sum, atom) => sum + sheetsOf.get(atom)!, 0),
		...(group.strata && {
			strata: group.strata.map((each) => ({ ...each, atoms: pieces(each.atoms) }))
		})
	}));
}

function cutStatistics(
	measure: string,
	{ atoms, statistics }: PublicationRequest,
	earlierOf: ReadonlyMap<string, string>,
	scores: Record<'now' | 'before', ScoresByAtom>
): Record<string, AtomStatistic> {
	const cutOne = (id: string): [string, AtomStatistic][] => {
		const partOf = earlierOf.get(id);
		const whole = statistics[measure]?.[id];
		if (!partOf) return whole ? [[id, whole]] : [];
		const [before, now] = [
			scores.before.get(partOf)?.get(measure),
			scores.now.get(id)?.get(measure)
		];
		const parts = shared(before ?? new Map(), now ?? new Map());
		return PIECES.map((piece) => [`${id}/${piece}`, parts[piece]]);
	};
	return Object.fromEntries(atoms.flatMap(({ id }) => cutOne(id)));
}

/** As many equal scores as there are in both, and what is left of each. */
function shared(before: Scores, now: Scores): Record<(typeof PIECES)[number], AtomStatistic> {
	const parts = { same: { n: 0, sum: 0 }, before: { n: 0, sum: 0 }, now: { n: 0, sum: 0 } };
	for (const score of new Set([...before.keys(), ...now.keys()])) {
		const [earlier, later] = [before.get(score) ?? 0, now.get(score) ?? 0];
		const both = Math.min(earlier, later);
		const add = (part: keyof typeof parts, n: number) => {
			parts[part].n += n;
			parts[part].sum += n * score;
		};
		add('same', both);
		add('before', earlier - both);
		add('now', later - both);
	}
	return parts;
}

function pick(
	statistics: Readonly<Record<string, AtomStatistic>>,
	atoms: readonly Atom[]
): Record<string, AtomStatistic> {
	return Object.fromEntries(
		atoms.flatMap(({ id }) => (statistics[id] ? [[id, statistics[id]]] : []))
	);
}
