import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** What a disk may do to a program that runs. */
export const troubles = {
	full: ['pwrite64,ftruncate,fallocate', 'error=ENOSPC'],
	'read-only': ['pwrite64,ftruncate,fallocate', 'error=EROFS'],
	broken: ['fsync,fdatasync', 'error=EIO'],
	slow: ['fsync,fdatasync', 'delay_enter=300000']
} as const;
export type Trouble = keyof typeof troubles;

/** Does this to what a process does with a database's files, by strace, until it is told to stop. */
export async function trouble({ pid }: ChildProcess, kind: Trouble, file: string) {
	const [calls, harm] = troubles[kind];
	const paths = [file, `${file}-wal`].flatMap((path) => ['-P', path]);
	const what = ['-e', `trace=${calls}`, '-e', `inject=${calls}:${harm}`];
	const strace = spawn('strace', ['-p', `${pid}`, ...paths, ...what, '-o', '/dev/null'], {
		stdio: ['ignore', 'ignore', 'pipe']
	});
	strace.on('error', () => {
		console.error('strace is not installed. On Debian: apt-get install strace');
		process.exit(1);
	});
	await once(strace.stderr!, 'data');
	return async () => {
		strace.kill('SIGINT');
		await once(strace, 'exit');
	};
}
