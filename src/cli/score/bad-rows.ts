import type { BadCell } from './sheet-reader.ts';

/** Problems that are told one by one; more are only counted. */
const MOST_TOLD = 1000;

/** Rows that cannot be read, in the order of the file. */
export class BadRows {
	count = 0;
	readonly told: BadCell[] = [];

	add(cell: BadCell | null): void {
		if (!cell) return;
		this.count++;
		if (this.told.length < MOST_TOLD) this.told.push(cell);
	}

	/** Adds those of a later part of the file, whose first row is the one after `rowsBefore` others. */
	append(part: Pick<BadRows, 'count' | 'told'>, rowsBefore: number): void {
		const room = Math.max(0, MOST_TOLD - this.told.length);
		for (const cell of part.told.slice(0, room))
			this.told.push({ ...cell, row: cell.row + rowsBefore });
		this.count += part.count;
	}

	refusal(): string {
		return [
			...this.#lines(),
			`${rows(this.count)} cannot be read. Correct the file, or leave them out with --skip-bad-rows.`
		].join('\n');
	}

	/** What people wrote stays out of what may be passed on. */
	skipped(isPublished: boolean): string {
		if (isPublished) return `Skipped ${rows(this.count)}.`;
		return [`Skipped ${rows(this.count)}:`, ...this.#lines()].join('\n');
	}

	#lines(): string[] {
		const lines = this.told.map(
			({ row, column, value, expected }) =>
				`Row ${row}, column ${column}: “${shortened(value)}” cannot be read. Expected ${expected}.`
		);
		const more = this.count - this.told.length;
		return more > 0 ? [...lines, `… and ${more} more`] : lines;
	}
}

function rows(count: number): string {
	return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}

function shortened(value: string): string {
	return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
