/** The page that answers with this link. */
export function answerAddress(origin: string, token: string): string {
	return `${origin}/answer/${token}`;
}

/** The page that organizes a round; whoever has it has the round. */
export function roundAddress(origin: string, token: string): string {
	return `${origin}/rounds/${token}`;
}

/** The page that shows the results, to everybody who has this link, once the round is closed. */
export function resultsAddress(origin: string, token: string): string {
	return `${origin}/results/${token}`;
}

/** The page that everybody who has this link reads after a workshop. */
export function recapAddress(origin: string, token: string): string {
	return `${origin}/recap/${token}`;
}
