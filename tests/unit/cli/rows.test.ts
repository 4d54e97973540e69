import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotesIn, rowsOfPart } from '../../../src/cli/score/part-rows';
import { PartsState } from '../../../src/cli/score/parts-state';
import { UNREADABLE } from '../../../src/cli/score/plain-cells';
import type { Row } from '../../../src/cli/score/row';
import { readHeader, readRows, readWholeRows } from '../../../src/cli/score/rows';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const NOTHING = { isSingle: [], codes: new Uint8Array(256).fill(UNREADABLE) };

/** Digits are their own codes; a comma or a quote would be too, if cells could be read without looking at quotes. */
const DIGITS = {
	isSingle: [false, true, true],
	codes: NOTHING.codes.map((_, byte) =>
		/^[1-9 ",\n]$/.test(String.fromCharCode(byte)) ? byte : UNREADABLE
	)
};

/** Text that is made of what tables are made of, in any order. */
const scraps = fc
	.array(fc.constantFrom('1', '2', 'a', '"', '""', ',', ',1', '"3",', '\n', '\r\n', '\r', ' '), {
		maxLength: 40
	})
	.map((parts) => parts.join(''));

/** A table of three columns as programs write them; cells may hold anything. */
const tables = fc
	.array(fc.tuple(...[0, 1, 2].map(() => fc.oneof(fc.constantFrom('', '1', '2', 'x'), scraps))))
	.map((rows) => rows.map((row) => row.map(quoted).join()).join('\n') + '\n');

function quoted(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The rows below the header, cell by cell; null for a table that ends inside of quotes. */
async function rowsOf(text: string, pieceLength = Infinity): Promise<string[][] | null> {
	const bytes = bytesOf(text);
	async function* pieces() {
		for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.slice(at, at + pieceLength);
	}
	const rows: string[][] = [];
	const take = (row: Row) => rows.push(row.texts());
	try {
		await readRows(pieces(), () => ({ singles: NOTHING, take }));
		return rows;
	} catch {
		return null;
	}
}

/** The same rows, found part by part; null where a part cannot be read by itself. */
function rowsInParts(text: string, length: number): string[][] | null {
	const bytes = bytesOf(text);
	const { end: from, delimiter } = readHeader(bytes)!;
	const parts = Math.ceil((bytes.length - from) / length);
	const state = new PartsState(PartsState.memoryFor(parts));
	const rows: string[][] = [];
	for (let part = state.takePart(); part < parts; part = state.takePart()) {
		const piece = bytes.subarray(from + part * length - 1);
		const isLast = part === parts - 1;
		const end = isLast ? piece.length : length;
		const isOdd = quotesIn(piece.subarray(0, end)) % 2 === 1;
		const isQuoted = state.beginsQuoted(part, isOdd)!;
		const own = rowsOfPart({ bytes: piece, end, isQuoted, isOdd, isFirst: part === 0, isLast });
		const take = (row: Row) => rows.push(row.texts());
		if (!own || readWholeRows(own, delimiter, { singles: NOTHING, take }) === null) return null;
	}
	return rows;
}

describe('rows', () => {
	test('are the same in pieces of any length', async () => {
		await fc.assert(
			fc.asyncProperty(scraps, fc.integer({ min: 1, max: 9 }), async (text, length) => {
				expect(await rowsOf(`a,b\n${text}`, length)).toEqual(await rowsOf(`a,b\n${text}`));
			})
		);
	});

	test('with plain cells give the codes of the texts that others give', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(scraps, tables), async (text) => {
				const table = `a,b,c\n${text}`;
				const seen: string[][] = [];
				const take = (row: Row) => {
					const { codes } = row;
					const single = (cell: number) => String.fromCharCode(codes![cell]!).replace('\0', '');
					seen.push(codes ? [row.text(0), single(0), single(1)] : row.texts());
				};
				const expected = await rowsOf(table);
				fc.pre(expected !== null);
				await readRows(one(table), () => ({ singles: DIGITS, take }));
				expect(seen).toEqual(expected);
			})
		);
	});

	test('are plain whether or not cells are quoted', async () => {
		const lines = ['x,1,2', '"x",1,2', '"x, y","1","2"', 'x,,', '"","","3"\r', ' ,1,\r'];
		const plain: boolean[] = [];
		const take = (row: Row) => plain.push(row.codes !== null);
		await readRows(one(`a,b,c\n${lines.join('\n')}\n`), () => ({ singles: DIGITS, take }));
		expect(plain).toEqual(lines.map(() => true));
	});
});

describe('parts', () => {
	test('of any table that a program wrote hold its rows, each once and in order', async () => {
		await fc.assert(
			fc.asyncProperty(tables, fc.integer({ min: 1, max: 30 }), async (text, length) => {
				expect(rowsInParts(`a,b,c\n${text}`, length)).toEqual(await rowsOf(`a,b,c\n${text}`));
			})
		);
	});

	test('of any text hold its rows, or say that they cannot be told', async () => {
		let told = 0;
		await fc.assert(
			fc.asyncProperty(scraps, fc.integer({ min: 1, max: 30 }), async (text, length) => {
				const rows = rowsInParts(`a,b\n${text}`, length);
				if (rows === null) return;
				told++;
				expect(rows).toEqual(await rowsOf(`a,b\n${text}`));
			}),
			{ numRuns: 500 }
		);
		expect(told).toBeGreaterThan(50);
	});
});

async function* one(text: string) {
	yield bytesOf(text);
}
