/**
 * A bound socket that nobody accepts from here, as systemd holds it for its services: gives back its descriptor. Node has no
 * public way to bind without accepting.
 */
export function keptSocket(port: number): number {
	const { binding } = process as unknown as { binding: (name: string) => TcpBinding };
	const { TCP, constants } = binding.call(process, 'tcp_wrap');
	const handle = new TCP(constants.SERVER);
	const problem = handle.bind('127.0.0.1', port);
	if (problem) throw new Error(`Port ${port} is taken.`);
	kept.push(handle);
	return handle.fd;
}

const kept: unknown[] = [];

interface TcpBinding {
	TCP: new (kind: number) => { fd: number; bind(host: string, port: number): number };
	constants: { SERVER: number };
}
