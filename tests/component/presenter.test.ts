import PresenterScreen from '$lib/components/workshop/presenter/PresenterScreen.svelte';
import type { PresenterView, Scene } from '$lib/domain/workshop/views';
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { clueScene, dimensions, presenterView, promiseView, voteResultOf } from '../support/rooms';

function props(view: PresenterView) {
	return {
		view,
		dimensions,
		joinPlace: 'holoscope.test/join',
		joinAddress: 'https://holoscope.test/j/KTRM-4827',
		recap: 'https://holoscope.test/recap/abc',
		connection: 'live' as const,
		serverNow: () => Date.now()
	};
}
const show = (scene: Scene, changes: Partial<PresenterView> = {}) =>
	render(PresenterScreen, props(presenterView(scene, changes)));
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

const accepted = promiseView({ state: 'accepted', owner: 'Mira', dueOn: '2026-12-18' });
const scenes: [string, Scene, string][] = [
	['lobby', { kind: 'lobby' }, 'Welcome. Join with your phone.'],
	['welcome', { kind: 'welcome', openPromises: [] }, 'Where are we between monolith and hologram?'],
	[
		'questions',
		{ kind: 'questions', form: 'quick', finished: { as: 'nearly-all' } },
		'Take your time. Answer for yourself.'
	],
	['clues', clueScene(), 'Voice'],
	['talk', { kind: 'talk', dimension: 'regard' }, 'Regard'],
	[
		'focus',
		{ kind: 'focus', state: 'open', placed: { as: 'count', finished: 9 }, totals: null },
		'Where do we begin?'
	],
	['promises', { kind: 'promises', weighing: 'waiting', promises: [] }, 'What do we promise?'],
	['close', { kind: 'close', answered: { as: 'nearly-all' }, promises: [] }, 'Two last questions']
];

test.each(scenes)(
	'the screen says how to join during %s, and has one headline',
	(_, scene, words) => {
		show(scene);
		expect(heading()).toBe(words);
		expect(screen.getByText('KTRM-4827')).toBeTruthy();
		expect(screen.getByText('holoscope.test/join')).toBeTruthy();
		expect(screen.getByText('17 people are here')).toBeTruthy();
		expect(screen.getByRole('img', { name: /QR code/ })).toBeTruthy();
	}
);

test.each(scenes)('nothing on the screen drives the room during %s', (_, scene) => {
	show(scene);
	const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
	expect(names).toEqual(['Turn the sound off', 'Full screen']);
});

test('while people vote the screen shows the five sentences and a count, and no dot', () => {
	const { container } = show(clueScene({ phase: 'voting', voted: { as: 'count', finished: 11 } }));
	expect(screen.getAllByRole('listitem')).toHaveLength(5);
	expect(screen.getByText('Voted: 11 of 17')).toBeTruthy();
	expect(container.querySelector('circle')).toBeNull();
});

test('at the reveal the dots fall; later they lie still', async () => {
	const { container, rerender } = show(clueScene({ phase: 'voting' }));
	const revealed = clueScene({ phase: 'revealed', first: voteResultOf([5, 4, 0, 4, 4]) });
	await rerender(props(presenterView(revealed, { revision: 8 })));

	expect(heading()).toBe('You see this from two sides.');
	expect(screen.getByText(/One moment from each side/)).toBeTruthy();
	expect(container.querySelectorAll('circle.falls')).toHaveLength(17);
	expect(screen.getByText('two camps')).toBeTruthy();

	const again = show(revealed).container;
	expect(again.querySelectorAll('circle')).toHaveLength(17);
	expect(again.querySelectorAll('circle.falls')).toHaveLength(0);
});

test('after the second vote both pictures stand side by side, with how many moved', () => {
	show(
		clueScene({
			phase: 'revealed-again',
			first: voteResultOf([5, 4, 0, 4, 4]),
			second: voteResultOf([2, 2, 9, 2, 2], { shape: 'spread', moved: 8 })
		})
	);
	expect(screen.getByRole('heading', { name: 'Before the talk' })).toBeTruthy();
	expect(screen.getByRole('heading', { name: 'After the talk' })).toBeTruthy();
	expect(screen.getByText('8 of you moved.')).toBeTruthy();
});

test('a second vote that would show what a few changed is hidden, and says so', () => {
	const hidden = {
		as: 'hidden',
		because: 'second-vote',
		instead: 'next-round',
		needed: 5
	} as const;
	show(
		clueScene({
			phase: 'revealed-again',
			first: voteResultOf([5, 4, 0, 4, 4]),
			second: { n: null, mean: hidden, dots: hidden, shape: null, moved: null, voters: null }
		})
	);
	expect(screen.getByText(/Fewer than 5 people changed their vote/)).toBeTruthy();
});

test('closed dots are rows of dots, most first', () => {
	show({
		kind: 'focus',
		state: 'closed',
		placed: { as: 'nearly-all' },
		totals: [
			{ dimension: 'voice', total: { as: 'value', value: 4 } },
			{ dimension: 'rules', total: { as: 'value', value: 9 } },
			{ dimension: 'roles', total: { as: 'bound', side: 'or-less', value: 3 } }
		]
	});
	const rows = screen.getAllByRole('row').slice(1);
	expect(rows.map(({ textContent }) => textContent)).toEqual([
		expect.stringContaining('9 dots'),
		expect.stringContaining('4 dots'),
		expect.stringContaining('3 dots or fewer')
	]);
});

test('promises stand with owner and day, before the ideas that are left', () => {
	show({
		kind: 'promises',
		weighing: 'closed',
		promises: [promiseView({ id: 'b', words: 'Swap jobs for a day' }), accepted]
	});
	expect(heading()).toBe('We promise');
	expect(screen.getByText('Mira, until December 18, 2026')).toBeTruthy();
	expect(screen.getByText('Swap jobs for a day')).toBeTruthy();
});

test('at the end the screen shows the recap in place of the code', () => {
	show(
		{
			kind: 'ended',
			promises: [accepted],
			closing: {
				wellSpent: { as: 'value', value: 4.5 },
				withEachOther: { as: 'bound', side: 'or-more', value: 4.8 }
			}
		},
		{ code: null }
	);
	expect(screen.queryByText('KTRM-4827')).toBeNull();
	expect(screen.getByRole('link', { name: 'holoscope.test/recap/abc' })).toBeTruthy();
	expect(screen.getByText('4.8 or more of 5')).toBeTruthy();
});

test('a room too small for numbers is told on every screen', () => {
	show(clueScene(), { isTooFewForNumbers: true, people: 3 });
	expect(screen.getByText('Numbers are shown from 5 people on. Until then, we talk.')).toBeTruthy();
});
