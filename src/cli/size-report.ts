import { globSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Says how much compressed script each page ships before anything is loaded on demand, and fails the
 * build when an answering page passes its budget.
 */
const BUDGETS_KB: Record<string, number> = {
	'/assess': 60,
	'/answer/[key]': 60,
	'/answer/[key]/guess': 60
};

interface Chunk {
	file: string;
	imports?: string[];
	src?: string;
}

const manifestPath = '.svelte-kit/output/client/.vite/manifest.json';
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, Chunk>;
const nodes = globSync('.svelte-kit/generated/client-optimized/nodes/*.js');
const entries = Object.keys(manifest).filter((key) =>
	/runtime\/client\/entry\.js$|client-optimized\/app\.js$/.test(key)
);

const pages = nodes.flatMap((node) => {
	const component = readFileSync(node, 'utf8').match(/src\/routes(.*)\/\+page\.svelte"/);
	return component ? [{ route: component[1] || '/', node: node.replaceAll('\\', '/') }] : [];
});
const layout = nodes.filter((node) => readFileSync(node, 'utf8').includes('+layout.svelte'));

let isOver = false;
console.log('\nCompressed script for each page:');
for (const { route, node } of pages.sort((a, b) => a.route.localeCompare(b.route))) {
	const kilobytes =
		sizeOf([...entries, ...layout.map((path) => path.replaceAll('\\', '/')), node]) / 1000;
	const budget = BUDGETS_KB[route];
	const isTooMuch = budget !== undefined && kilobytes > budget;
	isOver ||= isTooMuch;
	console.log(
		`${kilobytes.toFixed(1).padStart(8)} kB  ${route}${budget ? `  (at most ${budget} kB${isTooMuch ? ': TOO MUCH' : ''})` : ''}`
	);
}
if (isOver) process.exit(1);

function sizeOf(keys: readonly string[]): number {
	const files = new Set<string>();
	const visit = (key: string) => {
		const chunk = manifest[key];
		if (!chunk || files.has(chunk.file)) return;
		files.add(chunk.file);
		chunk.imports?.forEach(visit);
	};
	keys.forEach(visit);
	return [...files]
		.map((file) => `.svelte-kit/output/client/${file}`)
		.filter((path) => statSync(path).isFile())
		.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
}
