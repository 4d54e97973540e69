/** A request's body, or null where it is larger than `limit` bytes, whatever length it claims to have. */
export async function readWithin(
	{ headers, body }: Request,
	limit: number
): Promise<Uint8Array<ArrayBuffer> | null> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	try {
		for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
			length += chunk.length;
			// What is too much is let through unkept: a sender that is cut off never reads the answer.
			if (length <= limit) chunks.push(chunk);
		}
	} catch {
		// The server's own limit for any body, which is higher than ours, or a sender who left.
		return null;
	}
	const claimed = Number(headers.get('content-length'));
	return Math.max(length, claimed) > limit ? null : Buffer.concat(chunks);
}
