import type { Difference } from '../../scoring/difference.ts';

/** Half of a difference's 95 % interval, in whole points and never too narrow; null where there is none. */
export function halfWidth({ difference, interval }: Difference): number | null {
	return interval === null ? null : Math.ceil(interval.high - difference!);
}
