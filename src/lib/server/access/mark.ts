import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** Twenty bits: each mark stands for some four thousand addresses of the internet, so it leads to nobody. */
const MARK_SIGNS = 5;
const GROUPS = 8;
/** What one household or one rented machine gets of the newer addresses, and may choose from as it likes. */
const GROUPS_OF_ONE = 4;

/** How limits name an address: made with a secret, and too short to lead back to it, even for who has the secret. */
export function markOf(address: string, secret: string): string {
	const hash = createHmac('sha256', secret).update(networkOf(address)).digest('hex');
	return hash.slice(0, MARK_SIGNS);
}

/** The part of an address that its owner cannot choose. */
export function networkOf(address: string): string {
	const [bare = ''] = address.split('%');
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
	if (mapped) return mapped;
	if (!isIPv6(bare)) return address;
	return groupsOf(bare).slice(0, GROUPS_OF_ONE).join(':');
}

function groupsOf(address: string): string[] {
	// The last two groups may be written as an older address; here it only matters that they are two.
	const plain = address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0');
	const [before = [], after = []] = plain
		.split('::')
		.map((part) => part.split(':').filter(Boolean));
	const missing = Array<string>(GROUPS - before.length - after.length).fill('0');
	return [...before, ...missing, ...after].map((group) => parseInt(group, 16).toString(16));
}
