import { EventStreams, type Reader } from './event-stream.ts';
import { frameOf, type Frame } from './frame.ts';
import type { LiveFeed, News } from './live-feed.ts';

/** Small enough to feel immediate; large enough that 300 answers in a second become five updates. */
const UPDATE_EVERY_MS = 200;
/** Heals whatever got lost on the way, and notices facilitators of other processes who have gone silent. */
const READ_AGAIN_EVERY_MS = 10_000;
const SILENT_AFTER_MS = 25_000;

export type Role = 'facilitator' | 'presenter' | 'participant';

/** One workshop as each role may see it now. */
export interface Snapshot {
	/** Grows with what the facilitator does. */
	revision: number;
	views: Record<Role, unknown>;
}

/** Where somebody came in, and from which view they go on. */
export interface Entry {
	lastSeen?: string | null;
	/** Asked again when links have changed: whether what let them in still does. */
	mayStay?: () => Promise<boolean>;
}

export interface Presence {
	isFacilitatorHere: boolean;
}

interface Options {
	feed: LiveFeed;
	/** Reads the workshop and makes its views; null when there is no such workshop any more. */
	snapshot: (workshopId: string, presence: Presence) => Promise<Snapshot | null>;
	/** Told when a workshop could not be read; its readers keep what they have. */
	onProblem?: (problem: unknown) => void;
	updateEveryMs?: number;
	readAgainEveryMs?: number;
}

interface Room {
	readers: Record<Role, Set<Reader>>;
	/** Whether whoever came with a link may stay. */
	guests: Map<Reader, () => Promise<boolean>>;
	frames: Record<Role, Frame> | null;
	revision: number;
	update: NodeJS.Timeout | null;
	isReading: boolean;
	isStale: boolean;
	facilitatorSeenAt: number;
}

/**
 * Sends everyone who watches a workshop its newest view: whole, made once for each role, at a fixed pace.
 * However many answers arrive between two beats of that pace, they are one update; a change that nobody
 * may see yet is none.
 */
export class Broadcast {
	readonly #options: Required<Options>;
	readonly #rooms = new Map<string, Room>();
	readonly #streams: EventStreams;
	readonly #readAgain: NodeJS.Timeout;
	readonly #stopListening: () => void;

	constructor(options: Options, streams = new EventStreams()) {
		this.#options = {
			updateEveryMs: UPDATE_EVERY_MS,
			readAgainEveryMs: READ_AGAIN_EVERY_MS,
			onProblem: () => {},
			...options
		};
		this.#streams = streams;
		this.#stopListening = options.feed.listen({
			onNews: (news) => this.#hear(news),
			onGap: () => this.#catchUp()
		});
		this.#readAgain = setInterval(
			() => this.#readEverythingAgain(),
			this.#options.readAgainEveryMs
		).unref();
	}

	/** How many streams are open. */
	get streams(): number {
		return this.#streams.size;
	}

	/** Answers with the stream of one role's views: where the room is now, then every change. */
	watch(workshopId: string, role: Role, { lastSeen = null, mayStay }: Entry = {}): Response {
		return this.#streams.open((reader) => {
			const room = this.#rooms.get(workshopId) ?? this.#openRoom(workshopId);
			room.readers[role].add(reader);
			if (mayStay) room.guests.set(reader, mayStay);
			if (role === 'facilitator') this.#tellPresence(workshopId, 'facilitator-here');
			if (!room.frames) this.#schedule(workshopId, room);
			else if (room.frames[role].id !== lastSeen) reader.send(room.frames[role].bytes);
			return () => this.#leave(workshopId, role, reader);
		});
	}

	/** Ends all streams and every timer. The feed belongs to whoever made it. */
	close(): void {
		clearInterval(this.#readAgain);
		this.#stopListening();
		for (const { update } of this.#rooms.values()) if (update) clearTimeout(update);
		this.#streams.close();
		this.#rooms.clear();
	}

	#openRoom(workshopId: string): Room {
		const room: Room = {
			readers: { facilitator: new Set(), presenter: new Set(), participant: new Set() },
			guests: new Map(),
			frames: null,
			revision: -1,
			update: null,
			isReading: false,
			isStale: false,
			facilitatorSeenAt: -Infinity
		};
		this.#rooms.set(workshopId, room);
		return room;
	}

	#leave(workshopId: string, role: Role, reader: Reader): void {
		const room = this.#rooms.get(workshopId);
		if (!room) return;
		room.readers[role].delete(reader);
		room.guests.delete(reader);
		if (role === 'facilitator' && room.readers.facilitator.size === 0)
			this.#tellPresence(workshopId, 'facilitator-gone');
		if (Object.values(room.readers).some(({ size }) => size > 0)) return;
		if (room.update) clearTimeout(room.update);
		this.#rooms.delete(workshopId);
	}

	#hear({ workshopId, kind }: News): void {
		const room = this.#rooms.get(workshopId);
		if (!room) return;
		if (kind === 'links-changed') return void this.#showOut(room);
		if (kind === 'facilitator-here') room.facilitatorSeenAt = performance.now();
		// Two laptops may facilitate: ours is still here when the other one leaves.
		if (kind === 'facilitator-gone' && room.readers.facilitator.size === 0)
			room.facilitatorSeenAt = -Infinity;
		this.#schedule(workshopId, room);
	}

	#refreshAll(): void {
		for (const [workshopId, room] of this.#rooms) this.#schedule(workshopId, room);
	}

	#catchUp(): void {
		this.#refreshAll();
		for (const room of this.#rooms.values()) void this.#showOut(room);
	}

	/** Ends the streams of those whose link opens nothing any more. */
	async #showOut({ guests }: Room): Promise<void> {
		for (const [reader, mayStay] of [...guests]) {
			try {
				if (!(await mayStay())) reader.close();
			} catch (problem) {
				this.#options.onProblem(problem);
			}
		}
	}

	#readEverythingAgain(): void {
		for (const [workshopId, { readers }] of this.#rooms)
			if (readers.facilitator.size > 0) this.#tellPresence(workshopId, 'facilitator-here');
		this.#refreshAll();
	}

	#tellPresence(workshopId: string, kind: News['kind']): void {
		this.#options.feed.tell({ workshopId, kind });
	}

	/** The next update falls on a beat that was fixed before: when it comes tells nothing about what came in. */
	#schedule(workshopId: string, room: Room): void {
		room.isStale = true;
		if (room.update || room.isReading) return;
		const { updateEveryMs } = this.#options;
		const wait = updateEveryMs - (performance.now() % updateEveryMs);
		room.update = setTimeout(() => void this.#send(workshopId, room), wait);
	}

	async #send(workshopId: string, room: Room): Promise<void> {
		room.update = null;
		room.isReading = true;
		room.isStale = false;
		try {
			const isFacilitatorHere = performance.now() - room.facilitatorSeenAt < SILENT_AFTER_MS;
			const snapshot = await this.#options.snapshot(workshopId, { isFacilitatorHere });
			if (snapshot) this.#deliver(room, snapshot);
			else for (const readers of Object.values(room.readers)) endAll(readers);
		} catch (problem) {
			this.#options.onProblem(problem);
		} finally {
			room.isReading = false;
			if (room.isStale && this.#rooms.get(workshopId) === room) this.#schedule(workshopId, room);
		}
	}

	#deliver(room: Room, { revision, views }: Snapshot): void {
		// A read that began before a newer one would take the room back.
		if (revision < room.revision) return;
		room.revision = revision;
		const before = room.frames;
		room.frames = {
			facilitator: frameOf(revision, views.facilitator),
			presenter: frameOf(revision, views.presenter),
			participant: frameOf(revision, views.participant)
		};
		for (const role of ['facilitator', 'presenter', 'participant'] as const) {
			const { id, bytes } = room.frames[role];
			if (before?.[role].id === id) continue;
			for (const reader of [...room.readers[role]]) reader.send(bytes);
		}
	}
}

function endAll(readers: ReadonlySet<Reader>): void {
	for (const reader of [...readers]) reader.close();
}
