import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { readSettings } from '../lib/server/settings.ts';

/** Serves the build on HOST and PORT and says where, until the process is asked to stop. */
export default async function serve(): Promise<void> {
	const host = process.env.HOST ?? '127.0.0.1';
	const port = Number(process.env.PORT ?? 3000);
	process.env.ORIGIN ??= `http://${host}:${port}`;
	// Far above the largest request of any address, so that each says in its own words what is too much.
	process.env.BODY_SIZE_LIMIT ??= '32M';

	try {
		readSettings(process.env);
	} catch (problem) {
		console.error((problem as Error).message);
		process.exit(1);
	}
	const { handler } = await import(pathToFileURL('build/handler.js').href);
	const server = createServer(handler);

	server.on('error', (problem: NodeJS.ErrnoException) => {
		console.error(
			problem.code === 'EADDRINUSE'
				? `Port ${port} is taken. Choose another: PORT=${port + 1} npm start`
				: `Holoscope could not start: ${problem.message}`
		);
		process.exit(1);
	});
	server.listen(port, host, () => {
		console.log(`Holoscope is ready: ${process.env.ORIGIN}`);
	});

	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			process.emit('holoscope:stopping' as 'disconnect');
			// Whatever the app holds open, its database first, ends on this word, and then the process does.
			server.close(() => void process.emit('sveltekit:shutdown' as 'disconnect'));
			server.closeIdleConnections();
			// Whoever is still being answered gets a few seconds.
			setTimeout(() => process.exit(0), 5_000).unref();
		});
	}
}
