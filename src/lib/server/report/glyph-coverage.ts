/** The code points that one font has a glyph for, as ranges in rising order. */
export type Coverage = readonly (readonly [first: number, last: number])[];

export function covers(coverage: Coverage, point: number): boolean {
	let [low, high] = [0, coverage.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const [first, last] = coverage[middle]!;
		if (point < first) high = middle - 1;
		else if (point > last) low = middle + 1;
		else return true;
	}
	return false;
}

const TABLE_RECORD = 16;
const ENCODING_RECORD = 8;

/** Reads which characters a TrueType or OpenType font can show, from its `cmap` table (formats 4 and 12). */
export function readCoverage(font: Buffer): Coverage {
	const cmap = tableOffset(font, 'cmap');
	const count = font.readUInt16BE(cmap + 2);
	const subtables = Array.from({ length: count }, (_, at) => {
		const record = cmap + 4 + at * ENCODING_RECORD;
		return cmap + font.readUInt32BE(record + 4);
	});
	const format = (subtable: number) => font.readUInt16BE(subtable);

	const complete = subtables.find((subtable) => format(subtable) === 12);
	if (complete !== undefined) return wideRanges(font, complete);
	const basic = subtables.find((subtable) => format(subtable) === 4);
	if (basic !== undefined) return basicRanges(font, basic);
	throw new Error('The font has no character map that can be read.');
}

function tableOffset(font: Buffer, tag: string): number {
	const count = font.readUInt16BE(4);
	for (let at = 0; at < count; at++) {
		const record = 12 + at * TABLE_RECORD;
		if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
	}
	throw new Error(`The font has no table “${tag}”.`);
}

function wideRanges(font: Buffer, subtable: number): Coverage {
	const count = font.readUInt32BE(subtable + 12);
	return Array.from({ length: count }, (_, at) => {
		const group = subtable + 16 + at * 12;
		return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
	});
}

/** The last segment of this format only marks the end. */
const END_MARK = 0xffff;

function basicRanges(font: Buffer, subtable: number): Coverage {
	const segments = font.readUInt16BE(subtable + 6) / 2;
	const ends = subtable + 14;
	const starts = ends + segments * 2 + 2;
	return Array.from({ length: segments }, (_, at) => {
		return [font.readUInt16BE(starts + at * 2), font.readUInt16BE(ends + at * 2)] as const;
	}).filter(([first]) => first !== END_MARK);
}
