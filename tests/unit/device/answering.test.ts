import { Answering } from '$lib/device/answering.svelte';
import type { DeviceChange, DeviceStore, Draft } from '$lib/device/device-store';
import { expect, test } from 'vitest';

const settings = { instrument: 'holoscope', edition: '2026.1', form: 'quick', lens: 'member' };
const begun = { ...settings, id: 'd', organization: '', place: 0, answers: {} } as Draft;

/** A disk whose readers and writers wait until the test lets them go on. */
function slowDisk() {
	let kept = begun;
	const reading: (() => void)[] = [];
	const writing: (() => void)[] = [];
	const listeners: ((change: DeviceChange) => void)[] = [];
	const store = {
		durability: 'kept',
		unreadable: 0,
		subscribe: (listener: (change: DeviceChange) => void) => {
			listeners.push(listener);
			return () => {};
		},
		draft: () => {
			const seen = kept;
			return new Promise((resolve) => reading.push(() => resolve(seen)));
		},
		answer: (_: string, item: string, value: number | null) =>
			new Promise<void>((resolve) =>
				writing.push(() => {
					kept = { ...kept, answers: { ...kept.answers, [item]: value } };
					resolve();
				})
			)
	} as unknown as DeviceStore;
	const letGo = async (waiting: (() => void)[]) => {
		await new Promise((resolve) => setTimeout(resolve));
		for (const go of waiting.splice(0)) go();
		await new Promise((resolve) => setTimeout(resolve));
	};
	return {
		store,
		read: () => letGo(reading),
		write: () => letGo(writing),
		tellOfOtherTab: () => listeners.forEach((tell) => tell({ kind: 'draft', elsewhere: true }))
	};
}

test('an answer stays on the screen when another tab is heard before the disk has it', async () => {
	const disk = slowDisk();
	const answering = new Answering(disk.store);
	void answering.read();
	await disk.read();

	disk.tellOfOtherTab();
	void answering.answer('voice-1', 2);
	await disk.read();
	expect(answering.draft?.answers).toEqual({ 'voice-1': 2 });

	await disk.write();
	await disk.read();
	expect(answering.draft?.answers).toEqual({ 'voice-1': 2 });
});

test('an answer stays on the screen when another tab is heard while it is written', async () => {
	const disk = slowDisk();
	const answering = new Answering(disk.store);
	void answering.read();
	await disk.read();

	void answering.answer('voice-1', 2);
	disk.tellOfOtherTab();
	await disk.read();
	expect(answering.draft?.answers).toEqual({ 'voice-1': 2 });

	await disk.write();
	await disk.read();
	expect(answering.draft?.answers).toEqual({ 'voice-1': 2 });
});
