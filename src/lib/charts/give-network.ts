import type { PartyKind } from '../domain/give-get/give-get.ts';
import type { NetworkLink, NetworkParty } from '../domain/give-get/network.ts';
import type { State } from '../domain/give-get/states.ts';

export interface NetworkFrame {
	width: number;
	height: number;
	/** Of a party's mark. */
	radius: number;
	/** What is kept free for names at each side. */
	margin: number;
}

export interface PlacedParty {
	id: string;
	x: number;
	y: number;
	/** Names stand outside, on the side where the party is. */
	side: 'left' | 'right';
	/** The mark, as an SVG path: its form tells the kind of party. */
	path: string;
}

export interface DrawnLink extends NetworkLink {
	/** The curve from mark to mark, and the arrow's head at its end, as SVG paths. */
	path: string;
	head: string;
	/** Where a number can stand. */
	middle: Point;
}

export interface Network {
	parties: PlacedParty[];
	links: DrawnLink[];
}

interface Point {
	x: number;
	y: number;
}

/** How wide a line is for so many, in units of one. */
export function linkWidth(count: number): number {
	return Math.min(4, 1.25 + 0.75 * count);
}

/** How tall the drawing must be so that each name has a line of its own. */
export function networkHeight(
	parties: readonly NetworkParty[],
	lineHeight: number,
	least: number
): number {
	return Math.max(least, (columnsOf(parties, []).right.length + 1) * lineHeight);
}

/**
 * Who gives what to whom, in two bent columns: customers in the middle of the right one with those nearest to them,
 * everybody else at the left, those farthest from a customer in its middle. Curves between two of one side bend
 * inward, past those between them; to and fro, and each state, have curves of their own. The same parties and links
 * give the same picture.
 */
export function giveNetwork(
	parties: readonly NetworkParty[],
	links: readonly NetworkLink[],
	frame: NetworkFrame
): Network {
	const { left, right } = columnsOf(parties, links);
	const placed = new Map(
		[...placesOf(left, 'left', frame), ...placesOf(right, 'right', frame)].map((party) => [
			party.id,
			party
		])
	);
	return {
		parties: parties.map(({ id }) => placed.get(id)!),
		links: links.map((link) => ({
			...link,
			...curve(placed.get(link.from)!, placed.get(link.to)!, LANES[link.state], frame)
		}))
	};
}

/** Both columns from top to bottom. */
function columnsOf(
	parties: readonly NetworkParty[],
	links: readonly NetworkLink[]
): { left: NetworkParty[]; right: NetworkParty[] } {
	const customers = parties.filter(({ kind }) => kind === 'customer');
	const others = parties
		.filter(({ kind }) => kind !== 'customer')
		.toSorted((a, b) => (a.steps ?? Infinity) - (b.steps ?? Infinity) || 0);
	const beside = Math.max(0, Math.ceil(parties.length / 2) - customers.length);
	const near = aboveAndBelow(others.slice(0, beside), links);
	const far = aboveAndBelow(others.slice(beside), links);
	return {
		right: [...near.above.toReversed(), ...customers, ...near.below],
		left: [...far.above, ...far.below.toReversed()]
	};
}

/** Takes two at a time and sets one above and one below, the way round that keeps linked ones together. */
function aboveAndBelow(
	parties: readonly NetworkParty[],
	links: readonly NetworkLink[]
): { above: NetworkParty[]; below: NetworkParty[] } {
	const [above, below]: [NetworkParty[], NetworkParty[]] = [[], []];
	const pull = (party: NetworkParty) =>
		linkCount(party, above, links) - linkCount(party, below, links);
	for (let at = 0; at < parties.length; at += 2) {
		const [first, second] = [parties[at]!, parties[at + 1]];
		const isTurned = second !== undefined && pull(first) > pull(second);
		(isTurned ? above : below).push(first);
		if (second) (isTurned ? below : above).push(second);
	}
	return { above, below };
}

function linkCount(
	{ id }: NetworkParty,
	others: readonly NetworkParty[],
	links: readonly NetworkLink[]
): number {
	const isOther = (party: string) => others.some((other) => other.id === party);
	return links.filter(({ from, to }) => (from === id ? isOther(to) : to === id && isOther(from)))
		.length;
}

/** A column's places on a rounded outline, each on a line of its own. */
function placesOf(
	column: readonly NetworkParty[],
	side: PlacedParty['side'],
	frame: NetworkFrame
): PlacedParty[] {
	return column.map(({ id, kind }, row) => {
		const height = (row + 0.5) / column.length;
		const reach = (frame.width / 2 - frame.margin - frame.radius) * outline(height);
		const x = round(frame.width / 2 + (side === 'right' ? reach : -reach));
		const y = round(frame.height * height);
		return { id, x, y, side, path: markPath(kind, { x, y }, frame.radius) };
	});
}

/** How far out the outline is at a height from 0 to 1: a superellipse, flat at the sides and round at the corners. */
function outline(height: number): number {
	return (1 - Math.abs(2 * height - 1) ** 3) ** (1 / 3);
}

const DIAGONAL = Math.SQRT1_2;

/** A circle for a person, a square for a team, a diamond for a partner, a disc in a ring for customers (filled even-odd). */
function markPath(kind: PartyKind, { x, y }: Point, radius: number): string {
	const circle = (size: number) =>
		`M${round(x - size)} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
	switch (kind) {
		case 'person':
			return circle(radius);
		case 'customer':
			return (
				circle(round(radius * 1.3)) + circle(round(radius * 1.08)) + circle(round(radius * 0.86))
			);
		case 'team': {
			const half = round(radius * 0.9);
			return `M${round(x - half)} ${round(y - half)}h${2 * half}v${2 * half}h${-2 * half}z`;
		}
		case 'partner': {
			const half = round(radius * 1.6 * DIAGONAL);
			return `M${x} ${round(y - half)}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`;
		}
	}
}

const LANES: Record<State, number> = { met: 0, unmet: 1, unasked: 2 };

/** From mark to mark, beside the curve of the other direction and those of other states. */
function curve(
	from: PlacedParty,
	to: PlacedParty,
	lane: number,
	{ radius }: NetworkFrame
): Pick<DrawnLink, 'path' | 'head' | 'middle'> {
	const control =
		from.side === to.side ? inward(from, to, lane, radius) : across(from, to, lane, radius);
	const start = along(from, unit(from, control), radius * 1.25);
	const tip = along(to, unit(to, control), radius * 1.35);
	const back = unit(tip, control);
	const end = along(tip, back, radius * 0.5);
	return {
		path: `M${text(start)}Q${text(control)} ${text(end)}`,
		head: headPath(tip, back, radius * 0.75),
		middle: {
			x: round((start.x + 2 * control.x + end.x) / 4),
			y: round((start.y + 2 * control.y + end.y) / 4)
		}
	};
}

/** Between two of one side: out of the way of those between them, the farther apart the deeper. */
function inward(from: PlacedParty, to: PlacedParty, lane: number, radius: number): Point {
	const isDown = to.y > from.y;
	const depth = radius * (3 + 2.4 * lane + (isDown ? 0 : 1.2)) + 0.35 * Math.abs(to.y - from.y);
	const edge = from.side === 'right' ? Math.min(from.x, to.x) : Math.max(from.x, to.x);
	return { x: edge + (from.side === 'right' ? -depth : depth), y: (from.y + to.y) / 2 };
}

/** Between the sides: nearly straight, each direction and state a little to its own left. */
function across(from: Point, to: Point, lane: number, radius: number): Point {
	const direction = unit(from, to);
	const aside = radius * (0.9 + 1.6 * lane);
	return {
		x: (from.x + to.x) / 2 - direction.y * aside,
		y: (from.y + to.y) / 2 + direction.x * aside
	};
}

function headPath(tip: Point, back: Point, length: number): string {
	const foot = along(tip, back, length);
	const aside = { x: -back.y, y: back.x };
	const corners = [tip, along(foot, aside, length / 2), along(foot, aside, -length / 2)];
	return `M${corners.map(text).join('L')}z`;
}

function unit(from: Point, to: Point): Point {
	const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
	return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function along({ x, y }: Point, direction: Point, length: number): Point {
	return { x: x + direction.x * length, y: y + direction.y * length };
}

function text({ x, y }: Point): string {
	return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
	return Number(value.toFixed(1));
}
