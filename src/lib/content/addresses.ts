/** The page that answers with this link. */
export function answerAddress(origin: string, token: string): string {
	return `${origin}/answer/${token}`;
}

/** The page that organizes a round; whoever has it has the round. */
export function roundAddress(origin: string, token: string): string {
	return `${origin}/rounds/${token}`;
}
