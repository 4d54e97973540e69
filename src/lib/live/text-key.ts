const BYTES = 16;

/** A new text's key. `crypto.randomUUID` is missing on pages served without TLS, as in a local network. */
export function newTextKey(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
}
