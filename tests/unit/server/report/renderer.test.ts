import { holoscope } from '$lib/content/instruments';
import { personDocument } from '$lib/content/report/person-document';
import { personReport } from '$lib/domain/report/person-report';
import { createReportRenderer } from '$lib/server/report/renderer';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { typicalSheet } from '../../../support/person-sheets';

const report = personDocument({
	instrument: holoscope,
	report: personReport(holoscope, typicalSheet()),
	earlier: [],
	paper: 'a4'
});

/** Answers with a file, hangs or dies, as the report's title asks. */
const script = `
	const { parentPort } = require('node:worker_threads');
	parentPort.on('message', ({ title }) => {
		if (title === 'hangs') for (;;);
		if (title === 'dies') process.exit(1);
		if (title === 'fails') throw new Error('broken');
		if (title === 'refuses') return parentPort.postMessage({ problem: 'no glyph' });
		setTimeout(() => parentPort.postMessage({ pdf: new TextEncoder().encode(title) }), 20);
	});`;
const createWorker = () => new Worker(script, { eval: true });
const titled = (title: string) => ({ ...report, title });

let renderer: ReturnType<typeof createReportRenderer>;
function open(options: Parameters<typeof createReportRenderer>[0]) {
	renderer = createReportRenderer({ workers: 1, createWorker, ...options });
	return renderer;
}
afterEach(() => renderer.close());

test('makes a file in a worker', async () => {
	const made = await open({}).render(titled('hello'));
	expect(made).toMatchObject({ ok: true });
	expect(made.ok && new TextDecoder().decode(made.pdf)).toBe('hello');
});

test('refuses what the queue has no room for, and makes the rest', async () => {
	const { render } = open({ queueLength: 2 });
	const outcomes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((one) => render(titled(one))));

	expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
	expect(outcomes.filter((one) => !one.ok && one.refusal === 'queue-full')).toHaveLength(2);
});

test.each([
	['hangs', 'too-slow'],
	['dies', 'closed'],
	['fails', 'unprintable'],
	['refuses', 'unprintable']
])('a report whose worker %s is refused, and the next one is made', async (title, refusal) => {
	const { render } = open({ timeLimitMs: 2000 });
	const [bad, good] = await Promise.all([render(titled(title)), render(titled('next'))]);

	expect(bad).toEqual({ ok: false, refusal });
	expect(good).toMatchObject({ ok: true });
});

test('refuses a megabyte of text before any worker sees it', async () => {
	expect(await open({}).render(titled('x'.repeat(1_000_001)))).toEqual({
		ok: false,
		refusal: 'too-large'
	});
});

test('refuses what waits when it closes, and whatever comes after', async () => {
	const { render, close } = open({});
	const waiting = [render(titled('hangs')), render(titled('waits'))];
	await close();

	expect(await Promise.all(waiting)).toEqual([
		{ ok: false, refusal: 'closed' },
		{ ok: false, refusal: 'closed' }
	]);
	expect(await render(report)).toEqual({ ok: false, refusal: 'closed' });
});
