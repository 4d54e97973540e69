import { expect, test } from '@playwright/test';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

const PROGRAM = 'systemd-socket-activate';
const isMissing = spawnSync(PROGRAM, ['--version']).status !== 0;

test('serves on the socket that systemd hands over, from the very first call', async () => {
	test.skip(isMissing, `${PROGRAM} is not installed. On Debian: apt-get install systemd`);
	const port = await freePort();
	const server = await activated(port);
	try {
		const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
		expect(answer.status).toBe(200);

		server.kill('SIGTERM');
		expect(await once(server, 'exit')).toEqual([0, null]);
	} finally {
		server.kill('SIGKILL');
	}
});

/** systemd's own program for it: opens the socket, and becomes the server when somebody calls. */
async function activated(port: number): Promise<ChildProcess> {
	const given = { DATABASE_FILE: ':memory:', ORIGIN: `http://127.0.0.1:${port}` };
	const settings = Object.entries(given).map(([name, value]) => `--setenv=${name}=${value}`);
	const socket = `--listen=127.0.0.1:${port}`;
	const server = spawn(PROGRAM, [socket, ...settings, process.execPath, 'src/cli/serve.ts'], {
		stdio: ['ignore', 'ignore', 'pipe']
	});
	for await (const text of server.stderr.iterator({ destroyOnReturn: false }))
		if (String(text).includes('Listening on')) break;
	server.stderr.resume();
	return server;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}
