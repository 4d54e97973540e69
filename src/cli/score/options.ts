import { parseArgs } from 'node:util';
import { lensSchema, type Lens } from '../../lib/domain/instrument/instrument.ts';
import { EXIT, Problem } from './problem.ts';

export interface Options {
	/** “-” for standard input. */
	file: string;
	instrument?: string;
	/** For every lens, or by lens. */
	form?: string | Partial<Record<Lens, string>>;
	teams?: string;
	group?: string;
	lens?: Lens;
	json?: string;
	csv?: string;
	seed: number;
	skipBadRows: boolean;
	quiet: boolean;
	help: boolean;
}

/** Reads the command line. Throws a Problem that names the option and what it expects. */
export function readOptions(args: readonly string[]): Options {
	const { values, positionals } = parsed(args);
	if (positionals.length > 1) throw usage(`One file at a time: what is “${positionals[1]}” for?`);
	if (values.json === '-' && values.csv === '-')
		throw usage('Only one of --json and --csv can go to standard output.');

	return {
		file: positionals[0] ?? '-',
		instrument: values.instrument,
		form: values.form === undefined ? undefined : readForm(values.form),
		teams: values.teams,
		group: values.group,
		lens: values.lens === undefined ? undefined : readLens(values.lens, '--lens'),
		json: values.json,
		csv: values.csv,
		seed: readSeed(values.seed),
		skipBadRows: values['skip-bad-rows'] ?? false,
		quiet: values.quiet ?? false,
		help: values.help ?? false
	};
}

function parsed(args: readonly string[]) {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean' } as const;
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				instrument: text,
				form: text,
				teams: text,
				group: text,
				lens: text,
				json: text,
				csv: text,
				seed: text,
				'skip-bad-rows': flag,
				quiet: flag,
				help: { ...flag, short: 'h' }
			}
		});
	} catch (problem) {
		throw usage((problem as Error).message);
	}
}

function readForm(text: string): Options['form'] {
	if (!text.includes('=')) return text;
	return Object.fromEntries(
		text.split(',').map((part) => {
			const [lens, form] = part.split('=');
			if (!form) throw usage(`--form expects a form, or lens=form pairs, and not “${text}”.`);
			return [readLens(lens!.trim(), '--form'), form.trim()];
		})
	);
}

function readLens(text: string, option: string): Lens {
	const lens = lensSchema.safeParse(text.toLowerCase());
	if (lens.success) return lens.data;
	throw usage(`${option} expects ${lensSchema.options.join(', ')}, and not “${text}”.`);
}

function readSeed(text = '1'): number {
	const seed = Number(text);
	if (text.trim() !== '' && Number.isSafeInteger(seed) && Math.abs(seed) < 2 ** 31) return seed;
	throw usage(`--seed expects a whole number, and not “${text}”.`);
}

function usage(message: string): Problem {
	return new Problem(EXIT.usage, `${message}\nTry --help.`);
}
