import type { RoundShelf } from './round-shelf.ts';

/** Where a member's guess of how customers would answer lies: below the link of their own answers. */
export function guessLink(link: string): string {
	return `${link}/guess`;
}

/** Takes the guess beside this link's own answers off the device. */
export async function forgetGuess(shelf: RoundShelf, link: string): Promise<void> {
	const guess = await shelf.findByLink(guessLink(link));
	if (guess) await shelf.remove(guess.mark);
}
