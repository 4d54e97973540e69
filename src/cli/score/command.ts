import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import type { GroupReport } from '../../lib/domain/report/group-report.ts';
import { readAnswers } from './answers.ts';
import { openSource, writeOut } from './files.ts';
import { readInstrument } from './instrument.ts';
import { readOptions, type Options } from './options.ts';
import { EXIT, Problem } from './problem.ts';
import { EVERYBODY, type RoundAnswers } from './sheet-reader.ts';
import { summary } from './summary.ts';

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
	if (options.help) return writeOut('-', `${(await import('./help.ts')).HELP}\n`);
	if (options.file === '-' && process.stdin.isTTY)
		throw new Problem(EXIT.usage, 'Which file? Try --help.');

	const instrument = await readInstrument(options.instrument);
	const headcounts = options.teams === undefined ? undefined : await readHeadcounts(options.teams);
	const source = await openSource(options.file);
	const loading = options.publish === undefined ? ownWords() : publishedWords();
	const answers = await readAnswers(source, instrument, options, loading);
	const before = await readBefore(instrument, options, loading);
	const say = await loading;
	await write(
		await say({ ...answers, before }, instrument, headcounts, options),
		instrument,
		options
	);
}

/** The earlier round; its problems name its file. */
async function readBefore(
	instrument: Instrument,
	options: Options,
	loading: Promise<unknown>
): Promise<RoundAnswers | undefined> {
	const { before } = options;
	if (before === undefined) return undefined;
	try {
		return await readAnswers(await openSource(before), instrument, options, loading);
	} catch (problem) {
		if (!(problem instanceof Problem) || problem.exitCode === EXIT.file) throw problem;
		throw new Problem(problem.exitCode, `${before}:\n${problem.message}`);
	}
}

async function readHeadcounts(path: string): Promise<ReadonlyMap<string, number>> {
	const { readTeams } = await import('./teams.ts');
	return readTeams(path);
}

/** What each option writes, so that one decision holds for all of them. */
interface Said {
	json: () => unknown;
	csv: () => string | Promise<string>;
	report: () => GroupReport | Promise<GroupReport>;
	summary: () => string;
}

type Say = (
	answers: RoundAnswers & { before: RoundAnswers | undefined },
	instrument: Instrument,
	headcounts: ReadonlyMap<string, number> | undefined,
	options: Options
) => Said | Promise<Said>;

/*
 * Everything below is loaded only where it is needed, and while the answers are read: loading all of it takes as
 * long as reading a hundred thousand rows.
 */

/** Everything, for the owner of the data. */
async function ownWords(): Promise<Say> {
	const { analyze } = await import('../../lib/domain/analysis/analyze.ts');
	return ({ lenses, guess, people, before }, instrument, headcounts, { seed, name, day }) => {
		const analysis = analyze(lenses, {
			headcounts,
			guess,
			before: before?.lenses,
			people: before && { before: before.people, now: people },
			seed
		});
		return {
			json: () => analysis,
			csv: async () => (await import('./table.ts')).scoreTable(analysis),
			report: async () => {
				const { reportOfAnalysis } = await import('../../lib/domain/report/report-of-analysis.ts');
				return reportOfAnalysis(analysis, { name, day, everybody: EVERYBODY });
			},
			summary: () => summary(analysis, instrument)
		};
	};
}

/** What passed the gate, and nothing else. */
async function publishedWords(): Promise<Say> {
	const [
		{ publishedGuess, publishedResults },
		{ leftOut, publishedSummary },
		{ resultsCsv },
		{ resultsFile },
		{ reportOfResults }
	] = await Promise.all([
		import('./publish.ts'),
		import('./published-summary.ts'),
		import('../../lib/content/results-csv.ts'),
		import('../../lib/domain/results/results-schema.ts'),
		import('../../lib/domain/report/report-of-results.ts')
	]);
	return async ({ before, ...answers }, instrument, headcounts, options) => {
		const fileOf = (of: RoundAnswers) => ({
			lenses: of.lenses,
			guess: publishedGuess(of, instrument)
		});
		const now = {
			...fileOf(answers),
			headcounts: headcounts!,
			teamsOption: '--teams' as const
		};
		const earlier = before && {
			...fileOf(before),
			headcounts: await readHeadcounts(options.beforeTeams!),
			teamsOption: '--before-teams' as const
		};
		const results = await publishedResults({ now, before: earlier ?? null }, instrument, options);
		const report = reportOfResults(results, options.day);
		const isMirrored = now.guess !== null;
		for (const line of leftOut({ answers, isMirrored, before })) process.stderr.write(`${line}\n`);
		return {
			json: () => resultsFile(results),
			csv: () => resultsCsv(results),
			report: () => report,
			summary: () => publishedSummary(report, instrument, results.whole.overall.change)
		};
	};
}

async function write(said: Said, instrument: Instrument, options: Options): Promise<void> {
	const { json, csv, pdf, quiet } = options;
	if (json) await writeOut(json, `${JSON.stringify(said.json(), null, '\t')}\n`);
	if (csv) await writeOut(csv, await said.csv());
	if (pdf) {
		const { reportFile } = await import('./report.ts');
		await writeOut(pdf, await reportFile(await said.report(), instrument, options));
	}
	const isPiped = [json, csv, pdf].includes('-');
	if (!quiet && !isPiped) await writeOut('-', said.summary());
}
