/** Characters that some system refuses in a file's name, or that hide what the name says. */
const UNSAFE =
	// eslint-disable-next-line no-control-regex -- controls are what we are after
	/[\u0000-\u001f\u007f-\u009f"*/:<>?\\|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A file to save under this name, that nobody on the way keeps. */
export function fileAnswer(bytes: Uint8Array, name: string, type: string): Response {
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': type,
			'content-length': String(bytes.length),
			'content-disposition': disposition(name),
			'cache-control': 'no-store'
		}
	});
}

/** The name in plain letters for old readers, and in full as RFC 5987 writes it. */
function disposition(name: string): string {
	const safe = name.toWellFormed().replace(UNSAFE, ' ').replace(/\s+/gu, ' ').trim();
	const plain = safe
		.normalize('NFKD')
		.replace(/[^\u0020-\u007e]/gu, '')
		.replace(/\s+/gu, ' ');
	const encoded = encodeURIComponent(safe).replace(
		/['()*!]/gu,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${plain.trim()}"; filename*=UTF-8''${encoded}`;
}
