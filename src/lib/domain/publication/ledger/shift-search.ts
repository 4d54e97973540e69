import { isPossible, type Leeway, type Room, type Shift } from './room.ts';

const MOST_CLASSES = 16;
const MOST_BRANCHES = 4;
const MOST_LOOKED_AT = 16;
const MOST_MOVES = 120;
/** Ordinary numbers are off by less than this; what a search finds is checked exactly. */
const TOLERANCE = 1e-9;

/** A fact in ordinary numbers, for a quick search: the largest weight is 1, leeways count in steps. */
interface Equation {
	classes: readonly number[];
	weights: readonly number[];
	least: number;
	most: number;
}

/**
 * Looks for other truths in which one class's sum is a step higher or lower and that a reader could not
 * tell from the real one. Starts with the class alone and mends each fact that this breaks by moving
 * another class in it: the one first that mends most and breaks least.
 *
 * A short search in ordinary numbers; what it returns has been checked in exact ones. One search serves
 * many classes of the same room.
 */
export class ShiftSearch {
	readonly #room: Room;
	readonly #facts: readonly Equation[];
	/** By class: the facts it occurs in, and its place there. */
	readonly #places = new Map<number, { fact: number; weight: number }[]>();
	readonly #off: Float64Array;
	readonly #broken = new Set<number>();
	readonly #steps = new Map<number, number>();
	#movesLeft = 0;

	constructor(room: Room) {
		this.#room = room;
		this.#facts = room.leeways.map((leeway) => inOrdinaryNumbers(leeway, room.step));
		this.#off = new Float64Array(this.#facts.length);
		this.#facts.forEach(({ classes, weights }, fact) =>
			classes.forEach((index, i) => {
				const places = this.#places.get(index);
				if (places) places.push({ fact, weight: weights[i]! });
				else this.#places.set(index, [{ fact, weight: weights[i]! }]);
			})
		);
	}

	/** A truth that moves the target and none of the avoided classes; null when none is found soon. */
	find(target: number, avoided: ReadonlySet<number>): Shift | null {
		for (const sign of [1, -1]) {
			if (!this.#canMove(target, sign)) continue;
			this.#movesLeft = MOST_MOVES;
			this.#move(target, sign);
			const found = this.#mend(target, avoided);
			for (const [index, steps] of [...this.#steps]) this.#move(index, -steps);
			if (found) return found;
		}
		return null;
	}

	#mend(target: number, avoided: ReadonlySet<number>): Shift | null {
		const fact = this.#mostPressing();
		if (fact === null) return this.#checked();
		if (this.#steps.size >= MOST_CLASSES) return null;
		for (const { index, sign } of this.#helpers(fact, target, avoided)) {
			this.#movesLeft -= 1;
			if (this.#movesLeft < 0) return null;
			this.#move(index, sign);
			const found = this.#mend(target, avoided);
			if (found) return found;
			this.#move(index, -sign);
		}
		return null;
	}

	/** The broken fact with the fewest classes has the fewest ways to be mended. */
	#mostPressing(): number | null {
		let found: number | null = null;
		for (const fact of this.#broken)
			if (found === null || this.#sizeOf(fact) < this.#sizeOf(found)) found = fact;
		return found;
	}

	#helpers(fact: number, target: number, avoided: ReadonlySet<number>) {
		const { classes, weights } = this.#facts[fact]!;
		const direction = -Math.sign(this.#off[fact]!);
		const helpers: { index: number; sign: number; cost: number }[] = [];
		// Not always the same ones first, so that a second truth is a different one.
		const start = (target * 7919) % classes.length;
		for (let i = 0; i < classes.length && helpers.length < MOST_LOOKED_AT; i += 1) {
			const at = (start + i) % classes.length;
			const index = classes[at]!;
			const sign = direction * Math.sign(weights[at]!);
			const turnsBack = (this.#steps.get(index) ?? 0) * sign < 0;
			if (turnsBack || avoided.has(index) || !this.#canMove(index, sign)) continue;
			const cost = this.#newlyBroken(index, sign) + (this.#room.isSmall(index) ? 0.5 : 0);
			helpers.push({ index, sign, cost });
		}
		return helpers.sort((a, b) => a.cost - b.cost).slice(0, MOST_BRANCHES);
	}

	/** How many facts more, or fewer, are broken after a move. */
	#newlyBroken(index: number, steps: number): number {
		let more = 0;
		for (const { fact, weight } of this.#places.get(index)!) {
			const willBreak = this.#isOff(fact, this.#off[fact]! + weight * steps);
			more += Number(willBreak) - Number(this.#broken.has(fact));
		}
		return more;
	}

	#move(index: number, steps: number): void {
		const sum = (this.#steps.get(index) ?? 0) + steps;
		if (sum === 0) this.#steps.delete(index);
		else this.#steps.set(index, sum);
		for (const { fact, weight } of this.#places.get(index)!) {
			this.#off[fact]! += weight * steps;
			if (this.#isOff(fact, this.#off[fact]!)) this.#broken.add(fact);
			else this.#broken.delete(fact);
		}
	}

	#isOff(fact: number, off: number): boolean {
		const { least, most } = this.#facts[fact]!;
		return off < least - TOLERANCE || off > most + TOLERANCE;
	}

	#canMove(index: number, steps: number): boolean {
		const sum = (this.#steps.get(index) ?? 0) + steps;
		return this.#room.canBeOff(index, BigInt(sum) * this.#room.step);
	}

	#sizeOf(fact: number): number {
		return this.#facts[fact]!.classes.length;
	}

	#checked(): Shift | null {
		const { step } = this.#room;
		const shift = new Map([...this.#steps].map(([index, by]) => [index, BigInt(by) * step]));
		const facts = new Set([...shift.keys()].flatMap((index) => this.#places.get(index)!));
		const leeways = [...new Set([...facts].map(({ fact }) => this.#room.leeways[fact]!))];
		return isPossible(shift, { ...this.#room, leeways }) ? shift : null;
	}
}

function inOrdinaryNumbers({ weights, least, most }: Leeway, step: bigint): Equation {
	const values = [...weights.values()];
	const largest = Number(values.reduce((max, w) => (w > max ? w : -w > max ? -w : max), 1n));
	return {
		classes: [...weights.keys()],
		weights: values.map((weight) => Number(weight) / largest),
		least: Number(least) / largest / Number(step),
		most: Number(most) / largest / Number(step)
	};
}
