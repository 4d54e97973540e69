import { createServer, type RequestListener, type Server } from 'node:http';

/** How long the server waits for those it serves, in milliseconds. */
export interface Patience {
	/** A request that takes longer to arrive than a slow phone needs keeps a connection for nothing. */
	request: number;
	headers: number;
	/** Longer than proxies keep a connection, so that they never send a request into one that is closing. */
	keepAlive: number;
	/** Who takes nothing of what we send for so long has gone, or holds it in our memory on purpose. Streams beat far more often. */
	stalled: number;
	/** How often requests are looked at that have not arrived yet. */
	look: number;
}

export const patience: Patience = {
	request: 60_000,
	headers: 20_000,
	keepAlive: 75_000,
	stalled: 120_000,
	look: 10_000
};

/** A server that nobody keeps waiting: who is too slow is hung up on. */
export function patientServer(
	listener: RequestListener,
	{ request, headers, keepAlive, stalled, look } = patience
): Server {
	const server = createServer(
		{
			requestTimeout: request,
			headersTimeout: headers,
			keepAliveTimeout: keepAlive,
			connectionsCheckingInterval: look
		},
		listener
	);
	server.timeout = stalled;
	return server;
}
