import { answerCellReader } from '../../lib/domain/import/answer-cell.ts';
import type { LensTally } from '../../lib/domain/analysis/lens-gaps.ts';
import type { Instrument, Lens } from '../../lib/domain/instrument/instrument.ts';
import { scaleRange } from '../../lib/domain/instrument/form.ts';
import { layoutOf } from '../../lib/domain/scoring/layout.ts';
import { SheetBuffer } from '../../lib/domain/scoring/sheet-buffer.ts';
import type { PersonScores } from '../../lib/domain/scoring/person-scores.ts';
import { Tally, type Cell, type Counted } from '../../lib/domain/scoring/tally.ts';
import { NAME_LENGTH } from '../../lib/domain/name-length.ts';
import { QUOTE } from './bytes.ts';
import { formOf, linksPeople, type Columns } from './columns.ts';
import type { Options } from './options.ts';
import { EXIT, Problem } from './problem.ts';
import { PersonRows } from './person-rows.ts';
import { UNREADABLE, type Singles } from './plain-cells.ts';
import type { Row } from './row.ts';
import { TextCache } from './text-cache.ts';

/** A cell that cannot be read. */
export interface BadCell {
	row: number;
	column: string;
	value: string;
	expected: string;
}

/** The team of people whose file names none. */
export const EVERYBODY = 'Everybody';
const NO_TEAM = '(no team)';
/** More groups than this are not teams: memory would go to a column of names or numbers. */
const MOST_TEAMS = 50_000;
/** How many different ways to write an answer are remembered. */
const MOST_SPELLINGS = 10_000;

/** Beside the lenses, an employee who answers as customers would. */
export type View = Lens | typeof GUESS;
const GUESS = 'guess';

/** What one view answered. */
export interface ViewCounted {
	view: View;
	tally: Counted;
}

/** Everything that was answered in one round. */
export interface RoundAnswers {
	lenses: LensTally[];
	guess: Tally | null;
	/** People by their codes, lens by lens; empty where nobody asked for them. */
	people: Map<Lens, PersonScores>;
}

interface LensReader {
	tally: Tally;
	buffer: SheetBuffer;
	/** Teams by the bytes of their cells. */
	cells: TextCache<Cell | null>;
	/** By item column: its place on the sheet, −1 where the form does not ask it. */
	places: Int32Array;
	sheet: Uint8Array;
	people: PersonRows | null;
}

/** Turns rows into counted sheets, lens by lens. A row with a bad cell is counted nowhere. */
export class SheetReader {
	readonly #instrument: Instrument;
	readonly #columns: Columns;
	readonly #options: Options;
	readonly #itemColumns: Int32Array;
	readonly #lenses = new Map<View, LensReader>();
	readonly #spellings = new Map<string, number>();
	/** Item columns, and codes of their cells of one byte, the usual case. */
	readonly singles: Singles;
	readonly #read: ReturnType<typeof answerCellReader>;

	constructor(instrument: Instrument, columns: Columns, options: Options) {
		this.#instrument = instrument;
		this.#columns = columns;
		this.#options = options;
		this.#read = answerCellReader(instrument);
		this.#itemColumns = Int32Array.from(
			columns.items.flatMap((item, at) => (item === null ? [] : [at]))
		);
		this.singles = {
			isSingle: columns.items.map((item) => item !== null),
			codes: Uint8Array.from({ length: 256 }, (_, byte) =>
				byte < 128 ? this.#codeOf(String.fromCharCode(byte)) : UNREADABLE
			)
		};
		// Even without a row, a form that does not fit is told.
		if (columns.lens < 0) this.#lens(options.lens ?? 'member');
	}

	/** Every lens that was answered, the one that was to be expected when none was; and the guesses. */
	answers(): RoundAnswers {
		const isLens = (view: View): view is Lens => view !== GUESS;
		if (![...this.#lenses.keys()].some(isLens)) this.#lens(this.#options.lens ?? 'member');
		for (const { buffer } of this.#lenses.values()) buffer.flush();
		return {
			lenses: [...this.#lenses].flatMap(([lens, { tally }]) =>
				isLens(lens) ? [{ lens, tally }] : []
			),
			guess: this.#lenses.get(GUESS)?.tally ?? null,
			people: new Map(
				[...this.#lenses].flatMap(([lens, { people }]) =>
					isLens(lens) && people ? [[lens, people.scores] as const] : []
				)
			)
		};
	}

	/** What was counted so far, as data for another thread. */
	counted(): ViewCounted[] {
		return [...this.#lenses].map(([view, { tally, buffer }]) => {
			buffer.flush();
			return { view, tally: tally.counted() };
		});
	}

	/** Adds what another reader counted. Throws a Problem when there are too many teams now. */
	merge(others: readonly ViewCounted[]): void {
		for (const { view, tally } of others) {
			const mine = this.#lens(view).tally;
			for (const team of tally.cells.keys()) this.#cell(mine, team);
			mine.merge(tally);
		}
	}

	/** Counts one row, or says what is wrong with it; empty rows are passed over. */
	read(row: Row): BadCell | null {
		const { headers, team, lens, seconds, person } = this.#columns;
		if (row.cells === 1 && row.text(0).trim() === '') return null;
		const surplus = row.cells > headers.length ? this.#surplus(row) : null;
		if (surplus) return surplus;
		const lensName = this.#lensOf(row);
		if (lensName === null) return this.#bad(row, lens, this.#instrument.lenses.join(', '));
		if (lens >= 0 && this.#options.lens && lensName !== this.#options.lens) return null;
		const time = seconds < 0 ? NaN : secondsOf(row.text(seconds));
		if (time === null) return this.#bad(row, seconds, 'seconds, or nothing');
		const reader = this.#lens(lensName);
		const bad = row.codes ? this.#place(row.codes, reader) : this.#encode(row, reader);
		if (bad >= 0) return this.#bad(row, bad, this.#answersExpected());
		const { people, sheet } = reader;
		const code = people ? row.text(person).trim() : '';
		const expected = people?.problemOf(code);
		if (expected) return this.#bad(row, person, expected);
		const cell = this.#cellOf(row, reader);
		if (!cell) return this.#bad(row, team, `a name of at most ${NAME_LENGTH} characters`);
		people?.add(code, { number: row.number, team: cell.team, sheet, seconds: time });
		reader.buffer.add(cell, sheet, time);
		return null;
	}

	/** Fills the sheet with codes, by item column; all of them are readable. */
	#place(codes: Uint8Array, { places, sheet }: LensReader): number {
		for (let i = 0; i < places.length; i++) {
			const place = places[i]!;
			if (place >= 0) sheet[place] = codes[i]!;
		}
		return -1;
	}

	/** Fills the sheet; answers with the column that cannot be read, −1 when all can. */
	#encode(row: Row, { places, sheet }: LensReader): number {
		const { bytes, starts, ends, cells } = row;
		const columns = this.#itemColumns;
		for (let i = 0; i < columns.length; i++) {
			const column = columns[i]!;
			const start = starts[column]!;
			const length = column < cells ? ends[column]! - start : 0;
			const code =
				length === 1
					? this.singles.codes[bytes[start]!]!
					: length === 0
						? 0
						: this.#codeOf(row.text(column));
			if (code === UNREADABLE) return column;
			const place = places[i]!;
			if (place >= 0) sheet[place] = code;
		}
		return -1;
	}

	#codeOf(cell: string): number {
		const known = this.#spellings.get(cell);
		if (known !== undefined) return known;

		const { low, high } = scaleRange(this.#instrument);
		const read = this.#read(cell);
		const codes = { missing: 0, 'not-sure': high - low + 2, unreadable: UNREADABLE };
		const code = read.kind === 'answer' ? read.value - low + 1 : codes[read.kind];
		if (this.#spellings.size < MOST_SPELLINGS) this.#spellings.set(cell, code);
		return code;
	}

	/** The team's counts; null for a name that is too long. */
	#cellOf(row: Row, { tally, cells }: LensReader): Cell | null {
		const { team } = this.#columns;
		if (team < 0 || team >= row.cells) return this.#cell(tally, team < 0 ? EVERYBODY : NO_TEAM);
		const start = row.starts[team]!;
		// With its opening quote, since two quotes in a row mean one only inside of others.
		const from = start > 0 && row.bytes[start - 1] === QUOTE ? start - 1 : start;
		const end = row.ends[team]!;
		const known = cells.get(row.bytes, from, end);
		if (known !== undefined) return known;
		const name = row.text(team).trim() || NO_TEAM;
		const cell = name.length > NAME_LENGTH ? null : this.#cell(tally, name);
		cells.add(row.bytes, from, end, cell);
		return cell;
	}

	#cell(tally: Tally, team: string): Cell {
		const known = tally.cells.get(team);
		if (known) return known;
		if (tally.cells.size < MOST_TEAMS) return tally.cell(team);
		throw new Problem(
			EXIT.data,
			`There are more than ${MOST_TEAMS} different teams. Is “${this.#columns.headers[this.#columns.team]}” the right column? See --group.`
		);
	}

	#lens(lens: View): LensReader {
		const known = this.#lenses.get(lens);
		if (known) return known;

		const form = formOf(
			this.#instrument,
			this.#columns,
			// A guess is asked in the customers' form.
			lens === GUESS ? 'customer' : lens,
			this.#options.form
		);
		const layout = layoutOf(this.#instrument, form);
		const tally = new Tally(layout);
		const reader = {
			tally,
			buffer: new SheetBuffer(tally),
			cells: new TextCache<Cell | null>(),
			places: Int32Array.from(this.#itemColumns, (column) =>
				layout.items.findIndex(({ id }) => id === this.#columns.items[column])
			),
			sheet: new Uint8Array(layout.items.length),
			people: linksPeople(this.#columns, this.#options) ? new PersonRows(layout) : null
		};
		this.#lenses.set(lens, reader);
		return reader;
	}

	/** Null for a lens that the instrument does not have. */
	#lensOf(row: Row): View | null {
		if (this.#columns.lens < 0) return this.#options.lens ?? 'member';
		const text = row.text(this.#columns.lens).trim().toLowerCase();
		if (text === GUESS && this.#instrument.lenses.includes('customer')) return GUESS;
		return this.#instrument.lenses.find((lens) => lens === text) ?? null;
	}

	/** Empty cells beyond the header are what some tools leave behind; anything else is a shifted row. */
	#surplus(row: Row): BadCell | null {
		const { length } = this.#columns.headers;
		for (let column = length; column < row.cells; column++) {
			const value = row.text(column);
			if (value.trim() === '') continue;
			const expected = `nothing: the header has ${length} columns`;
			return { row: row.number, column: `number ${column + 1}`, value, expected };
		}
		return null;
	}

	#bad(row: Row, column: number, expected: string): BadCell {
		const value = row.text(column);
		return { row: row.number, column: this.#columns.headers[column]!, value, expected };
	}

	#answersExpected(): string {
		const { options } = this.#instrument.scale;
		const [first, last] = [options[0]!, options.at(-1)!];
		return `${first.value} to ${last.value}, a label such as “${last.label}”, “not sure”, or nothing`;
	}
}

/** Null when it is no time. */
function secondsOf(cell: string): number | null {
	const text = cell.trim().replace(',', '.');
	if (text === '' || text.toUpperCase() === 'NA') return NaN;
	return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
