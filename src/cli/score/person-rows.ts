import { NAME_LENGTH } from '../../lib/domain/name-length.ts';
import type { Layout } from '../../lib/domain/scoring/layout.ts';
import { PersonScores } from '../../lib/domain/scoring/person-scores.ts';

/** One row, as far as linking needs it. */
interface PersonRow {
	number: number;
	team: string;
	sheet: Uint8Array;
	seconds: number;
}

/** People of one lens in one file, by their codes, and the rows in which they came. */
export class PersonRows {
	readonly scores: PersonScores;
	readonly #rows: number[] = [];

	constructor(layout: Layout) {
		this.scores = new PersonScores(layout);
	}

	/** What was expected instead of this code; null when it will do. */
	problemOf(code: string): string | null {
		if (code.length > NAME_LENGTH) return `a code of at most ${NAME_LENGTH} characters`;
		const first = this.scores.placeOf(code);
		if (first === undefined) return null;
		return `each person once, but row ${this.#rows[first]} has this code too`;
	}

	/** Whoever has no code is linked to nobody. */
	add(code: string, { number, team, sheet, seconds }: PersonRow): void {
		if (code === '') return;
		this.scores.add(code, team, sheet, seconds);
		this.#rows.push(number);
	}
}
