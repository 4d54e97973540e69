/** What measurements print: facts, and whether what must hold does. One that does not fails the whole. */
export function check(isSo: boolean, words: string): void {
	say(`${isSo ? 'yes' : 'NO '} ${words}`);
	if (!isSo) process.exitCode = 1;
}

export function say(words: string): void {
	console.log(`  ${words}`);
}

/** How often each of these was said. */
export function tally(words: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

export function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
