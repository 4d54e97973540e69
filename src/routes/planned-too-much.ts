import { workshopRefusalWords } from '$lib/content/workshop-refusals';
import type { Limits } from '$lib/server/access/limits';

/** What an address is told that plans more workshops and rounds than people do; null where it may go on. */
export function plannedTooMuch({ mayCreate }: Limits, address: string): string | null {
	return mayCreate(address) ? null : workshopRefusalWords('too-many-created');
}
