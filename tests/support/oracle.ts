import { readFileSync } from 'node:fs';

const folder = new URL('../oracle/', import.meta.url);

/** Values that somebody else's software computed; `tests/oracle/README.md` says how to rebuild them. */
export function expected(name: string): any {
	return JSON.parse(readFileSync(new URL(`expected/${name}.json`, folder), 'utf8'));
}

/** The generated answers that those values were computed from: a team and six items on 1–5; null is missing. */
export function oracleAnswers(name: 'team-answers' | 'team-answers-missing') {
	const [, ...lines] = readFileSync(new URL(`answers/${name}.csv`, folder), 'utf8')
		.trim()
		.split('\n');
	return lines.map((line) => {
		const [team, ...answers] = line.split(',');
		return { team: team!, answers: answers.map((answer) => (answer === '' ? null : +answer)) };
	});
}

/** Keys of the six items. */
export const ORACLE_KEYS = [1, -1, 1, -1, 1, 1] as const;
