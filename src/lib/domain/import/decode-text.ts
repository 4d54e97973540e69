export type TextEncoding = 'utf-8' | 'utf-16' | 'windows-1252';
export type Decoded =
	{ problem: null; text: string; encoding: TextEncoding } | { problem: 'not-text' };

/**
 * Reads the bytes of a text file: UTF-8, UTF-16 with or without its mark, and otherwise Windows-1252, of
 * which Latin-1 is a part. Spreadsheet files, pictures and other things that are no text are a problem.
 */
export function decodeText(bytes: Uint8Array): Decoded {
	const encoding = encodingOf(bytes);
	const text = new TextDecoder(encoding).decode(bytes);
	// No export has these characters; what is no text has many.
	if (/[^\P{Cc}\t\n\v\f\r\u007F-\u009F]/u.test(text)) return { problem: 'not-text' };
	return {
		problem: null,
		text,
		encoding: encoding.startsWith('utf-16') ? 'utf-16' : (encoding as TextEncoding)
	};
}

function encodingOf(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	if (first === 0 && second !== 0 && looksWide(bytes, 0)) return 'utf-16be';
	if (first !== 0 && second === 0 && looksWide(bytes, 1)) return 'utf-16le';
	return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Whether every other byte is zero, as in Latin letters of two bytes. */
function looksWide(bytes: Uint8Array, at: number): boolean {
	const sample = bytes.subarray(0, 200);
	const zeros = sample.filter((byte, index) => index % 2 === at && byte === 0).length;
	return sample.length >= 4 && zeros > sample.length * 0.4;
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
