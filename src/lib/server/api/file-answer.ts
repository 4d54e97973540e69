import { safeFileName } from '../../content/safe-file-name.ts';

/** A file to save under this name, that nobody on the way keeps. */
export function fileAnswer(bytes: Uint8Array, name: string, type: string): Response {
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: { ...fileHeaders(name, type), 'content-length': String(bytes.length) }
	});
}

/** The same for a file that is still being made while its beginning is on the way. */
export function fileHeaders(name: string, type: string): Record<string, string> {
	return {
		'content-type': type,
		'content-disposition': disposition(name),
		'cache-control': 'no-store'
	};
}

/** The name in plain letters for old readers, and in full as RFC 5987 writes it. */
function disposition(name: string): string {
	const safe = safeFileName(name);
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
