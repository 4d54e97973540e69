import ItemScreen from '$lib/components/form/ItemScreen.svelte';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

const options = ['Almost never', 'Seldom', 'About half the time', 'Often', 'Almost always'].map(
	(label, index) => ({ value: index + 1, label })
);

function show(answer?: number | null) {
	const onanswer = vi.fn((value: number | null) => screen_.rerender({ answer: value }));
	const onnext = vi.fn();
	const screen_ = render(ItemScreen, {
		text: 'People in my team asked questions.',
		stem: 'How often did you see this?',
		options,
		notSure: 'Not sure',
		answer,
		number: 3,
		total: 36,
		backHref: '/assess?item=2',
		nextLabel: 'Next',
		note: 'Saved on this device',
		onanswer,
		onnext
	});
	return { user: userEvent.setup(), onanswer, onnext };
}

const radio = (name: string) => screen.getByRole('radio', { name });

test('puts the focus on the new question, so that it is read and the keys work', () => {
	show();

	expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
	expect(screen.getByRole('radiogroup')).toHaveAccessibleName('People in my team asked questions.');
	expect(screen.getByRole('radiogroup')).toHaveAccessibleDescription('How often did you see this?');
	expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '3');
});

test.each([
	['1', 'Almost never', 1],
	['5', 'Almost always', 5],
	['0', 'Not sure', null]
])('the key %s answers “%s”', async (key, name, value) => {
	const { user, onanswer, onnext } = show();

	await user.keyboard(key);

	expect(onanswer).toHaveBeenCalledExactlyOnceWith(value);
	expect(radio(name)).toBeChecked();
	expect(radio(name)).toHaveFocus();
	expect(onnext).not.toHaveBeenCalled();
});

test('a key without meaning, or one that belongs to the browser, does nothing', async () => {
	const { user, onanswer } = show();

	await user.keyboard('6{Control>}1{/Control}x');

	expect(onanswer).not.toHaveBeenCalled();
});

test('arrows move without choosing, around the ends too', async () => {
	const { user, onanswer } = show();
	await user.tab();
	expect(radio('Almost never')).toHaveFocus();

	await user.keyboard('{ArrowDown}{ArrowRight}');
	expect(radio('About half the time')).toHaveFocus();
	await user.keyboard('{ArrowUp}{ArrowLeft}{ArrowUp}');
	expect(radio('Not sure')).toHaveFocus();
	await user.keyboard('{Home}{End}{ArrowDown}');
	expect(radio('Almost never')).toHaveFocus();

	expect(onanswer).not.toHaveBeenCalled();
});

test('Enter chooses where the focus is, and goes on when that is the answer', async () => {
	const { user, onanswer, onnext } = show();
	await user.tab();
	await user.keyboard('{ArrowDown}{Enter}');
	expect(onanswer).toHaveBeenCalledExactlyOnceWith(2);
	expect(onnext).not.toHaveBeenCalled();

	await user.keyboard('{Enter}');
	expect(onnext).toHaveBeenCalledOnce();
});

test('Space chooses', async () => {
	const { user, onanswer } = show(2);
	await user.tab();
	await user.keyboard('{ArrowDown}[Space]');

	expect(onanswer).toHaveBeenCalledExactlyOnceWith(3);
});

test('Enter on the question goes on when it is answered', async () => {
	const { user, onnext } = show(null);

	await user.keyboard('{Enter}');

	expect(onnext).toHaveBeenCalledOnce();
});

test('a held Enter does not run through the form', async () => {
	const { user, onnext } = show(4);

	await user.keyboard('{Enter>3}');

	expect(onnext).toHaveBeenCalledOnce();
});

test('the group is one stop for Tab, at its answer', async () => {
	const { user } = show(4);
	await user.tab();
	expect(radio('Often')).toHaveFocus();
	await user.tab();
	expect(screen.getByRole('link', { name: 'Back' })).toHaveFocus();
	await user.tab();
	expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus();
});

test('going on without an answer says what is missing, until there is one', async () => {
	const { user, onnext } = show();

	await user.click(screen.getByRole('button', { name: 'Next' }));
	expect(onnext).not.toHaveBeenCalled();
	expect(screen.getByRole('status')).toHaveTextContent('“Not sure” is an answer too');

	await user.click(radio('Not sure'));
	expect(screen.getByRole('status')).toBeEmptyDOMElement();
	await user.click(screen.getByRole('button', { name: 'Next' }));
	expect(onnext).toHaveBeenCalledOnce();
});

test('keys that come faster than the next question belong to no question', async () => {
	const { user, onanswer, onnext } = show(4);
	onnext.mockReturnValue(new Promise(() => {}));

	await user.keyboard('{Enter}2{Enter}');

	expect(onnext).toHaveBeenCalledTimes(1);
	expect(onanswer).not.toHaveBeenCalled();
});
