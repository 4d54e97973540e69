import { readingWorker, TextReader } from '$lib/components/language/text-reader';
import { rememberDraft, rememberedDraft, type TextDraft } from '$lib/device/text-draft';
import type { KeptText, TextShelf } from '$lib/device/text-shelf';
import { markKeys } from '$lib/domain/language/dismissal';
import type { Mark, Reading } from '$lib/domain/language/lens';
import type { TextKind } from '$lib/domain/language/rules';

/** A text as it was read, without the marks that its person leaves alone. */
export interface ReadText extends Reading {
	text: string;
	keys: string[];
}

/** What is compared with the text: the person's own version, or the id of a kept text. */
export type Other = 'version' | (string & {});

/** The state of the language lens: two texts, what was found in them, and what is kept. */
export class LensPage {
	kind = $state<TextKind>('memo');
	text = $state('');
	version = $state<string | null>(null);
	leftRules = $state.raw<string[]>([]);
	leftMarks = $state.raw<string[]>([]);
	shows = $state<'text' | 'version'>('text');
	other = $state<Other>('');
	kept = $state.raw<KeptText[]>([]);
	durability = $state<TextShelf['durability']>('kept');
	textRead = $state.raw<ReadText>();
	versionRead = $state.raw<ReadText>();
	keptRead = $state.raw<ReadText>();

	readonly #shelf: TextShelf;
	readonly #readers: Record<'text' | 'version' | 'kept', TextReader>;

	constructor(shelf: TextShelf) {
		this.#shelf = shelf;
		const worker = readingWorker();
		const reader = () => new TextReader(worker);
		this.#readers = { text: reader(), version: reader(), kept: reader() };
		const draft = rememberedDraft();
		if (draft) this.#take(draft);
	}

	/** The kept text that the text is compared with, if it is one. */
	get comparedKept(): KeptText | undefined {
		return this.kept.find(({ id }) => id === this.other);
	}

	/** What was found in the text that is compared. */
	get otherRead(): ReadText | undefined {
		if (this.other === '') return undefined;
		return this.other === 'version' ? this.versionRead : this.keptRead;
	}

	get draft(): TextDraft {
		const { kind, text, version, leftRules, leftMarks } = this;
		return { kind, text, version, leftRules, leftMarks };
	}

	/** Keeps what stands in the fields for a reload. */
	remember(): void {
		rememberDraft(this.draft);
	}

	/** Reads the texts again, and remembers them. */
	async read(): Promise<void> {
		this.remember();
		await Promise.all([
			this.#readOne('text', this.text, (read) => (this.textRead = read)),
			this.#readOne('version', this.version, (read) => (this.versionRead = read)),
			this.#readOne('kept', this.comparedKept?.text ?? null, (read) => (this.keptRead = read))
		]);
	}

	startVersion(): void {
		this.version = this.text;
		this.shows = 'version';
		this.other = 'version';
	}

	dropVersion(): void {
		this.version = null;
		this.shows = 'text';
		if (this.other === 'version') this.other = '';
	}

	leaveRule(rule: string): void {
		this.leftRules = [...this.leftRules, rule];
	}

	lookForRule(rule: string): void {
		this.leftRules = this.leftRules.filter((left) => left !== rule);
	}

	leaveMark(key: string): void {
		this.leftMarks = [...this.leftMarks, key];
	}

	async open(): Promise<void> {
		this.kept = await this.#shelf.list();
		this.durability = this.#shelf.durability;
	}

	async keep(name: string, day: string): Promise<void> {
		const { words = 0, marks = [] } = this.textRead ?? {};
		const id = crypto.getRandomValues(new Uint32Array(3)).join('-');
		const plain = JSON.parse(JSON.stringify(this.draft)) as TextDraft;
		await this.#shelf.keep({ ...plain, id, name, day, words, marks: marks.length });
		await this.open();
	}

	/** Shows a kept text. What stood here and differs from it is kept first, under this name; says whether it was. */
	async show(kept: KeptText, nameBefore: string, day: string): Promise<boolean> {
		const isKept = this.kept.some(
			({ text, version }) => text === this.text && version === this.version
		);
		const isWorthKeeping = Boolean(this.text.trim() || this.version?.trim()) && !isKept;
		if (isWorthKeeping) await this.keep(nameBefore, day);
		this.#take(kept);
		return isWorthKeeping;
	}

	async remove(kept: KeptText): Promise<void> {
		await this.#shelf.remove(kept.id);
		if (this.other === kept.id) this.other = '';
		await this.open();
	}

	async restore(kept: KeptText): Promise<void> {
		await this.#shelf.keep(kept);
		await this.open();
	}

	async clear(): Promise<void> {
		await this.#shelf.clear();
		if (this.other !== 'version') this.other = '';
		await this.open();
	}

	close(): void {
		for (const reader of Object.values(this.#readers)) reader.close();
	}

	#take({ kind, text, version, leftRules, leftMarks }: TextDraft): void {
		Object.assign(this, { kind, text, version, leftRules, leftMarks });
		this.shows = 'text';
		this.other = version === null ? '' : 'version';
	}

	async #readOne(
		reader: 'text' | 'version' | 'kept',
		text: string | null,
		show: (read: ReadText | undefined) => void
	): Promise<void> {
		if (text === null) return show(undefined);
		const options = { kind: this.kind, without: [...this.leftRules] };
		const reading = await this.#readers[reader].read(text, options);
		if (reading) show(withoutLeft(text, reading, this.leftMarks));
	}
}

function withoutLeft(text: string, reading: Reading, left: readonly string[]): ReadText {
	const keys = markKeys(text, reading.marks);
	const stays = (_: Mark | string, index: number) => !left.includes(keys[index]!);
	return { ...reading, text, marks: reading.marks.filter(stays), keys: keys.filter(stays) };
}
