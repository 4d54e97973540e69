import { holoscope } from '$lib/content/instruments';
import {
	clearNeeds,
	clearStrengths,
	type ReportGroup,
	type ReportScore
} from '$lib/domain/report/group-report';
import { reportOfAnalysis } from '$lib/domain/report/report-of-analysis';
import { demoTeams } from '../../../../src/cli/demo/story';
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../../support/analyses';
import { demoPeople, ownReport } from '../../../support/organizations';

const score = (measure: string, mean: number | null, margin: number | null = 4): ReportScore => ({
	measure,
	n: 20,
	mean,
	margin,
	bound: null,
	agreement: null,
	missing: mean === null ? 'nobody' : null
});

function group(overall: number | null, means: Record<string, number | null>): ReportGroup {
	return {
		name: '',
		headcount: null,
		sheets: 20,
		overall: score('overall', overall),
		dimensions: Object.entries(means).map(([measure, mean]) => score(measure, mean)),
		outcomes: [],
		fidelity: null
	};
}

const measures = (scores: readonly ReportScore[]) => scores.map(({ measure }) => measure);

describe('what clearly needs attention', () => {
	test.each([
		['lies below the overall with its whole band', 55, { voice: 50.9, rules: 51.1 }, ['voice']],
		[
			'is at most two, the farthest, in the instrument’s order',
			60,
			{ voice: 40, rules: 30, power: 35 },
			['rules', 'power']
		],
		[
			'is what lies below the overall, also of a group near the hologram',
			90,
			{ voice: 70 },
			['voice']
		],
		['is on the spectrum', 60, { 'give-and-get': 20 }, []],
		['has a score', 60, { voice: null }, []],
		['needs an overall to stand out from', null, { voice: 20 }, []]
	])('%s', (_, overall, means, needs) => {
		expect(measures(clearNeeds(holoscope, group(overall, means)))).toEqual(needs);
	});

	test('is nothing without a margin; a bound counts as the stretch it leaves', () => {
		const low = { ...group(60, {}), dimensions: [score('voice', 20, null)] };
		expect(clearNeeds(holoscope, low)).toEqual([]);
		const bound = { ...score('voice', 20), bound: 'or-less' as const };
		expect(clearNeeds(holoscope, { ...low, dimensions: [bound] })).toEqual([bound]);
		const high = { ...score('voice', 20), bound: 'or-more' as const };
		expect(clearNeeds(holoscope, { ...low, dimensions: [high] })).toEqual([]);
	});
});

test('what is clearly strong lies above the overall with its whole band', () => {
	const some = group(55, { voice: 59.1, rules: 58.9, power: 80, roles: 70 });
	expect(measures(clearStrengths(holoscope, some))).toEqual(['power', 'roles']);
});

describe('the report for the owner of the data', () => {
	const report = ownReport(demoPeople());

	test('has the teams in the given order, small ones too', () => {
		expect(report.teams.map(({ name }) => name)).toEqual(demoTeams.map(({ name }) => name));
		expect(report.teams.at(-1)!.overall.mean).not.toBeNull();
		expect(report.smallest).toBeNull();
	});

	test('speaks of these people, now, where headcounts are known', () => {
		expect(report.marginsOf).toBe('these-people');
		const analysis = analysisOf(demoPeople());
		expect(reportOfAnalysis(analysis, { name: '', day: '2026-11-22' }).marginsOf).toBe('climate');
	});

	test('has no dimension of its own where the form asks one question for each', () => {
		const quick = ownReport(demoPeople('quick'), 'quick');
		expect(quick.whole.dimensions.every(({ mean }) => mean === null)).toBe(true);
		expect(quick.whole.overall.mean).not.toBeNull();
	});

	test('of one team is about that team, and compares no parts', () => {
		const sales = demoPeople().filter(({ team }) => team === 'Sales');
		const one = reportOfAnalysis(analysisOf(sales), { name: 'Northwind Foods', day: '2026-11-22' });
		expect(one).toMatchObject({ name: 'Northwind Foods, Sales', teams: [], fidelity: null });
	});
});
