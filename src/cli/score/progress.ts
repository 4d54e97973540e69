/** Larger files take long enough to want to know. */
const FROM_BYTES = 5_000_000;
const EVERY_MS = 100;
const WIDTH = 30;

/** A bar on a terminal, drawn on standard error while a large file is read; nothing elsewhere. */
export class Progress {
	readonly #size: number | null;
	#lastDrawn = 0;
	#isDrawn = false;
	readonly #isOn: boolean;

	constructor(size: number | null, isQuiet: boolean) {
		this.#size = size;
		this.#isOn = !isQuiet && process.stderr.isTTY === true && (size ?? Infinity) >= FROM_BYTES;
	}

	/** `rows` is null when nobody has counted them yet. */
	show(read: number, rows: number | null): void {
		const now = performance.now();
		if (!this.#isOn || now - this.#lastDrawn < EVERY_MS) return;
		this.#lastDrawn = now;
		this.#isDrawn = true;
		const done = this.#size === null ? '' : bar(read / this.#size);
		const counted = rows === null ? '' : `${rows.toLocaleString('en')} rows`;
		process.stderr.write(`\r\x1b[K${[done, counted].filter(Boolean).join(' ')}`);
	}

	clear(): void {
		if (this.#isDrawn) process.stderr.write('\r\x1b[K');
	}
}

function bar(share: number): string {
	const filled = Math.min(WIDTH, Math.round(share * WIDTH));
	const percent = `${Math.min(100, Math.floor(share * 100))} %`.padStart(5);
	return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${percent}`;
}
