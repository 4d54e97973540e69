/** The limit: the least that sends the same bytes to everyone. `POST /change?n` sends frame n. */
import http, { type ServerResponse } from 'node:http';

const bytes = Number(process.argv[2]);
const readers = new Set<ServerResponse>();

http
	.createServer((request, response) => {
		if (request.method === 'GET') {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(': connected\n\n');
			readers.add(response);
			return response.on('close', () => readers.delete(response));
		}
		const n = Number(request.url!.split('?')[1]);
		const end = `"seconds":${100 + n},"x":0}`;
		const start = 'event: view\ndata: {';
		const filling = ' '.repeat(bytes - start.length - end.length - 2);
		const frame = Buffer.from(`${start}${filling}${end}\n\n`);
		for (const reader of readers) reader.write(frame);
		response.end();
	})
	.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
