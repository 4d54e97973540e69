import { createContext, type Context } from './context.ts';
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
	let timer: NodeJS.Timeout | undefined;
	let keeping: Promise<void> = Promise.resolve();

	const open = (): Promise<Context> => {
		opening ??= create(settings).then(
			(context) => {
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
	const stopStreams = async () => (await opening?.catch(() => null))?.rooms.close();
	return { open, close, stopStreams };
}

/** Nobody waits for it, so nobody else could say that it failed. */
function keep(context: Context): Promise<void> {
	return keepPromises(context).catch((error: unknown) => {
		console.error('Closing and deleting what is due has failed; the next hour tries again.', error);
	});
}
