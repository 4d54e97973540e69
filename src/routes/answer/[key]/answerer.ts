import type { Answerer } from '$lib/server/access/answerer';
import type { RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { deviceKeyIn } from './device-cookie';

/** The sheet that a page was opened with; every message says it. */
export const markSchema = z.string().max(60);

/** More than any honest message has, in bytes. */
export const LARGEST_MESSAGE = 64_000;

/** Who sends this, or null when the device has no key: then it has no sheet either. */
export function answererOf(
	{ params, cookies }: RequestEvent<{ key: string }>,
	mark: string
): Answerer | null {
	const deviceKey = deviceKeyIn(cookies);
	return deviceKey === null ? null : { token: params.key, deviceKey, mark };
}
