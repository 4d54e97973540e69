import { analyze } from '../../lib/domain/analysis/analyze.ts';
import { readAnswers } from './answers.ts';
import { openSource, writeOut } from './files.ts';
import { HELP } from './help.ts';
import { readInstrument } from './instrument.ts';
import { readOptions } from './options.ts';
import { EXIT, Problem } from './problem.ts';
import { reportFile } from './report.ts';
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
	const analysis = analyze(lenses, { headcounts, seed: options.seed });

	if (options.json) await writeOut(options.json, `${JSON.stringify(analysis, null, '\t')}\n`);
	if (options.csv) await writeOut(options.csv, scoreTable(analysis));
	if (options.pdf) await writeOut(options.pdf, await reportFile(analysis, instrument, options));
	const isPiped = [options.json, options.csv, options.pdf].includes('-');
	if (!options.quiet && !isPiped) await writeOut('-', summary(analysis, instrument));
}
