import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSettings } from '$lib/server/settings';

const text = (file: string) => readFileSync(file, 'utf8');
const container = text('Dockerfile');
const compose = text('compose.yaml');
const service = text('.config/holoscope.service');
const app = /^ {2}app:\n((?: {4}.*\n)+)/m.exec(compose)![1]!;

/** What the app is given in each file. */
const given: Record<string, Record<string, string>> = {
	Dockerfile: pairs(/^ENV (.*)$/gm, container, /(\w+)=(\S+)/g),
	'compose.yaml': pairs(/environment:\n((?: {6}.*\n)+)/g, app, /^ {6}(\w+): '?([^'\n]+)/gm),
	'holoscope.service': pairs(/^Environment=(.*)$/gm, service, /(\w+)=(\S+)/g)
};
const documented = new Set(
	text('README.md')
		.split('\n')
		.flatMap((line) => /^\| (`[A-Z_`, ]+`)/.exec(line)?.[1]?.match(/[A-Z_]+/g) ?? [])
);

test.each(Object.entries(given))(
	'%s gives the app only what the README explains',
	(_, settings) => {
		const { NODE_ENV, ...ours } = settings;
		expect(Object.keys(ours).filter((name) => !documented.has(name))).toEqual([]);
		expect(Object.keys(ours).length).toBeGreaterThan(0);
		expect(NODE_ENV ?? 'production').toBe('production');
	}
);

test.each(Object.entries(given))('%s gives values that the app can read', (_, settings) => {
	const filledIn = Object.entries(settings).map(([name, value]) => [
		name,
		value.replaceAll(/\$\{\w+[^}]*\}/g, 'secret')
	]);
	expect(() => readSettings(Object.fromEntries(filledIn))).not.toThrow();
});

test('container, proxy and health check mean the same port', () => {
	const { PORT } = given.Dockerfile!;
	expect(container).toContain(`EXPOSE ${PORT}\n`);
	expect(container).toContain(`http://127.0.0.1:${PORT}/readyz`);
	expect(text('.config/Caddyfile')).toContain(`reverse_proxy app:${PORT} `);
	expect(text('.config/holoscope.socket')).toContain(`ListenStream=127.0.0.1:${PORT}\n`);
});

test('the container runs without privileges and writes to its own folder only', () => {
	expect(container).toMatch(/^USER node$/m);
	expect(app).toContain('read_only: true');
	expect(app).toContain('cap_drop: [ALL]');
	expect(app).toContain(`no-new-privileges:true`);
	const [folder] = /\/\w+/.exec(given.Dockerfile!.DATABASE_FILE!)!;
	expect(container).toContain(`chown node:node ${folder}`);
	expect(app).toContain(`volumes: [app-data:${folder}]`);
});

test('a container that is asked to stop has the time for it', () => {
	const grace = Number(/stop_grace_period: (\d+)s/.exec(app)![1]);
	const lastAnswers =
		Number(/LAST_ANSWERS_MS = ([\d_]+)/.exec(text('src/cli/serve.ts'))![1]!.replace('_', '')) /
		1000;
	expect(grace).toBeGreaterThan(Number(given['compose.yaml']!.STOP_DELAY_SECONDS) + lastAnswers);
});

function pairs(where: RegExp, file: string, each: RegExp): Record<string, string> {
	const parts = [...file.matchAll(where)].map(([, part]) => part!);
	return Object.fromEntries(
		parts.flatMap((part) => [...part.matchAll(each)]).map(([, name, value]) => [name!, value!])
	);
}
