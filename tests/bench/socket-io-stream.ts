/** The alternative: the same bytes to everyone through socket.io. `POST /change?n` sends view n. */
import http from 'node:http';

const bytes = Number(process.argv[2]);
// Its package is there only for whoever has installed it.
const name = 'socket.io';
const { Server } = await import(name);

const server = http.createServer((request, response) => {
	const n = Number(request.url!.split('?')[1]);
	const view = { filling: '', seconds: 100 + n, x: 0 };
	view.filling = ' '.repeat(bytes - JSON.stringify(['view', view]).length - '42'.length);
	sockets.emit('view', view);
	response.end();
});
const sockets = new Server(server, { transports: ['websocket'], serveClient: false });
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
