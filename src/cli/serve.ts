import { createServer, type Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { register } from 'prom-client';
import { securityHeaders } from '../lib/server/security-headers.ts';
import { handedSocket } from './handed-socket.ts';
import { patientServer } from './patient-server.ts';
import { readSettings, type Settings } from '../lib/server/settings.ts';

const LAST_ANSWERS_MS = 10_000;

type Place = { port: number; host: string } | { fd: number };

/** Serves the build on HOST and PORT and says where, until the process is asked to stop. */
export default async function serve(): Promise<void> {
	const host = process.env.HOST ?? '127.0.0.1';
	const port = Number(process.env.PORT ?? 3000);
	process.env.ORIGIN ??= `http://${host}:${port}`;
	// Far above the largest request of any address, so that each says in its own words what is too much.
	process.env.BODY_SIZE_LIMIT ??= '32M';

	const settings = settingsOrExit();
	const { handler } = await import(pathToFileURL('build/handler.js').href);
	const headers = Object.entries(securityHeaders(process.env.ORIGIN));
	let isStopping = false;
	const server = patientServer((request, response) => {
		// The app's hooks see neither static files nor what fails before them.
		for (const [name, value] of headers) response.setHeader(name, value);
		// The next request of whoever asks comes by a new connection, and so to the next process.
		if (isStopping) response.setHeader('connection', 'close');
		handler(request, response);
	});
	const place = handedSocket(process.env) ?? { port, host };
	listen(server, place, 'PORT', () => {
		console.log(`Holoscope is ready: ${process.env.ORIGIN}`);
	});
	const metrics = settings.metrics && serveMetrics(settings.metrics);

	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			isStopping = true;
			process.emit('holoscope:draining' as 'disconnect');
			setTimeout(() => stop(server, metrics), settings.stopDelaySeconds * 1000);
		});
	}
}

function stop(server: Server, metrics: Server | null): void {
	process.emit('holoscope:stopping' as 'disconnect');
	metrics?.close();
	// Whatever the app holds open, its database first, ends on this word, and then the process does.
	server.close(() => void process.emit('sveltekit:shutdown' as 'disconnect'));
	server.closeIdleConnections();
	// Whoever is still being answered gets a few seconds.
	setTimeout(() => process.exit(0), LAST_ANSWERS_MS).unref();
}

/** What the build has registered, on a port of its own which nobody outside needs to reach. */
function serveMetrics({ port, host }: NonNullable<Settings['metrics']>): Server {
	const server = createServer((request, response) => {
		if (request.url !== '/metrics') return void response.writeHead(404).end();
		void register.metrics().then((text) => {
			response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text);
		});
	});
	listen(server, { port, host }, 'METRICS_PORT');
	return server;
}

function listen(server: Server, place: Place, name: string, then?: () => void) {
	server.on('error', (problem: NodeJS.ErrnoException) => {
		console.error(
			problem.code === 'EADDRINUSE' && 'port' in place
				? `Port ${place.port} is taken. Choose another: ${name}=${place.port + 1} npm start`
				: `Holoscope could not start: ${problem.message}`
		);
		process.exit(1);
	});
	server.listen(place, then);
}

function settingsOrExit(): Settings {
	try {
		return readSettings(process.env);
	} catch (problem) {
		console.error((problem as Error).message);
		process.exit(1);
	}
}

if (import.meta.main) await serve();
