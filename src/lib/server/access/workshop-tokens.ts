import type { WorkshopLink, WorkshopLinkKind } from '../repositories/workshop-links.ts';
import { derivedToken, hashOf, randomToken, seal } from './secrets.ts';

/** A link to facilitate: its secret is in no database and made of nothing. */
export function facilitatorLink(
	workshopId: string,
	seed: Buffer,
	{ kind, serial }: { kind: 'facilitate' | 'co-facilitate'; serial: number }
): { token: string; link: WorkshopLink } {
	const token = randomToken();
	return {
		token,
		link: {
			hash: hashOf(token),
			workshopId,
			kind,
			serial,
			state: 'active',
			sealedSeed: seal(seed, token)
		}
	};
}

/** The secret of the presenter's link: whoever facilitates can read it again, we cannot. */
export function presentToken(seed: Buffer, serial = 1): string {
	return serial === 1
		? derivedToken(seed, 'present')
		: derivedToken(seed, 'present', String(serial));
}

/** The secret of the recap's link, which whoever presents can make as well: the screen shows it to everyone. */
export function recapToken(present: string): string {
	return derivedToken(Buffer.from(present), 'recap');
}

export function linkOf(
	workshopId: string,
	kind: WorkshopLinkKind,
	token: string,
	serial = 1
): WorkshopLink {
	return {
		hash: hashOf(token),
		workshopId,
		kind,
		serial,
		state: 'active',
		sealedSeed: null
	};
}
