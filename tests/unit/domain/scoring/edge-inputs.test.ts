import { holoscope } from '$lib/content/instruments';
import type { Answers } from '$lib/domain/answers';
import { itemsOf } from '$lib/domain/instrument/form';
import { itemAgreement } from '$lib/domain/scoring/agreement';
import { criticalDeviation } from '$lib/domain/scoring/agreement-word';
import { betweenTeams, teamVariance } from '$lib/domain/scoring/between-teams';
import { carelessFlags } from '$lib/domain/scoring/careless';
import {
	linkedChange,
	smallestChange,
	stratifiedChange,
	unlinkedChange
} from '$lib/domain/scoring/change';
import { consensus, polarization, vanDerEijk } from '$lib/domain/scoring/consensus';
import { meanDistance, meanStep, medianStep, stepVariance } from '$lib/domain/scoring/counts';
import { pairedDifference, welchDifference } from '$lib/domain/scoring/difference';
import { knownNoise, perceptionGaps } from '$lib/domain/scoring/gaps';
import { spreadWithin } from '$lib/domain/scoring/group-score';
import { errorOfMean } from '$lib/domain/scoring/interval';
import { mirror } from '$lib/domain/scoring/mirror';
import { covariance, means, variances } from '$lib/domain/scoring/moments';
import { squaredDistances } from '$lib/domain/scoring/outlying';
import { personScore } from '$lib/domain/scoring/person';
import { personBalance } from '$lib/domain/scoring/person-balance';
import { dimensionChanges, personChange } from '$lib/domain/scoring/person-change';
import { alpha, alphaIfDropped, itemTotal, omegaTotal } from '$lib/domain/scoring/reliability';
import { voteShape } from '$lib/domain/scoring/vote-shape';
import { expect, test } from 'vitest';
import {
	kinds,
	NOISE,
	BACKGROUND,
	perTeam,
	everybody,
	countsAt,
	momentsAt,
	sampleAll,
	covarianceOf,
	strata,
	rounds,
	fidelityOf,
	balanceOf,
	gapsOf,
	fromCovariance,
	scaleOf,
	teamOf,
	organizationOf,
	summaryAt,
	reliabilityOf,
	differencesOf,
	mirrorOf,
	withoutHalf,
	expectFinite,
	type Input
} from '../../../support/edge-inputs';

/**
 * What each statistic gives for the inputs in their order above: # is a number, a word or an object, – is null.
 */
const statistics: [string, string, (input: Input) => unknown][] = [
	['item agreement: variance', '––##–##', (input) => itemAgreement(countsAt(input, 0)).variance],
	['item agreement: ADm', '––##–##', (input) => itemAgreement(countsAt(input, 0)).adMean],
	['item agreement: ADmd', '––##–##', (input) => itemAgreement(countsAt(input, 0)).adMedian],
	['item agreement: a_wg', '–––#–##', (input) => itemAgreement(countsAt(input, 0)).awg],
	['item agreement: rwg', '––##–##', (input) => itemAgreement(countsAt(input, 0)).rwg.uniform],
	['scale agreement: rwg(j)', '––##–##', (input) => scaleOf(input).rwgJ.normal],
	['scale agreement: r*wg(j)', '––##–##', (input) => scaleOf(input).rwgJLindell],
	['scale agreement: mean SD', '––##–##', (input) => scaleOf(input).meanSd],
	['scale agreement: word', '–––#–##', (input) => scaleOf(input).word],
	['critical deviation', '–––####', (input) => criticalDeviation(everybody(input).length, 4)],
	['van der Eijk’s A', '––##–##', (input) => vanDerEijk(countsAt(input, 0))],
	['consensus', '––##–##', (input) => consensus(countsAt(input, 0))],
	['polarization', '––##–##', (input) => polarization(countsAt(input, 0))],
	['shape of a vote', '––##–##', (input) => voteShape(countsAt(input, 0))],
	['mean of answers', '–###–##', (input) => meanStep(countsAt(input, 0))],
	['median of answers', '–###–##', (input) => medianStep(countsAt(input, 0))],
	['variance of answers', '––##–##', (input) => stepVariance(countsAt(input, 0))],
	['mean distance of answers', '–###–##', (input) => meanDistance(countsAt(input, 0), 2)],
	['team: mean', '–###–##', (input) => teamOf(input).mean],
	['team: standard error', '–––#–##', (input) => teamOf(input).se],
	['team: interval', '–––#–##', (input) => teamOf(input).climate],
	['team: these people, now', '–––#–##', (input) => teamOf(input).now],
	['team: what is missing', '###–#––', (input) => teamOf(input).missing],
	['organization: mean', '–###–##', (input) => organizationOf(input).mean],
	['organization: interval', '–––#–##', (input) => organizationOf(input).climate],
	['organization: these people, now', '–––#–##', (input) => organizationOf(input).now],
	[
		'spread within teams',
		'––##–##',
		(input) => spreadWithin(strata(input).map(({ sample }) => sample))
	],
	['error of a mean', '–––#–##', (input) => errorOfMean(sampleAll(input), BACKGROUND)],
	['analysis of variance', '–––#–##', (input) => teamVariance(perTeam(input, summaryAt))],
	[
		'analysis of variance: F',
		'–––––##',
		(input) => teamVariance(perTeam(input, summaryAt))?.f ?? null
	],
	[
		'analysis of variance: η²',
		'–––––##',
		(input) => teamVariance(perTeam(input, summaryAt))?.etaSquared ?? null
	],
	[
		'analysis of variance: ICC(1)',
		'–––––##',
		(input) => teamVariance(perTeam(input, summaryAt))?.icc1.raw ?? null
	],
	[
		'analysis of variance: interval of ICC(1)',
		'–––––##',
		(input) => teamVariance(perTeam(input, summaryAt))?.icc1Interval ?? null
	],
	[
		'analysis of variance: ICC(2)',
		'–––––##',
		(input) => teamVariance(perTeam(input, summaryAt))?.icc2.raw ?? null
	],
	['differences between teams', '–––––##', (input) => betweenTeams(perTeam(input, summaryAt))],
	['means', '–###–##', (input) => means(momentsAt(everybody(input)))],
	['variances', '––##–##', (input) => variances(momentsAt(everybody(input)))],
	['covariances', '––##–##', (input) => covariance(momentsAt(everybody(input)))],
	['covariances of pairs', '––##–##', (input) => covarianceOf(input).covariance],
	['reliability: alpha', '–––––##', (input) => reliabilityOf(input).alpha],
	['reliability: omega', '–––––##', (input) => reliabilityOf(input).omega],
	[
		'reliability: without an item',
		'–––––##',
		(input) => reliabilityOf(input).perItem[0]!.alphaIfDropped
	],
	['reliability: item and total', '–––––##', (input) => reliabilityOf(input).perItem[0]!.itemTotal],
	['alpha of any people', '––#––##', (input) => fromCovariance(input, alpha)],
	[
		'alpha without an item of any people',
		'––#––##',
		(input) => fromCovariance(input, (matrix) => alphaIfDropped(matrix, 0))
	],
	[
		'item and total of any people',
		'––#––##',
		(input) => fromCovariance(input, (matrix) => itemTotal(matrix, 0))
	],
	['omega of any people', '–––––##', (input) => fromCovariance(input, omegaTotal)],
	['fidelity', '–––#–##', (input) => fidelityOf(input).estimate],
	[
		'fidelity: what chance does',
		'–––#–##',
		(input) => fidelityOf(input, true).estimate?.chance ?? null
	],
	[
		'fidelity: variety carried',
		'–––––##',
		(input) => fidelityOf(input).estimate?.varietyCarried ?? null
	],
	['fidelity: verdict', '#######', (input) => fidelityOf(input).verdict],
	[
		'gap to two people',
		'–###–##',
		(input) => gapsOf(input, 'two people').dimensions[0]!.difference
	],
	[
		'gap to two people: interval',
		'–###–##',
		(input) => gapsOf(input, 'two people').dimensions[0]!.interval
	],
	['gap to two people: index', '–###–##', (input) => gapsOf(input, 'two people').index],
	[
		'difference without known noise',
		'––##–##',
		(input) => welchDifference(sampleAll(input), sampleAll('two people')).interval
	],
	[
		'difference within people',
		'––#––##',
		(input) => pairedDifference(differencesOf(input)).interval
	],
	['mirror: gap', '––##–##', (input) => mirrorOf(input).ownGap?.interval ?? null],
	['mirror: finding', '#######', (input) => mirrorOf(input).finding],
	['balance', '–###–##', (input) => balanceOf(input).balance],
	['balance: interval', '––##–##', (input) => balanceOf(input).interval],
	['balance: quadrant', '–###–##', (input) => balanceOf(input).quadrant],
	['change, linked', '––##–##', (input) => linkedChange(differencesOf(input), NOISE).interval],
	[
		'change, not linked',
		'––##–##',
		(input) => unlinkedChange(sampleAll(input), sampleAll('two people')).interval
	],
	['change of teams', '–###–##', (input) => stratifiedChange(rounds(input, input)).difference],
	[
		'change of teams: interval',
		'––#––##',
		(input) => stratifiedChange(rounds(input, input)).interval
	],
	[
		'change of teams: interval from known noise',
		'–###–##',
		(input) => stratifiedChange(rounds(input, input), NOISE).interval
	],
	['smallest change', '––##–##', (input) => smallestChange(sampleAll(input).n, 20)],
	['squared distances', '–––––##', (input) => squaredDistances(everybody(input))],
	['with careless sheets', '–###–##', (input) => withoutHalf(input).with],
	['without careless sheets', '––##–##', (input) => withoutHalf(input).without]
];

test.each(statistics)('%s is defined for every kind of input: %s', (_, expected, statistic) => {
	const given = kinds.map((kind) => statistic(kind));
	given.forEach((value) => expectFinite(value));
	expect(given.map((value) => (value === null ? '–' : '#')).join('')).toBe(expected);
});

const pairs = kinds.flatMap((a) => kinds.map((b) => [a, b] as const));

test.each(pairs)('%s beside %s: gaps, mirror and change are numbers or null', (a, b) => {
	const noises = [NOISE, undefined, knownNoise(holoscope, 4, 'own-view')];
	for (const noise of noises) {
		expectFinite(perceptionGaps([{ dimension: 'x', a: sampleAll(a), b: sampleAll(b) }], noise));
		expectFinite(
			mirror([{ id: 'x', own: sampleAll(a), guess: sampleAll(b), customers: sampleAll(b) }], noise)
		);
		expectFinite(unlinkedChange(sampleAll(a), sampleAll(b), noise));
		expectFinite(stratifiedChange(rounds(a, b), noise));
	}
});

/** Answers to our own form, in the ways a single sheet can be empty, thin or all the same. */
const sheets: Record<string, (number | null | undefined)[]> = {
	'no answer': [],
	'“not sure” everywhere': Array(36).fill(null),
	'a single answer': [4],
	'two answers': [4, 2],
	'one answer everywhere': Array(36).fill(3),
	'the lowest everywhere': Array(36).fill(1),
	'every answer': Array.from({ length: 36 }, (_, at) => 1 + ((at * 7) % 5))
};

test.each(Object.entries(sheets))(
	'a sheet with %s has defined scores and signs',
	(name, values) => {
		const answers = Object.fromEntries(
			itemsOf(holoscope, 'full').flatMap(({ id }, at) =>
				values[at] === undefined ? [] : [[id, values[at]]]
			)
		) as Answers;
		const score = personScore(holoscope, 'full', answers);
		const isFull = values.length === 36 && values[0] !== null;
		expect(score.overall.score === null).toBe(!isFull);
		expect(personBalance(holoscope, score) === null).toBe(!isFull);
		expect(personChange(holoscope, score, score) === null).toBe(!isFull);
		expect(carelessFlags(holoscope, 'full', answers, 0).includes('all-equal')).toBe(
			name.endsWith('everywhere') && isFull
		);
		for (const result of [
			score.overall,
			...score.dimensions.map(({ score, margin }) => ({ score, margin })),
			personBalance(holoscope, score),
			personChange(holoscope, score, score),
			dimensionChanges(holoscope, score, score)
		])
			expectFinite(result);
	}
);

test('a million people on one item have the agreement of ten, but for the sample', () => {
	const few = itemAgreement([1, 2, 4, 2, 1]);
	const many = itemAgreement([1, 2, 4, 2, 1].map((people) => people * 100_000));
	expectFinite(many);
	expect(many.adMean).toBeCloseTo(few.adMean!, 12);
	expect(many.vanDerEijk).toBeCloseTo(few.vanDerEijk!, 12);
	expect(many.consensus).toBeCloseTo(few.consensus!, 12);
	expect(many.polarization).toBeCloseTo(few.polarization!, 12);
	// n/(n − 1) is all that is left of how many they are.
	expect(many.variance).toBeCloseTo(few.variance! * 0.9, 5);
});
