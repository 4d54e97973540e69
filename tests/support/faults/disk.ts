import type { DiskEvent } from './disk-trace.ts';

type Change = Extract<DiskEvent, { kind: 'write' | 'cut' | 'remove' }>;
const SECTOR = 512;

/** A disk with a cache: what was synced is safe, and of the rest a power cut leaves anything. */
export class Disk {
	readonly #safe = new Map<string, Buffer>();
	readonly #cached = new Map<string, Change[]>();

	take(event: DiskEvent): void {
		if (event.kind === 'said') return;
		const { file } = event;
		const waiting = this.#cached.get(file) ?? [];
		this.#cached.set(file, event.kind === 'sync' ? [] : [...waiting, event]);
		if (event.kind !== 'sync') return;
		const content = waiting.reduce<Buffer | null>(changed, this.#safe.get(file) ?? null);
		if (content) this.#safe.set(file, content);
		else this.#safe.delete(file);
	}

	/** How many changes have not reached the disk for sure. */
	get unsafe(): number {
		return [...this.#cached.values()].reduce((count, { length }) => count + length, 0);
	}

	/** The files as one power cut may leave them. */
	afterPowerCut(random: () => number): Map<string, Buffer> {
		const files = new Map(this.#safe);
		for (const [file, waiting] of this.#cached) {
			const survived = waiting.flatMap((change) => remains(change, random));
			const content = survived.reduce<Buffer | null>(changed, files.get(file) ?? null);
			if (content) files.set(file, content);
			else files.delete(file);
		}
		return files;
	}
}

/** Done, not done, or torn: some sectors new, some old, some neither. */
function remains(change: Change, random: () => number): Change[] {
	const fate = random();
	if (fate < 0.35) return [];
	if (fate < 0.6 || change.kind !== 'write') return [change];
	const { bytes, at } = change;
	const sectors: Change[] = [];
	for (let start = 0; start < bytes.length; start += SECTOR) {
		const piece = bytes.subarray(start, start + SECTOR);
		const luck = random();
		if (luck < 0.4) continue;
		const left = luck < 0.8 ? piece : piece.map(() => Math.floor(random() * 256));
		sectors.push({ ...change, at: at + start, bytes: Buffer.from(left) });
	}
	return sectors;
}

function changed(content: Buffer | null, change: Change): Buffer | null {
	if (change.kind === 'remove') return null;
	const before = content ?? Buffer.alloc(0);
	if (change.kind === 'cut') return resized(before, change.length);
	const after = resized(before, Math.max(before.length, change.at + change.bytes.length));
	change.bytes.copy(after, change.at);
	return after;
}

/** Always a copy: what is safe must not change with it. */
function resized(content: Buffer, length: number): Buffer {
	const result = Buffer.alloc(length);
	content.copy(result);
	return result;
}
