import Papa from 'papaparse';
import { NAME_LENGTH } from '../../lib/domain/name-length.ts';
import { readText } from './files.ts';
import { EXIT, Problem } from './problem.ts';

/** Team names with their headcounts, in the file's order. Throws a Problem that names the row. */
export async function readTeams(path: string): Promise<Map<string, number>> {
	const { data } = Papa.parse<string[]>(await readText(path), {
		delimitersToGuess: [',', ';', '\t']
	});
	const [header = [], ...rows] = data;
	const place = (pattern: RegExp) => header.findIndex((cell) => pattern.test(cell.trim()));
	const team = place(/^(team|department|unit|group)( name)?$/i);
	const headcount = place(/^(headcount|people|size|members)$/i);
	if (team < 0 || headcount < 0)
		throw problem(path, 1, `Expected the columns team and headcount, found: ${header.join(', ')}`);

	const headcounts = new Map<string, number>();
	rows.forEach((row, at) => {
		if (row.every((cell) => cell.trim() === '')) return;
		const name = (row[team] ?? '').trim();
		const count = (row[headcount] ?? '').trim();
		if (name === '' || name.length > NAME_LENGTH)
			throw problem(path, at + 2, `Expected a team’s name of at most ${NAME_LENGTH} characters`);
		if (headcounts.has(name)) throw problem(path, at + 2, `The team “${name}” comes twice`);
		if (!/^\d{1,7}$/.test(count) || Number(count) === 0)
			throw problem(path, at + 2, `Expected a headcount above zero, found “${count}”`);
		headcounts.set(name, Number(count));
	});
	return headcounts;
}

function problem(path: string, row: number, message: string): Problem {
	return new Problem(EXIT.data, `${path}, row ${row}: ${message}.`);
}
