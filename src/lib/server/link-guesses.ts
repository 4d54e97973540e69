import type { Limits } from './access/limits.ts';

const LINK_ROUTES = [
	'/rounds/[key]',
	'/results/[key]',
	'/answer/[key]',
	'/facilitate/[token]',
	'/present/[token]',
	'/recap/[token]',
	'/workshops/facilitate/[token]',
	'/workshops/present/[token]'
];

/** The part of a request that tells a guess from anything else. */
export interface LinkRequest {
	routeId: string | null;
	isDataRequest: boolean;
	address: () => string;
}

/**
 * Slows down whoever tries links that open nothing. A link that opens something is answered as ever, whoever
 * else guesses and from wherever, so that nobody can shut others out by guessing.
 */
export async function slowedDown(
	response: Response,
	{ routeId, isDataRequest, address }: LinkRequest,
	limits: () => Promise<Limits>,
	turnedAway: (seconds: number) => Response | Promise<Response>
): Promise<Response> {
	if (!LINK_ROUTES.some((route) => routeId?.startsWith(route))) return response;
	if (!(await opensNothing(response, isDataRequest))) return response;
	const seconds = (await limits()).guessedLink(address());
	if (seconds === 0) return response;
	return turnedAway(seconds);
}

/** Data for a page comes with status 200 whatever it says; then the refusal stands inside. */
async function opensNothing(response: Response, isDataRequest: boolean): Promise<boolean> {
	if (response.status === 404) return true;
	if (!isDataRequest || response.status !== 200) return false;
	const said = await response.clone().text();
	return said.includes('"refusal":"link-unknown"') || said.includes('"status":404');
}
