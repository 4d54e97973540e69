import { ITEMS_IN_A_WORD, type TeamOrder } from './team-order.ts';

/** Sheets of one team that stand together, from `start` up to but not including `end`. */
export interface Run {
	readonly start: number;
	readonly end: number;
}

/** More sheets than this would run over the eight bits of a lane. */
export const MOST_IN_A_RUN = 255;
/** For fewer, taking the lanes apart costs more than it has saved. */
const FEWEST_FOR_LANES = 6;
/** Codes 0 to 6: three bits, never all of them. */
const MOST_CODES_FOR_LANES = 7;
const LANES = ITEMS_IN_A_WORD;
/** The lowest bit of each lane. */
const ONES = 0x01010101;

/** Adds the answers of a run to the counts of its team, by place × codes + code. */
export function countAnswers(order: TeamOrder, run: Run, counts: Uint32Array, codes: number): void {
	const items = counts.length / codes;
	if (codes > MOST_CODES_FOR_LANES || run.end - run.start < FEWEST_FOR_LANES)
		return countOneByOne(order, run, counts, items);
	for (let word = 0; word < order.wordsEach; word++) {
		addUpBits(order, run, word);
		const place = word * LANES;
		const most = Math.min(LANES, items - place);
		for (let lane = 0; lane < most; lane++) {
			countLane(lane, run.end - run.start, counts, (place + lane) * codes);
		}
	}
}

function countOneByOne(
	{ bytes, bytesEach }: TeamOrder,
	{ start, end }: Run,
	counts: Uint32Array,
	items: number
): void {
	const codes = counts.length / items;
	for (let sheet = start; sheet < end; sheet++) {
		const at = sheet * bytesEach;
		for (let place = 0; place < items; place++) counts[place * codes + bytes[at + place]!]!++;
	}
}

/** How often each bit of a code, and each pair of its bits, was set: plane by plane, with a lane for each item. */
const planes = new Int32Array(6);
/** The lanes one by one, in whichever order this processor keeps bytes: the order of the sheets' bytes. */
const lanes = new Uint8Array(planes.buffer);

/**
 * Adds the bits of four neighboring items at once. A code has three bits, and how often each of them and each
 * two of them were set tells how often each code came: sixteen steps for four answers, none of which waits for
 * memory, where counting each answer in its place takes twice as many that do.
 */
function addUpBits({ words, wordsEach }: TeamOrder, { start, end }: Run, word: number): void {
	let [one, two, four, oneTwo, oneFour, twoFour] = [0, 0, 0, 0, 0, 0];
	for (let at = start * wordsEach + word; at < end * wordsEach; at += wordsEach) {
		const ones = words[at]! & ONES;
		const twos = (words[at]! >>> 1) & ONES;
		const fours = (words[at]! >>> 2) & ONES;
		one = (one + ones) | 0;
		two = (two + twos) | 0;
		four = (four + fours) | 0;
		oneTwo = (oneTwo + (ones & twos)) | 0;
		oneFour = (oneFour + (ones & fours)) | 0;
		twoFour = (twoFour + (twos & fours)) | 0;
	}
	planes[0] = one;
	planes[1] = two;
	planes[2] = four;
	planes[3] = oneTwo;
	planes[4] = oneFour;
	planes[5] = twoFour;
}

/** On a short scale the last codes do not exist: they came zero times, and adding that does no harm. */
function countLane(lane: number, people: number, counts: Uint32Array, slot: number): void {
	const three = lanes[3 * LANES + lane]!;
	const five = lanes[4 * LANES + lane]!;
	const six = lanes[5 * LANES + lane]!;
	const one = lanes[lane]! - three - five;
	const two = lanes[LANES + lane]! - three - six;
	const four = lanes[2 * LANES + lane]! - five - six;
	counts[slot]! += people - one - two - three - four - five - six;
	counts[slot + 1]! += one;
	counts[slot + 2]! += two;
	counts[slot + 3]! += three;
	counts[slot + 4]! += four;
	counts[slot + 5]! += five;
	counts[slot + 6]! += six;
}
