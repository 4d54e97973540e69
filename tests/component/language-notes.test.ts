import MarkedText from '$lib/components/language/MarkedText.svelte';
import NoteList from '$lib/components/language/NoteList.svelte';
import { languageRules } from '$lib/content/language-rules';
import { lensOf } from '$lib/domain/language/lens';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

const text = 'My people met.\n\nWe need more heads, and no exceptions.';
const { marks, words } = lensOf(languageRules).read(text, { kind: 'memo' });

function notes(canInsert: boolean) {
	const on = Object.fromEntries(
		['onleaverule', 'onleave', 'onuse', 'onask', 'onshow'].map((name) => [name, vi.fn()])
	) as Record<'onleaverule' | 'onleave' | 'onuse' | 'onask' | 'onshow', ReturnType<typeof vi.fn>>;
	render(NoteList, { text, words, marks, limit: 100, canInsert, ...(on as any) });
	return { user: userEvent.setup(), on };
}

test('the text stays as it was written, and each mark leads to its note', async () => {
	const onselect = vi.fn();
	const { container } = render(MarkedText, { text, marks, onselect });

	expect(container.querySelector('.text')!.textContent.replace(/\d ?\(note \d\)/g, '')).toBe(text);
	const link = screen.getByRole('link', { name: /more heads ?\(note 2\)/ });
	expect(link).toHaveAttribute('href', '#note-2');
	await userEvent.click(link);
	expect(onselect).toHaveBeenCalledExactlyOnceWith(1);
});

test('each rule says why it matters, asks a question and lists its places', () => {
	notes(false);

	const section = screen.getByRole('region', { name: 'People as somebody’s own' });
	expect(section).toHaveTextContent('Whose colleagues are they when the customer calls?');
	expect(section).toHaveTextContent('1 place · often means it');
	expect(within(section).getByRole('listitem')).toHaveTextContent('Note 1: 1 My people met.');
});

test('wording is put into the person’s own version only, and only when they ask', async () => {
	const { user, on } = notes(true);

	await user.click(screen.getByRole('button', { name: 'Use “the people I work with”' }));
	expect(on.onuse).toHaveBeenCalledExactlyOnceWith(0);
	await user.click(screen.getByRole('button', { name: 'Put the question in: note 3' }));
	expect(on.onask).toHaveBeenCalledExactlyOnceWith(2);
});

test('the text as it came offers no changes', () => {
	notes(false);
	expect(screen.queryByRole('button', { name: /Use|question/ })).toBeNull();
});

test('a place, or a whole rule, can be left alone', async () => {
	const { user, on } = notes(false);

	await user.click(screen.getByRole('button', { name: 'Leave as it is: note 2, more heads' }));
	expect(on.onleave).toHaveBeenCalledExactlyOnceWith(1);
	await user.click(screen.getByRole('button', { name: 'Stop looking for this: Closing the talk' }));
	expect(on.onleaverule).toHaveBeenCalledExactlyOnceWith('decree');
});
