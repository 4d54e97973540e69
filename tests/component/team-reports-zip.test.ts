import TeamReportsZip from '$lib/components/results/TeamReportsZip.svelte';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let feed: ReadableStreamDefaultController<Uint8Array>;

/** A ZIP's header of a file without name and content. */
function header(): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(30);
	bytes.set([0x50, 0x4b, 3, 4]);
	return bytes;
}

function answer(status = 200) {
	vi.stubGlobal(
		'fetch',
		vi.fn(async (_: string, { signal }: RequestInit) => {
			const body = new ReadableStream<Uint8Array>({
				start: (controller) => void (feed = controller)
			});
			signal!.addEventListener('abort', () => feed.error(signal!.reason));
			return new Response(body as BodyInit, { status });
		})
	);
}

beforeEach(() => {
	URL.createObjectURL = vi.fn(() => 'blob:file');
	URL.revokeObjectURL = vi.fn();
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

function open() {
	render(TeamReportsZip, {
		address: '/results/key',
		organization: 'Northwind Foods',
		day: '2026-11-20',
		count: 3
	});
	return screen.getByRole('link', { name: 'All team reports as ZIP' });
}

test('says how many reports are made, and saves the file when it is whole', async () => {
	answer();
	await userEvent.click(open());
	for (let at = 0; at < 3; at++) feed.enqueue(header());
	expect(await screen.findByText('Making team reports: 1 of 3')).toBeVisible();
	expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1');
	feed.close();
	expect(await screen.findByText('All 3 team reports are in your downloads.')).toBeVisible();
	expect(URL.createObjectURL).toHaveBeenCalledOnce();
});

test('stops when asked to, and saves nothing', async () => {
	answer();
	await userEvent.click(open());
	await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
	expect(await screen.findByText('Stopped. Nothing was saved.')).toBeVisible();
	expect(screen.getByRole('link')).toHaveFocus();
	expect(URL.createObjectURL).not.toHaveBeenCalled();
});

test('says so when the file breaks off', async () => {
	answer();
	await userEvent.click(open());
	feed.error(new Error('gone'));
	expect(await screen.findByText(/did not arrive in full/)).toBeVisible();
	expect(URL.createObjectURL).not.toHaveBeenCalled();
});
