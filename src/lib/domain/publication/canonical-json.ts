/** JSON with sorted keys and no spaces: equal contents give equal text, so its hash can be compared. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const entries = Object.entries(value)
		.filter(([, content]) => content !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, content]) => `${JSON.stringify(key)}:${canonicalJson(content)}`);
	return `{${entries.join(',')}}`;
}

/** SHA-256 of a text, in hexadecimal. */
export async function hashOfText(text: string): Promise<string> {
	const bytes = new TextEncoder().encode(text);
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
