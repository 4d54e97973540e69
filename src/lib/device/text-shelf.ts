import type { DBSchema } from 'idb';
import { TEXT_KINDS, type TextKind } from '../domain/language/rules.ts';
import { PATIENCE_MS, PatientDatabase } from './patient-database.ts';

/** A text of the language lens that a person chose to keep. */
export interface KeptText {
	id: string;
	name: string;
	/** As in 2026-11-22. */
	day: string;
	kind: TextKind;
	text: string;
	/** The person's own wording of it; none when there is none. */
	version: string | null;
	/** Rules that are not looked for, and single marks that are left alone. */
	leftRules: string[];
	leftMarks: string[];
	/** What the lens said when it was kept. */
	words: number;
	marks: number;
}

/** Where this browser keeps texts. Nothing fails for want of storage: it goes on in memory. */
export interface TextShelf {
	/** `memory`: storage is forbidden, broken or full; everything is lost when the tab closes. */
	readonly durability: 'kept' | 'memory';
	/** Newest first; what cannot be read is left out. */
	list(): Promise<KeptText[]>;
	keep(text: KeptText): Promise<void>;
	remove(id: string): Promise<void>;
	clear(): Promise<void>;
}

const DATABASE = 'holoscope-texts';

interface Shelves extends DBSchema {
	texts: { key: number; value: KeptText; indexes: { id: string } };
}

let opened: TextShelf | undefined;

/** The tab's shelf. One for all pages, because in memory it must outlive a change of page. Browser only. */
export function openTextShelf(): TextShelf {
	return (opened ??= newTextShelf());
}

/** A shelf of its own, as another tab would have. */
export function newTextShelf(patience = PATIENCE_MS): TextShelf {
	return new BrowserShelf(patience);
}

class BrowserShelf implements TextShelf {
	readonly #disk: PatientDatabase<Shelves>;
	/** What was last seen, oldest first; it takes over when the disk fails. */
	#memory: KeptText[] = [];

	constructor(patience: number) {
		this.#disk = new PatientDatabase({
			name: DATABASE,
			upgrade(fresh) {
				fresh.createObjectStore('texts', { autoIncrement: true }).createIndex('id', 'id');
			},
			patience
		});
	}

	get durability() {
		return this.#disk.durability;
	}

	async list(): Promise<KeptText[]> {
		const texts = await this.#disk.attempt(
			async (database) => (await database.getAll('texts')).filter(isKeptText),
			() => this.#memory
		);
		this.#memory = [...texts];
		return texts.toReversed();
	}

	async keep(text: KeptText): Promise<void> {
		this.#memory.push(text);
		await this.#disk.attempt(
			(database) => database.add('texts', text),
			() => {}
		);
	}

	async remove(id: string): Promise<void> {
		this.#memory = this.#memory.filter((text) => text.id !== id);
		await this.#disk.attempt(
			async (database) => {
				const key = await database.getKeyFromIndex('texts', 'id', id);
				if (key !== undefined) await database.delete('texts', key);
			},
			() => {}
		);
	}

	async clear(): Promise<void> {
		this.#memory = [];
		await this.#disk.attempt(
			(database) => database.clear('texts'),
			() => {}
		);
	}
}

/** Whether a record reads as it should; an older edition, or a hand, may have written something else. */
export function isKeptText(record: unknown): record is KeptText {
	if (typeof record !== 'object' || record === null) return false;
	const { id, name, day, kind, text, version, leftRules, leftMarks, words, marks } = record as {
		[Field in keyof KeptText]: unknown;
	};
	return (
		[id, name, day, text].every((field) => typeof field === 'string') &&
		(version === null || typeof version === 'string') &&
		TEXT_KINDS.includes(kind as TextKind) &&
		[leftRules, leftMarks].every(isStrings) &&
		[words, marks].every((count) => Number.isSafeInteger(count) && (count as number) >= 0)
	);
}

function isStrings(value: unknown): boolean {
	return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
