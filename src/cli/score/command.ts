import { analyze } from '../../lib/domain/analysis/analyze.ts';
import type { LensTally } from '../../lib/domain/analysis/lens-gaps.ts';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import type { GroupReport } from '../../lib/domain/report/group-report.ts';
import { reportOfAnalysis } from '../../lib/domain/report/report-of-analysis.ts';
import { reportOfResults } from '../../lib/domain/report/report-of-results.ts';
import { resultsFile } from '../../lib/domain/results/results-schema.ts';
import { readAnswers } from './answers.ts';
import { openSource, writeOut } from './files.ts';
import { HELP } from './help.ts';
import { readInstrument } from './instrument.ts';
import { readOptions, type Options } from './options.ts';
import { EXIT, Problem } from './problem.ts';
import { reportFile } from './report.ts';
import { EVERYBODY } from './sheet-reader.ts';
import { summary } from './summary.ts';
import { scoreTable } from './table.ts';
import { readTeams } from './teams.ts';

/** Runs the command and says what to exit with. Nothing is written when the answers cannot be read. */
export async function scoreCommand(args: readonly string[]): Promise<number> {
	try {
		await score(args);
		return EXIT.done;
	} catch (problem) {
		if (!(problem instanceof Problem)) throw problem;
		process.stderr.write(`${problem.message}\n`);
		return problem.exitCode;
	}
}

async function score(args: readonly string[]): Promise<void> {
	const options = readOptions(args);
	if (options.help) return writeOut('-', `${HELP}\n`);
	if (options.file === '-' && process.stdin.isTTY)
		throw new Problem(EXIT.usage, 'Which file? Try --help.');

	const instrument = await readInstrument(options.instrument);
	const headcounts = options.teams === undefined ? undefined : await readTeams(options.teams);
	const lenses = await readAnswers(await openSource(options.file), instrument, options);
	const say = options.publish === undefined ? ownWords : publishedWords;
	await write(await say(lenses, instrument, headcounts, options), instrument, options);
}

/** What each option writes, so that one decision holds for all of them. */
interface Said {
	json: unknown;
	csv: () => string;
	report: () => GroupReport;
	summary: () => string;
}

type Say = (
	lenses: readonly LensTally[],
	instrument: Instrument,
	headcounts: ReadonlyMap<string, number> | undefined,
	options: Options
) => Promise<Said>;

/** Everything, for the owner of the data. */
const ownWords: Say = async (lenses, instrument, headcounts, { seed, name, day }) => {
	const analysis = analyze(lenses, { headcounts, seed });
	return {
		json: analysis,
		csv: () => scoreTable(analysis),
		report: () => reportOfAnalysis(analysis, { name, day, everybody: EVERYBODY }),
		summary: () => summary(analysis, instrument)
	};
};

/** What passed the gate, and nothing else. */
const publishedWords: Say = async (lenses, instrument, headcounts, options) => {
	// Loaded here, since the gate and its words would slow down those who keep the scores to themselves.
	const [{ publishedResults }, { publishedSummary }, { resultsCsv }] = await Promise.all([
		import('./publish.ts'),
		import('./published-summary.ts'),
		import('../../lib/content/results-csv.ts')
	]);
	const results = await publishedResults(
		lenses,
		instrument,
		headcounts!,
		options.publish!,
		options
	);
	const report = reportOfResults(results, options.day);
	return {
		json: resultsFile(results),
		csv: () => resultsCsv(results),
		report: () => report,
		summary: () => publishedSummary(report, instrument)
	};
};

async function write(said: Said, instrument: Instrument, options: Options): Promise<void> {
	const { json, csv, pdf, quiet } = options;
	if (json) await writeOut(json, `${JSON.stringify(said.json, null, '\t')}\n`);
	if (csv) await writeOut(csv, said.csv());
	if (pdf) await writeOut(pdf, await reportFile(said.report(), instrument, options));
	const isPiped = [json, csv, pdf].includes('-');
	if (!quiet && !isPiped) await writeOut('-', said.summary());
}
