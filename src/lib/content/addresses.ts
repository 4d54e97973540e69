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

/** Short enough to dictate: the way into a workshop, for its code. */
export function joinAddress(origin: string, code: string): string {
	return `${origin}/j/${code}`;
}

/** Where to type the code. */
export function joinPageAddress(origin: string): string {
	return `${origin}/join`;
}

/** The page that drives a workshop; whoever has it has the workshop. */
export function facilitateAddress(origin: string, token: string): string {
	return `${origin}/facilitate/${token}`;
}

/** The screen that everyone in the room sees. */
export function presentAddress(origin: string, token: string): string {
	return `${origin}/present/${token}`;
}
