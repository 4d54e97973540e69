import { pino } from 'pino';
import { levels } from './levels.ts';
import { toldError } from './told-error.ts';

/**
 * One line of JSON for each event, on standard output. Only what is listed at each call is written: no
 * addresses of pages (they may hold a secret link), no bodies, no cookies, nobody's network address; of an error its
 * place and its words, without what they quote.
 */
export const log = pino({
	level: levels.find((level) => level === process.env.LOG_LEVEL) ?? 'info',
	base: null,
	serializers: { err: (error: unknown) => toldError(error) },
	formatters: { level: (label) => ({ level: label }) },
	timestamp: pino.stdTimeFunctions.isoTime
});
