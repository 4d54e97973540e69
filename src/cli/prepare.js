// Runs after `npm ci`: compiles the messages and the route types, so that tests, checks and the command
// line work before the first build. A production install without the tools has nothing to prepare.
import { existsSync } from 'node:fs';

const FILES_AT_ONCE = 4_096;

if (existsSync('node_modules/@inlang/paraglide-js') && existsSync('node_modules/vite')) {
	mayOpenFiles();
	const { compile } = await import('@inlang/paraglide-js');
	await compile({
		project: './src/lib/content/project.inlang',
		outdir: './src/lib/paraglide',
		strategy: ['baseLocale']
	});
}

/** Each message is a file, and all are opened at once: where that fails, the compiler does not say so. */
function mayOpenFiles() {
	/** @type {{ userLimits?: { open_files?: { hard: number | 'unlimited' } } }} */
	const { userLimits } = process.report.getReport();
	const most = userLimits?.open_files?.hard;
	if (typeof most !== 'number' || most >= FILES_AT_ONCE) return;
	console.error(
		`A process may have ${most} files open here, and building opens up to ${FILES_AT_ONCE} at once. Raise the limit (\`ulimit -n\`, or \`--ulimit nofile=8192\` of a container's build) and try again.`
	);
	process.exit(1);
}
