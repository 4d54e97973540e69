import type { Picture } from '$lib/domain/workshop/picture';

/** Of one picture; the phones have all of them. */
export const MOST_SENTENCES = 3;
/** Lines of a sentence that stands alone, and of one among others; what is longer is cut. */
const MOST_LINES = { alone: 4, together: 2 };

const COLUMNS = 3;
/** Pictures do not break, so columns do not fill to their end. */
const FILLED = 0.85;
/** The height between what stands above and below, in units of the screen. */
const ROOM = { grouping: 18.5, settled: 15 };
/** Letters on a line of a column; the height of a line, and of what stands between sentences and between pictures. */
const SIZES = {
	large: { letters: 24, line: 2.13, sentence: 0.5, picture: 0.9 },
	compact: { letters: 36, line: 1.44, sentence: 0.35, picture: 0.9 }
};
type Size = keyof typeof SIZES;

/** What can be read from the last row: all pictures in large words, or as many as fit in small ones, in their order. */
export function fittingPictures(
	pictures: readonly Picture[],
	state: keyof typeof ROOM
): { size: Size; shown: Picture[] } {
	const room = COLUMNS * ROOM[state] * FILLED;
	const large = thatFit(pictures, 'large', room);
	if (large.length === pictures.length) return { size: 'large', shown: large };
	return { size: 'compact', shown: thatFit(pictures, 'compact', room) };
}

function thatFit(pictures: readonly Picture[], size: Size, room: number): Picture[] {
	let height = 0;
	const over = pictures.findIndex((picture) => (height += heightOf(picture, size)) > room);
	return pictures.slice(0, over === -1 ? pictures.length : Math.max(1, over));
}

function heightOf({ sentences }: Picture, size: Size): number {
	const { letters, line, sentence, picture } = SIZES[size];
	const most = MOST_LINES[sentences.length > 1 ? 'together' : 'alone'];
	const heights = sentences
		.slice(0, MOST_SENTENCES)
		.map(({ words }) => Math.min(most, Math.ceil(words.length / letters)) * line + sentence);
	const more = sentences.length > MOST_SENTENCES ? 1 : 0;
	return heights.reduce((sum, height) => sum + height, picture + more);
}
