import {
	answered,
	confirmed,
	isWaiting,
	merged,
	newSheet,
	unsent,
	valuesOf
} from '$lib/device/sheet-in-round';
import { isSheetInRound } from '$lib/device/sheet-in-round-check';
import { newRoundShelf } from '$lib/device/round-shelf';
import { expect, test, vi } from 'vitest';

const fresh = newSheet({
	mark: 'mine',
	link: 'secret',
	instrument: 'holoscope',
	edition: '2026.1',
	form: 'quick',
	lens: 'member',
	organization: 'Lumen'
});

test('a new answer is newer than all that is known of its item', () => {
	const once = answered(fresh, 'voice-1', 4);
	const twice = answered(once, 'voice-1', null);

	expect(unsent(twice)).toEqual([{ item: 'voice-1', value: null, revision: 2 }]);
	expect(answered(twice, 'voice-1', null)).toBe(twice);
	expect(valuesOf(twice)).toEqual({ 'voice-1': null });
});

test('what was changed while it was sent stays unsent', () => {
	const first = answered(fresh, 'voice-1', 4);
	const sent = unsent(first);
	const changed = answered(first, 'voice-1', 2);

	expect(isWaiting(confirmed(first, sent))).toBe(false);
	expect(unsent(confirmed(changed, sent))).toEqual(unsent(changed));
});

test.each([
	['the server’s, where this device has none', null, { value: 3, revision: 2 }, 3, true],
	['the server’s, where it is newer', { value: 1, sent: true }, { value: 3, revision: 2 }, 3, true],
	[
		'this device’s, where it is not sent',
		{ value: 1, sent: false },
		{ value: 3, revision: 9 },
		1,
		false
	],
	['this device’s, where the server has lost it', { value: 1, sent: true }, null, 1, false]
])('merging keeps %s', (_, here, there, value, isSent) => {
	const typed = here ? answered(fresh, 'voice-1', here.value) : fresh;
	const sheet = here?.sent ? confirmed(typed, unsent(typed)) : typed;
	const result = merged(sheet, there ? [{ item: 'voice-1', ...there }] : []);

	expect(result.answers['voice-1']).toMatchObject({ value, isSent });
	if (there && !isSent) expect(unsent(result)[0]!.revision).toBeGreaterThan(there.revision);
});

test.each([
	['what we keep', fresh, true],
	['answers', answered(fresh, 'voice-1', 4), true],
	['a wish to hand in', { ...fresh, finish: 'wanted' }, true],
	['nothing', undefined, false],
	['an unknown state', { ...fresh, finish: 'perhaps' }, false],
	[
		'a revision below one',
		{ ...fresh, answers: { a: { value: 1, revision: 0, isSent: true } } },
		false
	],
	[
		'an answer that is text',
		{ ...fresh, answers: { a: { value: '1', revision: 1, isSent: true } } },
		false
	],
	['no link', { ...fresh, link: undefined }, false]
])('reads %s back from the storage only if it is right', (_, record, expected) => {
	expect(isSheetInRound(record)).toBe(expected);
});

test('goes on in memory where storage is forbidden', async () => {
	vi.stubGlobal('indexedDB', undefined);
	const shelf = newRoundShelf();
	await shelf.change('mine', () => fresh);
	await shelf.change('mine', (before) => before && answered(before, 'voice-1', 4));

	expect(shelf.durability).toBe('memory');
	expect(valuesOf((await shelf.find('mine'))!)).toEqual({ 'voice-1': 4 });
	expect((await shelf.findByLink('secret'))?.mark).toBe('mine');
	await shelf.remove('mine');
	expect(await shelf.find('mine')).toBeUndefined();
	vi.unstubAllGlobals();
});
