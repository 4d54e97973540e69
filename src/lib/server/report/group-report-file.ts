import { commentGroups } from '../../content/comment-groups.ts';
import { holoscope } from '../../content/instruments.ts';
import type { ReportComments } from '../../content/report/comment-sections.ts';
import type { Paper } from '../../content/report/document.ts';
import { groupDocument } from '../../content/report/group-document.ts';
import type { Branding } from '../../domain/branding/branding.ts';
import { reportOfResults, reportOfTeam } from '../../domain/report/report-of-results.ts';
import type { GroupView, Results } from '../../domain/results/results.ts';
import type { Told } from '../../domain/workshop/told.ts';
import * as m from '../../paraglide/messages.js';
import type { RenderRefusal, ReportRenderer } from './renderer.ts';

interface Wish {
	results: Results;
	/** One of its teams; null for the organization. */
	team: GroupView | null;
	/** What the round's workshops have told; only in the organization's report. */
	told?: Told | null;
	/** As in 2026-11-22. */
	day: string;
	paper: Paper;
	branding?: Branding;
}

export type GroupReportFile =
	{ ok: true; pdf: Uint8Array; name: string } | { ok: false; refusal: RenderRefusal };

/** The report of an organization or of one of its teams, made from what its results page shows. */
export async function groupReportFile(
	reports: ReportRenderer,
	{ results, team, told = null, day, paper, branding }: Wish
): Promise<GroupReportFile> {
	const report = team ? reportOfTeam(results, team, day) : reportOfResults(results, day);
	const made = await reports.render(
		groupDocument({
			instrument: holoscope,
			report,
			paper,
			branding,
			told,
			comments: commentsOf(results, team)
		})
	);
	const { organization } = results;
	const name = team
		? m.results_team_report_name({ organization, team: team.name, day })
		: m.results_report_name({ organization, day });
	return made.ok ? { ...made, name } : made;
}

function commentsOf(results: Results, team: GroupView | null): ReportComments {
	const { comments, contract } = results;
	const groups = (team ? [team] : commentGroups(results)).flatMap(({ id, name }) => {
		const view = comments.find(({ group }) => group === id);
		return view ? [{ ...view, name }] : [];
	});
	return { groups, isOfTeam: team !== null, contract };
}
