import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scaleAgreement } from '$lib/domain/scoring/agreement';
import { betweenTeams, teamSummary } from '$lib/domain/scoring/between-teams';
import { countsOf } from '$lib/domain/scoring/counts';
import { pairSumsOf, pairwiseCovariance } from '$lib/domain/scoring/pairwise';
import { reliability } from '$lib/domain/scoring/reliability';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, onTestFinished, test } from 'vitest';

const PEOPLE = 2000;
const ITEMS = 11;
const TEAMS = 50;
const SEED = 7;
const script = new URL('statistics-vs-r.R', import.meta.url).pathname;
const hasR =
	spawnSync('Rscript', ['-e', 'library(multilevel); library(psych); library(GPArotation)'])
		.status === 0;

/**
 * The same list from the same raw answers: for each team rwg, ADm and a_wg of each item and of the scale,
 * rwg(j), r*wg(j), ADm about the median; one-way analysis of variance with both ICCs for each item and for the
 * mean; alpha with its item statistics, and omega of one factor. Ours computes five more null distributions,
 * intervals, and the other measures of agreement on the way. Each side is timed inside its own process, after
 * warm-up, without reading the file.
 */
test.skipIf(!hasR)('a list of statistics, beside R’s multilevel and psych', () => {
	const people = generatePeople();
	const parts = {
		agreement: () => agreement(people),
		betweenTeams: () => compareTeams(people),
		reliability: () => scaleReliability(people)
	};
	const ours = Object.entries(parts).map(([name, part]) => [name, medianTime(part)] as const);
	const theirs = runR(people);

	for (const [name, time] of ours) report(name, time, theirs[name]!);
	const all = ours.reduce((sum, [, time]) => sum + time, 0);
	const allTheirs = ours.reduce((sum, [name]) => sum + theirs[name]!, 0);
	report('all', all, allTheirs);

	for (const [name, value] of Object.entries(sampleOf(people))) {
		expect(value, name).toBeCloseTo(theirs[name]!, 5);
	}
	expect(allTheirs / all).toBeGreaterThan(50);
});

interface Person {
	team: number;
	answers: number[];
}

function agreement(people: readonly Person[]) {
	return inTeams(people).map((members) => {
		const counts = items().map((item) =>
			countsOf(
				members.map(({ answers }) => answers[item]!),
				{ low: 1, high: 5 }
			)
		);
		return scaleAgreement(counts);
	});
}

function compareTeams(people: readonly Person[]) {
	const teams = inTeams(people);
	const summarize = (score: (person: Person) => number) =>
		betweenTeams(teams.map((members) => teamSummary(members.map(score))))!;
	return {
		items: items().map((item) => summarize(({ answers }) => answers[item]!)),
		score: summarize(({ answers }) => meanOf(answers))
	};
}

function scaleReliability(people: readonly Person[]) {
	const pairs = pairSumsOf(
		people.map(({ answers }) => answers),
		ITEMS
	);
	const covariance = pairwiseCovariance(pairs);
	return reliability(
		covariance.covariance,
		items().map(() => 1),
		covariance.people
	);
}

function sampleOf(people: readonly Person[]) {
	const scales = agreement(people);
	const { score } = compareTeams(people);
	const { alpha, omega } = scaleReliability(people);
	return {
		rwgJ: meanOf(scales.map(({ rwgJ }) => rwgJ.uniform!)),
		adMedian: meanOf(scales.map(({ adMedian }) => adMedian!)),
		awg: meanOf(scales.map(({ awg }) => awg!)),
		icc1: score.icc1PlainSize.raw!,
		icc2: score.icc2.raw!,
		alpha: alpha!,
		omega: omega!
	};
}

function generatePeople(): Person[] {
	const random = xoroshiro128plus(SEED);
	const even = () => (random.next() >>> 0) / 2 ** 32;
	const bell = () => even() + even() + even() + even() - 2;
	const teams = Array.from({ length: TEAMS }, bell);
	return Array.from({ length: PEOPLE }, (_, person) => {
		const own = bell() + teams[person % TEAMS]! / 2;
		const answer = () => Math.min(5, Math.max(1, Math.round(3 + own + 1.5 * bell())));
		return { team: person % TEAMS, answers: items().map(answer) };
	});
}

function runR(people: readonly Person[]): Record<string, number> {
	const folder = mkdtempSync(join(tmpdir(), 'statistics-vs-r-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'answers.csv');
	const header = ['team', ...items().map((item) => `i${item + 1}`)].join(',');
	const lines = people.map(({ team, answers }) => [team, ...answers].join(','));
	writeFileSync(file, [header, ...lines].join('\n'));

	const output = execFileSync('Rscript', [script, file, '7'], { encoding: 'utf8' });
	const rows = output.trim().split('\n');
	return Object.fromEntries(
		rows.map((row) => row.trim().split(' ')).map(([name, value]) => [name!, Number(value)])
	);
}

function medianTime(run: () => unknown): number {
	const times = Array.from({ length: 60 }, () => {
		const start = performance.now();
		run();
		return performance.now() - start;
	});
	return times.slice(20).toSorted((a, b) => a - b)[20]!;
}

function report(name: string, ours: number, theirs: number) {
	const times = Math.round(theirs / ours);
	console.log(`${name}: ${ours.toFixed(2)} ms, R ${theirs.toFixed(0)} ms: ${times} times faster`);
}

function inTeams(people: readonly Person[]): Person[][] {
	const teams = Array.from({ length: TEAMS }, (): Person[] => []);
	for (const person of people) teams[person.team]!.push(person);
	return teams;
}

function items(): number[] {
	return Array.from({ length: ITEMS }, (_, item) => item);
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
