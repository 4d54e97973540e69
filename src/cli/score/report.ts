import type { GroupReport } from '../../lib/domain/report/group-report.ts';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import type { RenderRefusal } from '../../lib/server/report/renderer.ts';
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

/** The report as a PDF. Throws a Problem that says why there is none. */
export async function reportFile(
	report: GroupReport,
	instrument: Instrument,
	{ paper }: Pick<Options, 'paper'>
): Promise<Uint8Array> {
	// Loaded here, since words, fonts and charts would slow down those who want no report.
	const [{ groupDocument }, { createReportRenderer }] = await Promise.all([
		import('../../lib/content/report/group-document.ts'),
		import('../../lib/server/report/renderer.ts')
	]);
	const reports = createReportRenderer(LIMITS);
	try {
		const made = await reports.render(groupDocument({ instrument, report, paper }));
		if (made.ok) return made.pdf;
		throw new Problem(EXIT.file, `The report was not made: ${REFUSALS[made.refusal]}.`);
	} finally {
		await reports.close();
	}
}
