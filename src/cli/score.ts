import { keepCompiled } from './score/compile-cache.ts';

/** `npm run score -- answers.csv`: scores a file of answers from any tool. `--help` says how. */
// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
	if (code === 'EPIPE') process.exit(0);
	throw new Error(code);
});
keepCompiled();
const { scoreCommand } = await import('./score/command.ts');
process.exitCode = await scoreCommand(process.argv.slice(2));
