import {
	giveNetwork,
	linkWidth,
	networkHeight,
	type Network,
	type PlacedParty
} from '../../charts/give-network.ts';
import { labelLines } from '../../charts/look.ts';
import { lightPalette } from '../../charts/palette.ts';
import type { NetworkBlock } from '../../content/report/document.ts';

/**
 * Units of the drawing: 640 are as wide as the text, a letter of a name is about 5.6 wide and its line 13 tall. Curves
 * that bend beyond the last row have a pad.
 */
const SIZE = {
	width: 640,
	radius: 9,
	letter: 5.6,
	line: 13,
	air: 18,
	pad: 12,
	least: 66,
	tallest: 760
};
const MARGIN = { least: 70, most: 200, gap: 8 };

const { teal, violet, rose, ink } = lightPalette;
const STATE_LOOKS = {
	met: { color: teal, dashes: '' },
	unmet: { color: rose, dashes: ' stroke-dasharray="6 5"' },
	unasked: { color: violet, dashes: ' stroke-dasharray="0.5 5"' }
};

interface NetworkDrawing {
	svg: string;
	/** Height by width. */
	ratio: number;
	/** Where names stand, in shares of the width: the typesetter has fonts for all scripts. */
	labels: {
		name: string;
		side: PlacedParty['side'];
		/** Of the edge that is next to the mark. */
		x: number;
		y: number;
		width: number;
		height: number;
		isStrong: boolean;
	}[];
}

/** Who gives what to whom. Lines and marks are drawn here; names are told where to stand. */
export function networkDrawing({
	parties,
	links,
	names
}: Pick<NetworkBlock, 'parties' | 'links' | 'names'>): NetworkDrawing {
	const { width, radius, letter, air, pad, least, tallest } = SIZE;
	const longest = Math.max(...names.map(({ length }) => length));
	const wanted = longest * letter + MARGIN.gap + radius;
	const margin = Math.min(MARGIN.most, Math.max(MARGIN.least, wanted));
	const room = margin - MARGIN.gap - radius;
	const lines = Math.max(...names.map((name) => linesOf(name, Math.floor(room / letter))));
	const rows = networkHeight(parties, 1, 0);
	const row = Math.min(lines * SIZE.line + air, tallest / rows);
	const height = Math.max(least, row * rows);
	const network = giveNetwork(parties, links, { width, height, radius, margin });
	return {
		svg: drawn(network, parties, height),
		ratio: (height + 2 * pad) / width,
		labels: network.parties.map(({ x, y, side }, at) => ({
			name: names[at]!,
			side,
			x: (x + (side === 'right' ? 1 : -1) * (radius * 1.3 + MARGIN.gap)) / width,
			y: (y + pad) / width,
			width: room / width,
			height: row / width,
			isStrong: parties[at]!.kind === 'customer'
		}))
	};
}

/** A word longer than a line is broken. */
function linesOf(name: string, letters: number): number {
	const lines = labelLines(name, letters);
	return lines.reduce((sum, line) => sum + Math.ceil(line.length / letters), 0);
}

function drawn(network: Network, parties: NetworkBlock['parties'], height: number): string {
	const lines = network.links.map(({ state, count, path, head }) => {
		const { color, dashes } = STATE_LOOKS[state];
		const paint = `fill="none" stroke="${color}" stroke-width="${linkWidth(count)}" stroke-linecap="round"`;
		return `<path d="${path}" ${paint}${dashes}/><path d="${head}" fill="${color}"/>`;
	});
	const marks = network.parties.map(({ path }, at) => {
		const { kind, isLost } = parties[at]!;
		const dashes = isLost ? ' stroke-dasharray="3 2.4"' : '';
		const paint =
			kind === 'customer'
				? `fill="${ink}" fill-rule="evenodd"`
				: `fill="#ffffff" stroke="${ink}" stroke-width="1.4"${dashes}`;
		return `<path d="${path}" ${paint}/>`;
	});
	const { width, pad } = SIZE;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${-pad} ${width} ${height + 2 * pad}">${lines.join('')}${marks.join('')}</svg>`;
}
