import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The process is alive: whoever asks, restarts it when this fails. */
export const GET: RequestHandler = () => text('ok\n', { headers: { 'cache-control': 'no-store' } });
