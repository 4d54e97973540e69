import { parseArgs } from 'node:util';
import type { Lens } from '../../lib/domain/instrument/instrument.ts';
import { NAME_LENGTH } from '../../lib/domain/name-length.ts';
import { EXIT, Problem } from './problem.ts';

export interface Options {
	/** “-” for standard input. */
	file: string;
	/** An earlier round of the same, and to publish it, the headcounts of then and the days from its end to now’s start. */
	before?: string;
	beforeTeams?: string;
	daysBetween?: number;
	instrument?: string;
	/** For every lens, or by lens. */
	form?: string | Partial<Record<Lens, string>>;
	teams?: string;
	group?: string;
	/** The column of codes that tell the same person in both rounds. */
	person?: string;
	lens?: Lens;
	json?: string;
	csv?: string;
	pdf?: string;
	paper: 'a4' | 'letter';
	/** The organization’s, for the report; empty when not given. */
	name: string;
	/** The smallest group with numbers; not given where everything is shown. */
	publish?: number;
	/** What the report is dated, as in 2026-11-22. */
	day: string;
	seed: number;
	skipBadRows: boolean;
	quiet: boolean;
	help: boolean;
}

/** Reads the command line. Throws a Problem that names the option and what it expects. */
export function readOptions(args: readonly string[]): Options {
	const { values, positionals } = parsed(args);
	if (positionals.length > 1) throw usage(`One file at a time: what is “${positionals[1]}” for?`);
	if ([values.json, values.csv, values.pdf].filter((path) => path === '-').length > 1)
		throw usage('Only one of --json, --csv and --pdf can go to standard output.');
	if (values.publish !== undefined && values.teams === undefined)
		throw usage(
			'--publish needs --teams: without headcounts nobody can say what would give people away.'
		);

	refuseHalfARound(values);
	if (values.before === '-') throw usage('--before expects a file.');
	if (values.person !== undefined && values.before === undefined)
		throw usage('--person links people with an earlier round: it needs --before.');

	return {
		file: positionals[0] ?? '-',
		before: values.before,
		beforeTeams: values['before-teams'],
		daysBetween:
			values['days-between'] === undefined ? undefined : readDays(values['days-between']),
		instrument: values.instrument,
		form: values.form === undefined ? undefined : readForm(values.form),
		teams: values.teams,
		group: values.group,
		person: values.person,
		lens: values.lens === undefined ? undefined : readLens(values.lens, '--lens'),
		json: values.json,
		csv: values.csv,
		pdf: values.pdf,
		paper: readPaper(values.paper),
		name: readName(values.name),
		day: readDay(values.day),
		publish: values.publish === undefined ? undefined : readSmallest(values.publish),
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
				before: text,
				'before-teams': text,
				'days-between': text,
				instrument: text,
				form: text,
				teams: text,
				group: text,
				person: text,
				lens: text,
				json: text,
				csv: text,
				pdf: text,
				paper: text,
				name: text,
				day: text,
				publish: text,
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

/** What was published once stays as it was: the earlier round needs its own headcounts, and the gate the time between. */
function refuseHalfARound({ before, publish, person, ...values }: Record<string, unknown>): void {
	const own = ['before-teams', 'days-between'].filter((name) => values[name] !== undefined);
	const isPublishedChange = before !== undefined && publish !== undefined;
	if (isPublishedChange && own.length < 2)
		throw usage(
			'--publish with --before needs --before-teams, the headcounts of then, and --days-between, the days from the end of the earlier round to the start of this one.'
		);
	if (!isPublishedChange && own.length > 0)
		throw usage(`--${own[0]} is for --publish with --before only.`);
	if (publish !== undefined && person !== undefined)
		throw usage('--publish never links people: leave out --person.');
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

const LENSES: readonly Lens[] = ['member', 'leader', 'customer', 'partner'];

function readLens(text: string, option: string): Lens {
	const lens = LENSES.find((lens) => lens === text.toLowerCase());
	if (lens) return lens;
	throw usage(`${option} expects ${LENSES.join(', ')}, and not “${text}”.`);
}

function readPaper(text = 'a4'): Options['paper'] {
	const paper = text.toLowerCase();
	if (paper === 'a4' || paper === 'letter') return paper;
	throw usage(`--paper expects a4 or letter, and not “${text}”.`);
}

function readName(text = ''): string {
	const name = text.trim();
	if (name.length <= NAME_LENGTH) return name;
	throw usage(`--name expects at most ${NAME_LENGTH} characters.`);
}

function readDay(text = today()): string {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
	// A day that is not in the calendar, such as February 30, comes back as another one.
	if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
	throw usage(`--day expects a day such as 2026-11-22, and not “${text}”.`);
}

function today(): string {
	return new Date().toISOString().slice(0, 10);
}

function readSmallest(text: string): number {
	const k = text.trim() === '' ? NaN : Number(text);
	if (Number.isInteger(k) && k >= 4 && k <= 20) return k;
	throw usage(`--publish expects the smallest group with numbers, 4 to 20, and not “${text}”.`);
}

function readDays(text: string): number {
	if (/^\d{1,5}$/.test(text)) return Number(text);
	throw usage(`--days-between expects a number of days, and not “${text}”.`);
}

function readSeed(text = '1'): number {
	const seed = Number(text);
	if (text.trim() !== '' && Number.isSafeInteger(seed) && Math.abs(seed) < 2 ** 31) return seed;
	throw usage(`--seed expects a whole number, and not “${text}”.`);
}

function usage(message: string): Problem {
	return new Problem(EXIT.usage, `${message}\nTry --help.`);
}
