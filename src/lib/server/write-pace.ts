import type { Limits } from './access/limits.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** The part of a request that says who writes where in a round. */
export interface RoundWrite {
	method: string;
	routeId: string | null;
	/** The secret of the link. */
	key: string | undefined;
	/** What the device of somebody who answers has in its cookie. */
	device: () => string | null;
}

/**
 * Whether somebody writes in a round faster than people do: with an organizer's link, which one person has; by device, and
 * by the sheets that are begun, where many answer with the same link. Workshops look at their pace themselves.
 */
export async function isHasty(
	{ method, routeId, key, device }: RoundWrite,
	limits: () => Promise<Limits>
): Promise<boolean> {
	const isOrganizing = routeId?.startsWith('/rounds/[key]') ?? false;
	const isAnswering = routeId?.startsWith('/answer/[key]') ?? false;
	if (READING.includes(method) || !key || !(isOrganizing || isAnswering)) return false;

	// A storage in trouble says so itself, in its own words, where the write would go.
	const { mayWrite, mayJoin } = (await limits().catch(() => null)) ?? {};
	if (!mayWrite || !mayJoin) return false;
	if (isOrganizing) return !mayWrite(key);
	const own = device();
	if (own && !mayWrite(own)) return true;
	return (routeId?.endsWith('/sheet') ?? false) && !mayJoin(key);
}
