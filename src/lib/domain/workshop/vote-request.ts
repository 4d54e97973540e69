import type { AtomStatistic, Measure, PublicationRequest } from '../publication/request.ts';
import { voteShape } from '../scoring/vote-shape.ts';
import { LEVELS } from './take-part.ts';
import type { Ballot } from './workshop.ts';

/** The one group of a workshop: everybody in the room. */
export const ROOM = 'room';

/** One person's votes on one dimension. Nothing connects them with the same person's votes on another. */
export interface VotePair {
	first: number | null;
	/** Null for somebody who did not touch the second vote: they stay where they were. */
	second: number | null;
}

export interface VoteOn {
	workshopId: string;
	dimension: string;
	ballot: Ballot;
	pairs: readonly VotePair[];
	/** How many have joined. */
	people: number;
	openness: 'anonymous' | 'open';
}

export function voteMeasure(workshopId: string, dimension: string): Measure {
	return {
		id: `vote/${workshopId}/${dimension}`,
		kind: 'vote',
		range: LEVELS.length - 1,
		// Tenths of a level: one vote a person is noisier than that.
		scale: { low: 1, high: LEVELS.length, steps: 40 }
	};
}

/** What a person's vote is when the ballot is revealed; null for somebody who is not in it. */
export function levelIn(ballot: Ballot, { first, second }: VotePair): number | null {
	return ballot === 'first' ? first : (second ?? first);
}

/**
 * What the gate is asked when a ballot is revealed. In a second vote those who moved are pieces of their
 * own, before and after, so that the gate sees what the difference between the two pictures would tell.
 */
export function voteRequest(vote: VoteOn): PublicationRequest {
	const { workshopId, dimension, ballot, openness } = vote;
	const measure = voteMeasure(workshopId, dimension);
	const atoms = ballot === 'first' ? firstAtoms(vote) : secondAtoms(vote);
	const counts = countsOf(vote.pairs.map((pair) => levelIn(ballot, pair)));
	const changed = changedIn(vote);
	const from = [`${ROOM}/${measure.id}`];
	return {
		id: `${workshopId}/${dimension}/${ballot}`,
		isOpen: false,
		atoms: atoms.map(({ id, levels, unasked = 0, people, partOf }) => ({
			id,
			sheets: levels.length + unasked,
			...(people && { people }),
			...(partOf && { partOf })
		})),
		measures: [measure],
		statistics: {
			[measure.id]: Object.fromEntries(atoms.map(({ id, levels }) => [id, statisticOf(levels)]))
		},
		groups: [
			{
				id: ROOM,
				cut: ballot === 'first' ? 'team' : 'second-vote',
				lens: null,
				atoms: atoms.filter(({ isBefore }) => !isBefore).map(({ id }) => id),
				headcount: vote.people,
				...(ballot === 'second' && { changed })
			}
		],
		partitions: [],
		cells: [{ group: ROOM, measure: measure.id, distribution: true }],
		findings: [
			{ id: 'shape', value: shownShape(counts, openness), from },
			...(ballot === 'second' ? [{ id: 'moved', value: changed, from }] : [])
		]
	};
}

/** An anonymous room is not shown that just one person stands apart: only that the others agree. */
function shownShape(counts: number[], openness: VoteOn['openness']): string {
	const shape = voteShape(counts) ?? 'agreement';
	return openness === 'anonymous' && shape === 'one-far-off' ? 'agreement' : shape;
}

interface Piece {
	id: string;
	levels: number[];
	/** People in the room who did not vote. */
	unasked?: number;
	people?: string;
	partOf?: string;
	/** What those who moved had said before: part of the earlier picture only. */
	isBefore?: boolean;
}

function firstAtoms({ dimension, pairs, people }: VoteOn): Piece[] {
	const levels = levelsOf(pairs, 'first');
	return [{ id: atomId(dimension, 'first'), levels, unasked: Math.max(0, people - levels.length) }];
}

function secondAtoms({ dimension, pairs, people }: VoteOn): Piece[] {
	const partOf = atomId(dimension, 'first');
	const moved = pairs.filter(hasMoved);
	const stayed = levelsOf(
		pairs.filter((pair) => pair.first !== null && !hasMoved(pair)),
		'first'
	);
	const added = levelsOf(
		pairs.filter(({ first }) => first === null),
		'second'
	);
	const voters = stayed.length + moved.length + added.length;
	const unasked = Math.max(0, people - voters);
	return [
		{ id: atomId(dimension, 'stayed'), levels: stayed, unasked, partOf },
		{
			id: atomId(dimension, 'before'),
			levels: levelsOf(moved, 'first'),
			people: atomId(dimension, 'moved'),
			partOf,
			isBefore: true
		},
		{
			id: atomId(dimension, 'after'),
			levels: levelsOf(moved, 'second'),
			people: atomId(dimension, 'moved')
		},
		{ id: atomId(dimension, 'added'), levels: added }
	];
}

function atomId(dimension: string, piece: string): string {
	return `${dimension}/${piece}`;
}

function hasMoved({ first, second }: VotePair): boolean {
	return first !== null && second !== null && first !== second;
}

/** All who make the second picture another one: those who moved and those who came. */
function changedIn({ pairs }: VoteOn): number {
	return pairs.filter((pair) => hasMoved(pair) || (pair.first === null && pair.second !== null))
		.length;
}

function levelsOf(pairs: readonly VotePair[], of: 'first' | 'second'): number[] {
	return pairs.flatMap((pair) => pair[of] ?? []);
}

function statisticOf(levels: readonly number[]): AtomStatistic {
	const sum = levels.reduce((total, level) => total + level - 1, 0);
	return { n: levels.length, sum, answers: countsOf(levels) };
}

function countsOf(levels: readonly (number | null)[]): number[] {
	return LEVELS.map((level) => levels.filter((each) => each === level).length);
}
