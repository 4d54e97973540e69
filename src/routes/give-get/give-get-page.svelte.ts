import {
	forgetGiveGet,
	hearOtherTabs,
	rememberedGiveGet,
	rememberGiveGet
} from '$lib/device/give-get-draft';
import { giveAndGetFile, readGiveAndGetFile } from '$lib/domain/give-get/file';
import { NOTHING_YET, type Entry, type GiveAndGet } from '$lib/domain/give-get/give-get';
import { linesOf, totalsOf } from '$lib/domain/give-get/states';
import { givesFor, openEntries, suggestions } from '$lib/domain/give-get/suggest';
import { stopWords } from '$lib/content/stop-words';
import { newTextKey } from '$lib/live/text-key';
import { getLocale } from '$lib/paraglide/runtime';

/** The state of one's own picture of give and get; every change is kept on the device at once. */
export class GiveGetPage {
	whole = $state.raw<GiveAndGet>(NOTHING_YET);
	isKept = $state(true);
	lines = $derived(linesOf(this.whole));
	totals = $derived(totalsOf(this.lines));
	suggested = $derived(suggestions(this.whole, stopWords(getLocale())));
	#open = $derived(openEntries(this.whole));
	readonly #customers: string;

	/** What the customers are called until somebody changes it: they are on the picture from the start. */
	constructor(customers: string) {
		this.#customers = customers;
		this.#read();
	}

	get file(): string {
		return giveAndGetFile(this.whole);
	}

	get isEmpty(): boolean {
		return this.whole.entries.length === 0 && this.whole.parties.length <= 1;
	}

	/** Takes up what other tabs change, until the returned function is called. */
	follow(): () => void {
		return hearOtherTabs(() => this.#read());
	}

	change(changed: GiveAndGet): void {
		this.whole = changed;
		this.isKept = rememberGiveGet(this.file);
	}

	/** Whether the file was one of ours; if not, nothing changes. */
	open(file: string): boolean {
		const whole = readGiveAndGetFile(file);
		if (whole) this.change(whole);
		return whole !== null;
	}

	clear(): void {
		this.whole = this.#fresh();
		forgetGiveGet();
	}

	/** Gives that nobody has confirmed yet, between the same two as this need. */
	openGives(get: Entry): Entry[] {
		return givesFor(get, this.#open);
	}

	#read(): void {
		const file = rememberedGiveGet();
		this.whole = (file && readGiveAndGetFile(file)) || this.#fresh();
	}

	#fresh(): GiveAndGet {
		const customers = { id: newTextKey(), name: this.#customers, kind: 'customer' as const };
		return { ...NOTHING_YET, parties: [customers] };
	}
}
