import type { RenderRefusal } from '../../lib/server/report/renderer.ts';
import type { Analysis } from '../../lib/domain/analysis/analysis.ts';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import type { Options } from './options.ts';
import { EXIT, Problem } from './problem.ts';

const REFUSALS: Record<RenderRefusal, string> = {
	'too-slow': 'it took more than two minutes',
	'too-large': 'there are too many teams for one report',
	unprintable: 'a name in it cannot be set',
	'queue-full': 'the machine is busy',
	closed: 'the machine is short of memory'
};

/** A thousand teams are two megabytes of numbers; nobody else is waiting. */
const LIMITS = { workers: 1, timeLimitMs: 120_000, largest: 20_000_000 };

/** The report of everything that was scored, as a PDF. Throws a Problem that says why there is none. */
export async function reportFile(
	analysis: Analysis,
	instrument: Instrument,
	{ name, day, paper }: Options
): Promise<Uint8Array> {
	// Loaded here, since words, fonts and charts would slow down those who want no report.
	const [{ groupDocument }, { reportOfAnalysis }, { createReportRenderer }] = await Promise.all([
		import('../../lib/content/report/group-document.ts'),
		import('../../lib/domain/report/report-of-analysis.ts'),
		import('../../lib/server/report/renderer.ts')
	]);
	const reports = createReportRenderer(LIMITS);
	try {
		const report = reportOfAnalysis(analysis, { name, day });
		const made = await reports.render(groupDocument({ instrument, report, paper }));
		if (made.ok) return made.pdf;
		throw new Problem(EXIT.file, `The report was not made: ${REFUSALS[made.refusal]}.`);
	} finally {
		await reports.close();
	}
}
