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
