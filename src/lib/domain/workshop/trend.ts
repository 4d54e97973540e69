import { meanStep, stepVariance, total } from '../scoring/counts.ts';
import { isClear, welchDifference } from '../scoring/difference.ts';
import { errorOfMean } from '../scoring/interval.ts';
import { tQuantile } from '../scoring/quantiles.ts';
import type { Sample } from '../scoring/sample.ts';
import type { Mean, VoteResult } from './results.ts';

/** The first votes of one workshop, by dimension, as they were published. */
export interface HeldVotes {
	/** As in 2026-11-22. */
	heldOn: string;
	votes: readonly { dimension: string; first: VoteResult }[];
}

export interface TrendPoint {
	heldOn: string;
	mean: Mean;
	n: number | null;
	/** Half-width of the 95 % band in levels; null where the counts are not shown. */
	margin: number | null;
}

/** One dimension over the workshops of a team, the earliest first. */
export interface Trend {
	dimension: string;
	points: readonly TrendPoint[];
	/** From the workshop before to the last one, in levels; null where the counts are not shown. */
	change: { difference: number; isClear: boolean } | null;
}

const CONFIDENCE = 0.95;
const NOTHING_KNOWN = { spread: null, reliability: null };

/**
 * The dimensions that a team voted on at least twice, the last time included: each with its first votes,
 * before the talk, which are asked alike every time. Reckoned from published counts and nothing else. The
 * same people may have voted both times; nothing tells who, so the rooms count as independent, which
 * makes the band of a change rather too wide (Welch 1947).
 */
export function trendsOf(held: readonly HeldVotes[]): Trend[] {
	const last = held.at(-1);
	return (last?.votes ?? []).flatMap(({ dimension }) => {
		const results = held.flatMap(({ heldOn, votes }) => {
			const found = votes.find((vote) => vote.dimension === dimension);
			return found ? [{ heldOn, first: found.first }] : [];
		});
		if (results.length < 2) return [];
		const [before, now] = results.slice(-2) as [Result, Result];
		return [{ dimension, points: results.map(pointOf), change: changeOf(before, now) }];
	});
}

interface Result {
	heldOn: string;
	first: VoteResult;
}

function pointOf({ heldOn, first }: Result): TrendPoint {
	return { heldOn, mean: first.mean, n: first.n, margin: marginOf(first) };
}

function marginOf(result: VoteResult): number | null {
	const sample = sampleOf(result);
	const known = sample && errorOfMean(sample, NOTHING_KNOWN);
	// A room that voted alike is no proof that the next one would.
	if (!known || known.error === 0) return null;
	return tQuantile((1 + CONFIDENCE) / 2, known.df) * known.error;
}

function changeOf(before: Result, now: Result): Trend['change'] {
	const [a, b] = [sampleOf(now.first), sampleOf(before.first)];
	if (!a || !b) return null;
	const change = welchDifference(a, b);
	if (change.difference === null || change.interval === null) return null;
	return { difference: change.difference, isClear: isClear(change) };
}

/** In levels; null where exact counts were not shown. */
function sampleOf({ mean, dots }: VoteResult): Sample | null {
	if (dots.as !== 'counts' || mean.as !== 'value') return null;
	const steps = meanStep(dots.counts);
	return {
		n: total(dots.counts),
		mean: steps === null ? null : steps + 1,
		variance: stepVariance(dots.counts)
	};
}
