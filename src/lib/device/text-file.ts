/** What became of a file that a person chose: its text, or what is wrong with it. */
export type TextFile =
	{ kind: 'text'; text: string } | { kind: 'problem'; problem: 'too-large' | 'not-text' };

const MOST_BYTES = 2_000_000;

/** The text of a plain text file, in UTF-8, UTF-16 with its mark, or the Western encoding of older systems. */
export async function readTextFile(file: Blob): Promise<TextFile> {
	if (file.size > MOST_BYTES) return { kind: 'problem', problem: 'too-large' };
	const bytes = new Uint8Array(await file.arrayBuffer());
	const text = decoded(bytes);
	if (holdsControls(text)) return { kind: 'problem', problem: 'not-text' };
	return { kind: 'text', text: text.replace(/\r\n?/g, '\n') };
}

function decoded(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** Pictures and office files hold zero bytes and the like, which no text does; tabs and line ends are fine. */
function holdsControls(text: string): boolean {
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 9 || (code > 13 && code < 27)) return true;
	}
	return false;
}
