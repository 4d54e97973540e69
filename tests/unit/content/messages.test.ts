import { readFileSync, readdirSync, globSync } from 'node:fs';
import { expect, test } from 'vitest';

const catalogs = 'src/lib/content/messages/en';
const code = globSync('src/**/*.{ts,svelte}')
	.filter((path) => !path.replaceAll('\\', '/').startsWith('src/lib/paraglide'))
	.map((path) => readFileSync(path, 'utf8'))
	.join('\n');
const words = new Set(code.match(/\b[a-z0-9_]+\b/g));

test.each(readdirSync(catalogs))('everything in %s is said somewhere', (file) => {
	const messages = Object.keys(JSON.parse(readFileSync(`${catalogs}/${file}`, 'utf8')));
	const unsaid = messages.filter((key) => key !== '$schema' && !words.has(key));

	expect(unsaid).toEqual([]);
});
