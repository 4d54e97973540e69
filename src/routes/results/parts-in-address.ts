const PARAMETER = 'open';

/** The parts that an address has unfolded, as in `?open=teams&open=map`. */
export function partsIn(search: string): string[] {
	return new URLSearchParams(search).getAll(PARAMETER);
}

export function withParts(address: string, names: Iterable<string>): string {
	const url = new URL(address);
	url.searchParams.delete(PARAMETER);
	for (const name of names) url.searchParams.append(PARAMETER, name);
	return url.href;
}
