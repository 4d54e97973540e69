import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** The import map of `src/README.md`: each folder of `src/lib`, and what else in there it may import. */
const mayImport: Record<string, string[]> = {
	domain: [],
	content: ['domain', 'paraglide'],
	charts: ['domain'],
	device: ['domain'],
	live: ['domain'],
	components: ['domain', 'content', 'charts', 'device', 'live', 'paraglide'],
	'server/api': ['domain', 'content', 'server/refusal-status'],
	'server/database': [],
	'server/live': ['domain'],
	'server/operations': ['server/database'],
	'server/report': ['domain', 'content', 'charts', 'paraglide'],
	'server/repositories': ['domain', 'server/database'],
	'server/backup': ['server/database'],
	'server/access': ['domain', 'server/repositories', 'server/database/schema'],
	'server/use-cases': [
		'domain',
		'content',
		'server/repositories',
		'server/access',
		'server/context',
		'server/database/schema'
	]
};

test.each(Object.entries(mayImport))('%s imports only what the map allows', (folder, allowed) => {
	const strangers = globSync(`src/lib/${folder}/**/*.{ts,svelte}`).flatMap((file) =>
		importsOf(file)
			.filter((path) => ![folder, ...allowed].some((place) => path.startsWith(`src/lib/${place}`)))
			.map((path) => `${file} → ${path}`)
	);

	expect(strangers).toEqual([]);
});

test('domain depends on zod and on libraries of numbers only', () => {
	const packages = globSync('src/lib/domain/**/*.ts').flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/from '([^.$][^']*)'/g)].map(([, name]) => name!)
	);

	expect(packages.filter((name) => !/^(zod|ml-matrix|pure-rand|@stdlib\/)/.test(name))).toEqual([]);
});

test('what the command line uses runs in plain Node: relative imports name their file ending', () => {
	const strangers = ['domain', 'content', 'charts', 'server'].flatMap((folder) =>
		globSync(`src/lib/${folder}/**/*.ts`).flatMap((file) =>
			[...readFileSync(file, 'utf8').matchAll(/from '(\$lib[^']*|\.[^']*)'/g)]
				.filter(([, path]) => !/^\..*\.(ts|js|json)$/.test(path!))
				.map(([, path]) => `${file} → ${path}`)
		)
	);

	expect(strangers).toEqual([]);
});

/** The files of ours that a file imports, as paths from the project's root. */
function importsOf(file: string): string[] {
	const imports = readFileSync(file, 'utf8').matchAll(/from '(\$lib|\.{1,2})(\/[^']*)'/g);
	return [...imports].map(([, start, rest]) =>
		start === '$lib' ? `src/lib${rest}` : join(dirname(file), start + rest!)
	);
}
