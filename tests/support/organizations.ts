import { demoTeams } from '../../src/cli/demo/story';
import { simulateAnswers } from '../../src/cli/demo/simulate';
import { holoscope } from '$lib/content/instruments';
import type { GroupReport } from '$lib/domain/report/group-report';
import { reportOfAnalysis } from '$lib/domain/report/report-of-analysis';
import { analysisOf, type Respondent } from './analyses';

/** The people of the demo's teams, with answers that stay the same. */
export function demoPeople(form = 'full'): Respondent[] {
	return demoTeams.flatMap(({ name, answered, profile }, seed) =>
		simulateAnswers({ instrument: holoscope, form, profile, people: answered[1], seed }).map(
			(answers) => ({ team: name, answers })
		)
	);
}

export const demoHeadcounts = new Map(demoTeams.map(({ name, headcount }) => [name, headcount]));

/** The report for the owner of these answers. */
export function ownReport(people: readonly Respondent[], form = 'full'): GroupReport {
	const analysis = analysisOf(people, { form, headcounts: demoHeadcounts });
	return reportOfAnalysis(analysis, { name: 'Northwind Foods', day: '2026-11-22' });
}
