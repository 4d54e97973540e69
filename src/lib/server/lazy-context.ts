import { existsSync } from 'node:fs';
import { createContext, type Context } from './context.ts';
import { log } from './operations/log.ts';
import type { StorageSettings } from './settings.ts';
import { keepPromises } from './use-cases/keep-promises.ts';

const PROMISES_EVERY_MS = 60 * 60 * 1000;

/**
 * Opens the context when somebody first needs it, once for everybody: whoever answers on their own
 * touches no database. When opening fails, the next one tries again.
 */
export function lazyContext(
	settings: StorageSettings,
	create: typeof createContext = createContext
) {
	let opening: Promise<Context> | null = null;
	let rooms: Context['rooms'] | null = null;
	let timer: NodeJS.Timeout | undefined;
	let keeping: Promise<void> = Promise.resolve();

	const open = (): Promise<Context> => {
		opening ??= create(settings).then(
			(context) => {
				rooms = context.rooms;
				keeping = keep(context);
				timer = setInterval(() => (keeping = keep(context)), PROMISES_EVERY_MS).unref();
				return context;
			},
			(error: unknown) => {
				opening = null;
				throw error;
			}
		);
		return opening;
	};
	const close = async () => {
		const context = await opening?.catch(() => null);
		clearInterval(timer);
		await keeping;
		await context?.close();
	};
	/** What falls due is closed and deleted on its day, also where nobody visits; a problem is said now, not to the first visitor. */
	const openIfThere = () => {
		if (!settings.databaseUrl && !existsSync(settings.databaseFile)) return;
		open().catch((error: unknown) => log.error({ err: error }, 'the storage could not be opened'));
	};
	/** How many event streams are open. */
	const streams = () => rooms?.streams ?? 0;
	const stopStreams = async () => (await opening?.catch(() => null))?.rooms.close();
	return { open, openIfThere, close, stopStreams, streams };
}

/** Nobody waits for it, so nobody else could say that it failed. */
function keep(context: Context): Promise<void> {
	return keepPromises(context).catch((error: unknown) => {
		log.error(
			{ err: error },
			'closing and deleting what is due has failed; the next hour tries again'
		);
	});
}
