// Runs after `npm ci`: compiles the messages and the route types, so that tests, checks and the command
// line work before the first build. A production install without the tools has nothing to prepare.
import { existsSync } from 'node:fs';

if (existsSync('node_modules/@inlang/paraglide-js') && existsSync('node_modules/vite')) {
	const { compile } = await import('@inlang/paraglide-js');
	await compile({
		project: './src/lib/content/project.inlang',
		outdir: './src/lib/paraglide',
		strategy: ['baseLocale']
	});
}
