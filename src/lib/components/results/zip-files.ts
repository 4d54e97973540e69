const LOCAL_HEADER = 0x04034b50;
const HEADER_LENGTH = 30;

/**
 * Counts the files of a ZIP while it arrives, in whatever pieces: the ones that have begun. Reads what each file's
 * header says of its length, so that nothing inside a file is taken for a header.
 */
export class ZipFileCounter {
	files = 0;
	#skip = 0;
	#header = new Uint8Array(HEADER_LENGTH);
	#filled = 0;
	#isAtEnd = false;

	add(chunk: Uint8Array): void {
		let at = 0;
		while (at < chunk.length && !this.#isAtEnd) {
			if (this.#skip > 0) {
				const skipped = Math.min(this.#skip, chunk.length - at);
				this.#skip -= skipped;
				at += skipped;
				continue;
			}
			const part = chunk.subarray(at, at + HEADER_LENGTH - this.#filled);
			this.#header.set(part, this.#filled);
			this.#filled += part.length;
			at += part.length;
			if (this.#filled === HEADER_LENGTH) this.#readHeader();
		}
	}

	#readHeader(): void {
		const view = new DataView(this.#header.buffer);
		this.#filled = 0;
		if (view.getUint32(0, true) !== LOCAL_HEADER) {
			this.#isAtEnd = true;
			return;
		}
		this.files++;
		// Its bytes, its name and what else the header holds.
		this.#skip = view.getUint32(18, true) + view.getUint16(26, true) + view.getUint16(28, true);
	}
}
