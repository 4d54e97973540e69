import { holoscope } from '../../lib/content/instruments.ts';
import type { Instrument } from '../../lib/domain/instrument/instrument.ts';
import { readText } from './files.ts';
import { EXIT, Problem } from './problem.ts';

/** Somebody's own instrument, or ours. Throws a Problem that lists everything that is wrong with a file. */
export async function readInstrument(path: string | undefined): Promise<Instrument> {
	if (path === undefined) return holoscope;
	// Loaded here, since the parser of instruments would slow down those who use ours.
	const { parseInstrument } = await import('../../lib/domain/instrument/instrument.ts');
	const parsed = parseInstrument(parseJson(await readText(path), path));
	if (parsed.ok) return parsed.instrument;
	const problems = parsed.problems.map(({ path, reason }) => `  ${path}: ${reason}`);
	throw new Problem(EXIT.data, `${path} is no instrument:\n${problems.join('\n')}`);
}

function parseJson(text: string, path: string): unknown {
	try {
		return JSON.parse(text);
	} catch (problem) {
		throw new Problem(EXIT.data, `${path} is not JSON: ${(problem as Error).message}`);
	}
}
