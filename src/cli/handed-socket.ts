/** The first descriptor after standard input, output and errors, as systemd numbers what it hands over. */
const FIRST_FD = 3;

/**
 * The listening socket that systemd holds for us, or null when we make our own. It stays open while one process ends
 * and the next one starts, so nobody who calls meanwhile is turned away.
 */
export function handedSocket(
	{ LISTEN_FDS, LISTEN_PID }: Record<string, string | undefined>,
	pid = process.pid
): { fd: number } | null {
	// Our children inherit the words, but not the socket.
	return Number(LISTEN_FDS) >= 1 && Number(LISTEN_PID) === pid ? { fd: FIRST_FD } : null;
}
