/** One number of a server's metrics; null while it cannot be read. */
export async function metric(port: number, name: string): Promise<number | null> {
	const text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
		(response) => response.text(),
		() => ''
	);
	const found = new RegExp(`^${name} (\\S+)$`, 'm').exec(text);
	return found ? Number(found[1]) : null;
}
