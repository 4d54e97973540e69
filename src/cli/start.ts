import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';

/** Builds when the build is missing or older than its sources, then serves it. */
const sources = ['package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const folders = ['src', 'static'];

if (!isFresh()) {
	console.log('Building Holoscope. This takes a few seconds the first time.');
	const build = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (build.status !== 0) {
		console.error('The build failed. Nothing is running. After an update, run `npm ci` first.');
		process.exit(build.status ?? 1);
	}
}

const { default: serve } = await import('./serve.ts');
await serve();

function isFresh(): boolean {
	if (!existsSync('build/index.js')) return false;
	const built = statSync('build/index.js').mtimeMs;
	const changed = [
		...sources,
		...folders.flatMap((folder) => globSync(`${folder}/**/*`)).filter((path) => !isGenerated(path))
	];
	return changed.every((path) => statSync(path).mtimeMs <= built);
}

/** The build writes the compiled messages itself. */
function isGenerated(path: string): boolean {
	return path.replaceAll('\\', '/').startsWith('src/lib/paraglide') || path.includes('.inlang');
}
