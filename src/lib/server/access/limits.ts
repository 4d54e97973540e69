import { Counter, type Pace } from './counter.ts';
import { markOf } from './mark.ts';
import { randomToken } from './secrets.ts';

/** What slows down whoever asks too much. Counts are kept in memory for minutes, and nowhere else. */
export interface Limits {
	/** Wrong codes only count: a room of a thousand behind one address joins at once. */
	mayGuess(address: string): boolean;
	guessedWrong(address: string): void;
	/**
	 * Somebody opened a link that opens nothing: for how many seconds no such try from there is answered, 0 when
	 * this one still is. Links that open something are never asked about.
	 */
	guessedLink(address: string): number;
	/** Right codes, by room: whoever has a program use one slows down that room and no other. */
	mayJoin(room: string): boolean;
	/** By seat or link: more presses than fingers can make are a program's. */
	mayWrite(key: string): boolean;
	/** New workshops and rounds, by address. */
	mayCreate(address: string): boolean;
}

/** The other processes on the same database: each hears what any of them has counted. */
export interface OtherCounters {
	tell(count: string): void;
	listen(onCount: (count: string) => void): void;
}

interface Options {
	/** The same in all processes that count together; nobody else knows it. */
	secret?: string;
	others?: OtherCounters | null;
	now?: () => number;
}

type Kind = 'codes' | 'links' | 'created';

const OF_ONE: Record<Kind, Pace> = {
	codes: { most: 40, seconds: 300 },
	links: { most: 40, seconds: 300 },
	created: { most: 120, seconds: 3_600 }
};
const OF_ALL: Record<Kind, Pace> = {
	codes: { most: 1_000, seconds: 300 },
	links: { most: 1_000, seconds: 300 },
	created: { most: Infinity, seconds: 3_600 }
};
/** A room of a thousand comes in, and comes in again after the network was gone. */
const JOINS: Pace = { most: 3_000, seconds: 60 };
const WRITES: Pace = { most: 150, seconds: 10 };
const ALL = 'all';

export function createLimits({ secret = randomToken(), others = null, now }: Options = {}): Limits {
	const mark = (address: string) => markOf(address, secret);
	const [codes, links, created] = (['codes', 'links', 'created'] as const).map(
		(kind) => new Tries({ kind, mark, others, now })
	) as [Tries, Tries, Tries];
	const joins = new Counter(JOINS, now);
	const writes = new Counter(WRITES, now);
	others?.listen((count) => {
		for (const tries of [codes, links, created]) tries.hear(count);
	});
	return {
		mayGuess: (address) => codes.secondsLeft(address) === 0,
		guessedWrong: (address) => void codes.take(address),
		guessedLink: (address) => links.take(address),
		mayJoin: (room) => joins.take(room),
		mayWrite: (key) => writes.take(key),
		mayCreate: (address) => created.take(address) === 0
	};
}

interface TriesOptions {
	kind: Kind;
	mark: (address: string) => string;
	others: OtherCounters | null;
	now?: () => number;
}

/** Tries of one kind, of each and of all, here and in the other processes. */
class Tries {
	readonly #options: TriesOptions;
	readonly #ofOne: Counter;
	readonly #ofAll: Counter;
	/** Two counts that read the same would be one on the way. */
	#told = 0;

	constructor(options: TriesOptions) {
		this.#options = options;
		this.#ofOne = new Counter(OF_ONE[options.kind], options.now);
		this.#ofAll = new Counter(OF_ALL[options.kind], options.now);
	}

	/** How long no more of them may come from there. */
	secondsLeft(address: string): number {
		return this.#ofAll.secondsLeft(ALL) || this.#ofOne.secondsLeft(this.#options.mark(address));
	}

	/**
	 * Counts one that may be, or says for how many seconds none may. Who is stopped already takes nothing from the others,
	 * and fills neither the memory nor the line to the other processes.
	 */
	take(address: string): number {
		const seconds = this.secondsLeft(address);
		if (seconds > 0) return seconds;
		const { kind, mark, others } = this.#options;
		this.#count(mark(address));
		others?.tell(`${kind} ${mark(address)} ${this.#told++}`);
		return 0;
	}

	hear(count: string): void {
		const [kind, mark] = count.split(' ');
		if (kind === this.#options.kind && mark) this.#count(mark);
	}

	#count(mark: string): void {
		this.#ofOne.add(mark);
		this.#ofAll.add(ALL);
	}
}
