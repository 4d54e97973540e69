import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { doors } from '../../support/access-table';

const FOLDER = 'src/routes';

test('every address and what it takes stands in the table of who may do what', () => {
	const there = globSync(`${FOLDER}/**/+{page.svelte,page.server.ts,page.ts,server.ts}`).flatMap(
		doorsOf
	);
	const listed = doors.map(({ route, method }) => `${method} ${route}`);

	expect(listed.toSorted()).toEqual([...new Set(there)].toSorted());
});

test.each([
	['export const actions: Actions = {\n\tdefault: (event) => 1,\n};\n', ['POST ?/default /x']],
	[
		"export const actions = {\n\topen: a,\n\t'delete-round': (event) =>\n\t\tkeep({\n\t\t\tno: 1\n\t\t}),\n\n\tasync close(event) {\n\t\treturn { no: 1 };\n\t}\n};\n",
		['POST ?/open /x', 'POST ?/delete-round /x', 'POST ?/close /x']
	],
	['export const load = async () => ({\n\tno: 1\n});\n', []]
])('the forms of a page are found in its source', (source, found) => {
	expect(actionsIn(source, '/x')).toEqual(found);
});

test.each([
	['export const GET: RequestHandler = () => x;\n', ['GET /x']],
	['export async function DELETE(event) {}\nexport const POST = a;\n', ['DELETE /x', 'POST /x']],
	['const GET = 1;\nexport const prerender = true;\n', []]
])('the methods of an address are found in its source', (source, found) => {
	expect(methodsIn(source, '/x')).toEqual(found);
});

function doorsOf(path: string): string[] {
	const file = path.replaceAll('\\', '/');
	const at = file.lastIndexOf('/');
	const route = file.slice(FOLDER.length, at) || '/';
	if (file.endsWith('.svelte')) return [`GET ${route}`];
	const source = readFileSync(path, 'utf8');
	return file.endsWith('+server.ts') ? methodsIn(source, route) : actionsIn(source, route);
}

/** The sources are formatted, so what belongs to the outermost braces is indented once. */
function actionsIn(source: string, route: string): string[] {
	const object = /^export const actions\b[^]*?^}/m.exec(source)?.[0] ?? '';
	return [...object.matchAll(/^\t(?:async )?'?([\w-]+)'?\s*[:(,]/gm)].map(
		([, name]) => `POST ?/${name} ${route}`
	);
}

function methodsIn(source: string, route: string): string[] {
	return [
		...source.matchAll(
			/^export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|fallback)\b/gm
		)
	].map(([, method]) => `${method} ${route}`);
}
