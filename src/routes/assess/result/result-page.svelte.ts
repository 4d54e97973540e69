import { holoscope } from '$lib/content/instruments';
import type { DeviceStore, KeptSheet } from '$lib/device/device-store';
import { isSameSheet } from '$lib/device/records';
import { readResultFile, type ImportReport } from '$lib/device/result-file';
import { isReadable } from '$lib/domain/readable-sheet';
import type { LinkProblem, ReadLink } from '$lib/domain/read-sheet-link';
import type { Sheet } from '$lib/domain/sheet';
import { isSheetLink, sheetLink } from '$lib/domain/sheet-link';

/** What the page shows now. */
export type Shown =
	| { kind: 'result'; sheet: Sheet; keptId: string | null }
	| { kind: 'nothing'; why: 'empty' | 'gone' | LinkProblem };

const KEPT = 'kept-';

/**
 * Which result the address asks for: one carried by a link (`#s1-…`), one kept here (`#kept-…`), or else the
 * latest. Any other fragment, like the skip link's, changes nothing.
 */
export class ResultPage {
	/** The results of this device that today's questions can read, oldest first. */
	history = $state.raw<KeptSheet[]>([]);
	/** How many more there are, of other editions. */
	others = $state(0);
	durability = $state<DeviceStore['durability']>('kept');
	/** What became of the file that was chosen last. */
	importReport = $state.raw<ImportReport>();
	readonly shown: Shown;

	readonly #store: DeviceStore;
	#address = $state('');
	/** What the address carries, if it is a link. */
	#link = $state.raw<ReadLink>();
	readonly #unsubscribe: () => void;
	/** While sheets are being kept, so that the page changes once and not with each of them. */
	#isKeeping = false;

	constructor(store: DeviceStore) {
		this.#store = store;
		this.shown = $derived(this.#find());
		this.#unsubscribe = store.subscribe(() => {
			if (!this.#isKeeping) void this.read();
		});
	}

	async read(): Promise<void> {
		const all = await this.#store.history();
		this.history = all.filter((sheet) => isReadable(holoscope, sheet));
		this.others = all.length - this.history.length;
		this.durability = this.#store.durability;
	}

	/** Takes a new fragment, without `#`; true when it asks for another result. */
	async go(fragment: string): Promise<boolean> {
		const isOurs = isSheetLink(fragment) || fragment.startsWith(KEPT) || fragment === '';
		if (!isOurs || fragment === this.#address) return false;
		this.#link = isSheetLink(fragment) ? await read(fragment) : undefined;
		this.#address = fragment;
		return true;
	}

	/** Keeps sheets that came from elsewhere; says how many were new. */
	async keep(sheets: readonly Sheet[]): Promise<number> {
		const before = (await this.#store.history()).length;
		this.#isKeeping = true;
		for (const sheet of sheets) await this.#store.keep(sheet);
		this.#isKeeping = false;
		await this.read();
		return (await this.#store.history()).length - before;
	}

	async import(file: File): Promise<ImportReport> {
		const { sheets, problems } = await readResultFile(holoscope, file);
		const added = await this.keep(sheets);
		return (this.importReport = { added, known: sheets.length - added, problems });
	}

	async remove({ id }: KeptSheet): Promise<void> {
		await this.#store.remove(id);
		await this.read();
	}

	async clear(): Promise<void> {
		this.importReport = undefined;
		await this.#store.clear();
		await this.read();
	}

	close(): void {
		this.#unsubscribe();
	}

	#find(): Shown {
		const [link, address] = [this.#link, this.#address];
		if (link) {
			return link.ok ? this.#result(link.sheet) : { kind: 'nothing', why: link.problem };
		}
		if (address.startsWith(KEPT)) {
			const kept = this.history.find(({ id }) => id === address.slice(KEPT.length));
			return kept ? this.#result(kept) : { kind: 'nothing', why: 'gone' };
		}
		const latest = this.history.at(-1);
		return latest ? this.#result(latest) : { kind: 'nothing', why: 'empty' };
	}

	#result(sheet: Sheet): Shown {
		const kept = this.history.find((entry) => isSameSheet(entry, sheet));
		return { kind: 'result', sheet, keptId: kept?.id ?? null };
	}
}

/** Results of one's own need no parser, so it comes with the first link. */
async function read(fragment: string): Promise<ReadLink> {
	const { readSheetLink } = await import('$lib/device/parsers');
	return readSheetLink(holoscope, fragment);
}

/** The address that opens this sheet anywhere. */
export function linkTo(sheet: Sheet, origin: string): string {
	return `${origin}/assess/result#${sheetLink(holoscope, sheet)}`;
}
