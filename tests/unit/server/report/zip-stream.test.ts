import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZipFileCounter } from '$lib/components/results/zip-files';
import { teamReports } from '$lib/server/report/team-reports';
import { zipStream, type ZipEntry } from '$lib/server/report/zip-stream';
import type { Rendered, ReportRenderer } from '$lib/server/report/renderer';
import { afterAll, describe, expect, test } from 'vitest';
import { manyTeams, someResults } from '../../../support/results';

const folder = mkdtempSync(join(tmpdir(), 'zip-'));
afterAll(() => rmSync(folder, { recursive: true }));
const day = '2026-11-20';
const KILOBYTE = 1024;

async function* sized(count: number, bytes: number, begun: number[] = []) {
	for (let at = 0; at < count; at++) {
		begun.push(at);
		yield { name: `${at}.bin`, bytes: new Uint8Array(bytes).fill(at) } satisfies ZipEntry;
	}
}
const all = async (stream: ReadableStream<Uint8Array>) =>
	new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
const later = () => new Promise((done) => setTimeout(done, 50));

/** Answers with the report's title. */
function fakeRenderer(render: (title: string) => Rendered | null = () => null) {
	const state = { most: 0, now: 0, made: 0 };
	const reports: ReportRenderer = {
		async render({ title }) {
			state.most = Math.max(state.most, ++state.now);
			await new Promise((done) => setTimeout(done, 1));
			state.now--;
			state.made++;
			return render(title) ?? { ok: true, pdf: new TextEncoder().encode(`%PDF ${title}`) };
		},
		close: async () => undefined
	};
	return { reports, state };
}

describe('a ZIP that is made while it is read', () => {
	test('is one that other programs take, with the files in their order', async () => {
		const path = join(folder, 'files.zip');
		writeFileSync(path, await all(zipStream(sized(3, 70 * KILOBYTE), day)));
		const script = [
			'import sys, zipfile',
			'z = zipfile.ZipFile(sys.argv[1])',
			'assert z.testzip() is None',
			'print([(i.filename, i.file_size, i.date_time[:3]) for i in z.infolist()])'
		].join('\n');
		expect(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }).trim()).toBe(
			"[('0.bin', 71680, (2026, 11, 20)), ('1.bin', 71680, (2026, 11, 20)), ('2.bin', 71680, (2026, 11, 20))]"
		);
	});

	test('asks for a file only when its reader has taken those before', async () => {
		const begun: number[] = [];
		const reader = zipStream(sized(100, 200 * KILOBYTE, begun), day).getReader();
		await reader.read();
		await later();
		expect(begun.length).toBeLessThan(5);
		await reader.cancel();
	});

	test('ends the work when its reader leaves', async () => {
		const begun: number[] = [];
		const reader = zipStream(sized(100, 200 * KILOBYTE, begun), day).getReader();
		await reader.read();
		await reader.cancel();
		await later();
		expect(begun.length).toBeLessThan(6);
	});

	test('breaks off where a file fails, so that nobody takes a part for the whole', async () => {
		async function* failing() {
			yield* sized(1, 10);
			throw new Error('no more');
		}
		await expect(all(zipStream(failing(), day))).rejects.toThrow('no more');
	});

	test('has the same bytes for the same files', async () => {
		const hash = async () =>
			createHash('sha256')
				.update(await all(zipStream(sized(4, 100), day)))
				.digest('hex');
		expect(await hash()).toBe(await hash());
	});
});

describe('the reports of all teams', () => {
	test('stand in the organizer’s order after a page of what is in there', async () => {
		const entries = await Array.fromAsync(
			teamReports(fakeRenderer().reports, { results: someResults(), day, paper: 'a4' })
		);
		expect(entries.slice(0, 3).map(({ name }) => name)).toEqual([
			'About these reports.txt',
			'01 Support.pdf',
			'02 Sales.pdf'
		]);
		expect(entries).toHaveLength(13);
		expect(new TextDecoder().decode(entries[0]!.bytes)).toContain('12 Quality');
	});

	test('are made two at a time, and no more once nobody takes them', async () => {
		const { reports, state } = fakeRenderer();
		const files = teamReports(reports, { results: manyTeams(50), day, paper: 'a4' });
		for (let taken = 0; taken < 6; taken++) await files.next();
		await files.return(undefined);
		await later();
		expect(state.most).toBe(2);
		expect(state.made).toBeLessThanOrEqual(7);
	});

	test('leave a note in the place of one that cannot be printed', async () => {
		const { reports } = fakeRenderer((title) =>
			title.includes('Sales') ? { ok: false, refusal: 'unprintable' } : null
		);
		const entries = await Array.fromAsync(
			teamReports(reports, { results: someResults(), day, paper: 'a4' })
		);
		expect(entries[2]!.name).toBe('02 Sales.txt');
		expect(entries).toHaveLength(13);
	});
});

test.each([1, 7, 1000, 1_000_000])(
	'the browser counts the files in pieces of %i bytes',
	async (size) => {
		const bytes = await all(zipStream(sized(9, 3000), day));
		const counter = new ZipFileCounter();
		for (let at = 0; at < bytes.length; at += size) counter.add(bytes.subarray(at, at + size));
		expect(counter.files).toBe(9);
	}
);
