import type { PartyKind } from '../domain/give-get/give-get.ts';
import type { State } from '../domain/give-get/states.ts';

export interface NetworkParty {
	id: string;
	kind: PartyKind;
	/** Gives to the nearest customer; `null` where none leads to one. */
	steps: number | null;
}

/** How much of one state goes from one party to another. */
export interface NetworkLink {
	from: string;
	to: string;
	state: State;
	count: number;
}

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

/** How tall the drawing must be so that each name has a line of its own. */
export function networkHeight(parties: number, lineHeight: number, least: number): number {
	return Math.max(least, (Math.ceil(parties / 2) + 1) * lineHeight);
}

/**
 * Who gives what to whom, as a ring of parties: customers in the middle of the right side, and the farther to the left
 * the more gives lie between a party and a customer. Curves bend inward, so none runs through another party; to and
 * fro, and each state, have curves of their own. The same parties and links give the same picture.
 */
export function giveNetwork(
	parties: readonly NetworkParty[],
	links: readonly NetworkLink[],
	frame: NetworkFrame
): Network {
	const ring = ringOrder(parties, links);
	const places = placesOf(ring.length, frame);
	const placed = new Map(
		ring.map(({ id, kind }, at) => {
			const { x, y, side } = places[at]!;
			return [id, { id, x, y, side, path: markPath(kind, { x, y }, frame.radius) }];
		})
	);
	return {
		parties: parties.map(({ id }) => placed.get(id)!),
		links: links.map((link) => ({
			...link,
			...curve(placed.get(link.from)!, placed.get(link.to)!, laneOf(link.state), frame)
		}))
	};
}

/**
 * Clockwise, from the top of the right side over the left side and back: those nearest to a customer beside the
 * customers, each pair of next ones above and below, the way round that keeps linked ones together.
 */
function ringOrder(
	parties: readonly NetworkParty[],
	links: readonly NetworkLink[]
): NetworkParty[] {
	const distance = ({ kind, steps }: NetworkParty) =>
		kind === 'customer' ? 0 : (steps ?? Infinity);
	const far = parties
		.filter(({ kind }) => kind !== 'customer')
		.toSorted((a, b) => distance(a) - distance(b) || 0);
	const customers = parties.filter(({ kind }) => kind === 'customer');
	const [above, below]: [NetworkParty[], NetworkParty[]] = [[], []];
	for (let at = 0; at < far.length; at += 2) {
		const [first, second] = [far[at]!, far[at + 1]];
		const pull = (party: NetworkParty | undefined) =>
			party ? linkCount(party, above, links) - linkCount(party, below, links) : 0;
		const isAbove = pull(first) >= pull(second);
		above.push(...(isAbove ? [first] : second ? [second] : []));
		below.push(...(isAbove ? (second ? [second] : []) : [first]));
	}
	return rotated([...customers, ...below, ...above.toReversed()], customers.length);
}

function linkCount(
	{ id }: NetworkParty,
	others: readonly NetworkParty[],
	links: readonly NetworkLink[]
): number {
	return others.reduce(
		(sum, other) =>
			sum +
			links.filter(
				({ from, to }) => (from === id && to === other.id) || (from === other.id && to === id)
			).length,
		0
	);
}

/** Turns the ring so that the customers, who come first, are in the middle of its first half. */
function rotated<T>(ring: readonly T[], first: number): T[] {
	const right = Math.ceil(ring.length / 2);
	const lead = Math.max(0, Math.floor((right - first) / 2));
	return [...ring.slice(ring.length - lead), ...ring.slice(0, ring.length - lead)];
}

/** Places down the right side and up the left one, on a rounded outline, each on a line of its own. */
function placesOf(count: number, frame: NetworkFrame): (Point & { side: 'left' | 'right' })[] {
	const right = Math.ceil(count / 2);
	return Array.from({ length: count }, (_, at) => {
		const isRight = at < right;
		const rows = isRight ? right : count - right;
		const row = isRight ? at : count - 1 - at;
		const y = (frame.height * (row + 0.5)) / rows;
		const reach = (frame.width / 2 - frame.margin - frame.radius) * outline(y / frame.height);
		return {
			x: round(frame.width / 2 + (isRight ? reach : -reach)),
			y: round(y),
			side: isRight ? 'right' : 'left'
		};
	});
}

/** How far out the outline is at a height from 0 to 1: a superellipse, flat at the sides and round at the corners. */
function outline(height: number): number {
	return (1 - Math.abs(2 * height - 1) ** 3) ** (1 / 3);
}

const DIAGONAL = Math.SQRT1_2;

/** A circle for a person, a square for a team, a diamond for a partner, a ring around a circle for customers. */
function markPath(kind: PartyKind, { x, y }: Point, radius: number): string {
	const circle = (size: number) =>
		`M${round(x - size)} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
	switch (kind) {
		case 'person':
			return circle(radius);
		case 'customer':
			return circle(radius) + circle(round(radius * 0.55));
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
function laneOf(state: State): number {
	return LANES[state];
}

/** A curve that bends toward the middle, beside the one of the other direction and those of other states. */
function curve(
	from: Point,
	to: Point,
	lane: number,
	{ width, height, radius }: NetworkFrame
): Pick<DrawnLink, 'path' | 'head' | 'middle'> {
	const direction = unit(from, to);
	const aside = radius * (0.9 + 1.3 * lane);
	const halfway = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
	const control = {
		x: halfway.x + 0.45 * (width / 2 - halfway.x) - direction.y * aside,
		y: halfway.y + 0.25 * (height / 2 - halfway.y) + direction.x * aside
	};
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

function headPath(tip: Point, back: Point, length: number): string {
	const foot = along(tip, back, length);
	const across = { x: -back.y, y: back.x };
	const corners = [tip, along(foot, across, length / 2), along(foot, across, -length / 2)];
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
