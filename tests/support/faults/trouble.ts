import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a disk may do to a program that runs. */
export const troubles = {
	full: ['pwrite64,pwritev,ftruncate,fallocate', 'error=ENOSPC'],
	'read-only': ['pwrite64,pwritev,ftruncate,fallocate', 'error=EROFS'],
	broken: ['fsync,fdatasync', 'error=EIO'],
	slow: ['fsync,fdatasync', 'delay_enter=300000']
} as const;
export type Trouble = keyof typeof troubles;

/** Does this to what processes and their children do with some files, or all, by strace, until it is told to stop. */
export async function trouble(
	processes: readonly number[],
	kind: Trouble,
	files: readonly string[] = []
) {
	const [calls, harm] = troubles[kind];
	const whose = processes.flatMap((pid) => ['-p', `${pid}`]);
	const paths = files.flatMap((path) => ['-P', path]);
	const what = ['-f', '-e', `trace=${calls}`, '-e', `inject=${calls}:${harm}`];
	const strace = spawn('strace', [...whose, ...paths, ...what, '-o', '/dev/null'], {
		stdio: ['ignore', 'ignore', 'pipe']
	});
	strace.on('error', () => {
		console.error('strace is not installed. On Debian: apt-get install strace');
		process.exit(1);
	});
	const exited = once(strace, 'exit');
	await once(strace.stderr!, 'data');
	return async () => {
		// Over by itself where nothing is left to trace.
		strace.kill('SIGINT');
		await exited;
	};
}
