import { actionsFor, talkFirstAgenda } from '$lib/components/workshop/facilitator/actions';
import FacilitatorDesk from '$lib/components/workshop/facilitator/FacilitatorDesk.svelte';
import type { FacilitatorView, Scene } from '$lib/domain/workshop/views';
import { Steering } from '$lib/live/steering.svelte';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
	clueScene,
	dimensions,
	facilitatorView,
	promiseView,
	voteResultOf
} from '../support/rooms';

const sent: { url: string; body: unknown }[] = [];
let answer: object = {};
const onlinks = vi.fn(async () => {});

beforeEach(() => {
	sent.length = 0;
	answer = { refusal: null, revision: 7 };
	HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
		this.open = true;
	};
	HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
		this.open = false;
	};
	vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
		sent.push({ url, body: JSON.parse(body) });
		return { json: async () => answer };
	});
});
afterEach(() => void vi.unstubAllGlobals());

function show(scene: Scene, changes: Partial<FacilitatorView> = {}) {
	const view = facilitatorView(scene, changes);
	return render(FacilitatorDesk, {
		view,
		dimensions,
		links: {
			join: 'https://holoscope.test/j/KTRM-4827',
			present: 'https://holoscope.test/present/p',
			recap: 'https://holoscope.test/recap/r',
			isOwner: true,
			hasCoFacilitator: false
		},
		steering: new Steering('/drive', () => view.revision),
		connection: 'live',
		serverNow: () => Date.now(),
		today: '2026-11-22',
		addressOf: (token) => `https://holoscope.test/facilitate/${token}`,
		onlinks
	});
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const steered = (command: object) => ({ url: '/drive/steer', body: { revision: 7, command } });

const focus = { placed: { as: 'too-few-to-say' as const }, totals: null };
const moments: [string, Scene, string, string][] = [
	['lobby', { kind: 'lobby' }, 'Start the workshop', 'Let people arrive'],
	['welcome', { kind: 'welcome', openPromises: [] }, 'Next: Questions', 'Say what this is'],
	[
		'questions',
		{ kind: 'questions', form: 'quick', finished: { as: 'count', finished: 9 } },
		'Next: Clues',
		'Everyone answers for themselves'
	],
	['reading', clueScene(), 'Open the vote', 'Read the five sentences aloud'],
	['voting', clueScene({ phase: 'voting' }), 'Reveal', 'Everyone chooses in silence'],
	[
		'talk after the reveal',
		clueScene({ phase: 'revealed', first: voteResultOf([5, 4, 0, 4, 4]) }),
		'Vote again',
		'Let the dots ask the question'
	],
	[
		'second vote',
		clueScene({ phase: 'voting-again', first: voteResultOf([5, 4, 0, 4, 4]) }),
		'Reveal the second vote',
		'Ask once more'
	],
	['focus waiting', { kind: 'focus', state: 'waiting', ...focus }, 'Open the dots', 'Choose where'],
	[
		'focus open',
		{ kind: 'focus', state: 'open', ...focus },
		'Close and count the dots',
		'three dots'
	],
	[
		'promises',
		{ kind: 'promises', weighing: 'waiting', promises: [promiseView()] },
		'Open weighing',
		'Collect ideas'
	],
	[
		'weighing',
		{ kind: 'promises', weighing: 'open', promises: [promiseView()] },
		'Close weighing',
		'Weigh the ideas'
	]
];

test.each(moments)(
	'at %s there is one main thing to do, and a guide',
	async (_, scene, name, words) => {
		show(scene);
		const [main] = within(
			screen.getAllByRole('group', { name: 'What you can do now' })[0]!
		).getAllByRole('button');
		expect(main).toHaveTextContent(name);
		expect(screen.getByRole('heading', { level: 2, name: new RegExp(words) })).toBeTruthy();
		for (const label of ['Say', 'How long', 'Watch for'])
			expect(screen.getByText(label)).toBeTruthy();
		const { request } = actionsFor(facilitatorView(scene), dimensions).main!;
		await fireEvent.click(main!);
		expect(sent).toEqual([steered(request)]);
	}
);

test('ending asks first, and can be thought over', async () => {
	show({ kind: 'close', answered: { as: 'nearly-all' }, promises: [] });
	const [end] = screen.getAllByRole('button', { name: 'End the workshop' });
	await fireEvent.click(end!);
	expect(sent).toEqual([]);
	await press('End it for everyone');
	expect(sent).toEqual([steered({ kind: 'end' })]);
});

test('the opening question fits what the dots look like', () => {
	show(
		clueScene({ phase: 'revealed', first: voteResultOf([0, 0, 0, 9, 8], { shape: 'agreement' }) })
	);
	expect(screen.getByText(/Which moment of the last four weeks shows it best/)).toBeTruthy();
	expect(screen.getByText(/nobody wants to stand out/)).toBeTruthy();
});

test('a press that a co-facilitator was quicker with is explained, and nothing is lost', async () => {
	answer = { refusal: 'room-moved-on', message: 'The room had moved on already.' };
	show(clueScene());
	await press('Open the vote');
	await waitFor(() => expect(screen.getByText(/Your co-facilitator was quicker/)).toBeTruthy());
});

test('without a network the press says that nothing has changed', async () => {
	vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
	show(clueScene());
	await press('Open the vote');
	await waitFor(() => expect(screen.getByText(/No answer from the server/)).toBeTruthy());
});

test('a room too small for numbers is offered to talk instead', async () => {
	const view = facilitatorView({ kind: 'welcome', openPromises: [] });
	expect(talkFirstAgenda(view).steps.map(({ kind }) => kind)).toEqual([
		'welcome',
		'talk',
		'promises',
		'close'
	]);
	const atClues = facilitatorView(clueScene());
	expect(talkFirstAgenda(atClues).steps.map(({ kind }) => kind)).toEqual([
		'welcome',
		'clues',
		'talk',
		'promises',
		'close'
	]);
	show({ kind: 'welcome', openPromises: [] }, { isTooFewForNumbers: true, people: 3 });
	await press('Talk without votes');
	await waitFor(() => expect(sent).toHaveLength(2));
	expect(sent[1]).toEqual(steered({ kind: 'go-to', step: 1 }));
});

test('keys do what the buttons do, but never while somebody types', async () => {
	show({ kind: 'promises', weighing: 'waiting', promises: [promiseView()] });
	await press('Write down an idea');
	await fireEvent.keyDown(screen.getByLabelText('What will be done'), { key: 'n' });
	expect(sent).toEqual([]);
	await fireEvent.keyDown(document.body, { key: 'n' });
	expect(sent).toEqual([steered({ kind: 'next' })]);
});

test('keys can be turned off', async () => {
	show(clueScene());
	await fireEvent.keyDown(document.body, { key: '?' });
	await fireEvent.click(screen.getByLabelText('Use shortcuts on this page'));
	await fireEvent.keyDown(document.body, { key: 'n' });
	expect(sent).toEqual([]);
});

test('the room goes to any step or dimension of its agenda', async () => {
	show(clueScene());
	await fireEvent.click(screen.getByRole('button', { name: /^Promises/ }));
	await waitFor(() =>
		expect(screen.getByRole('group', { name: 'What you can do now' })).toHaveAttribute(
			'aria-busy',
			'false'
		)
	);
	await fireEvent.click(screen.getByRole('button', { name: /^Rules and relationships/ }));
	expect(sent.map(({ body }) => (body as { command: object }).command)).toEqual([
		{ kind: 'go-to', step: 4 },
		{ kind: 'choose-clue', clue: 2 }
	]);
});

test('steps can be put in another order', async () => {
	show({ kind: 'lobby' });
	await press('Change the agenda');
	await press('Later: Welcome');
	await press('Take out Focus');
	await press('Save the agenda');
	const { command } = sent[0]!.body as { command: { agenda: { steps: { kind: string }[] } } };
	expect(command.agenda.steps.map(({ kind }) => kind)).toEqual([
		'questions',
		'welcome',
		'clues',
		'promises',
		'close'
	]);
});

test('a promise is accepted with an owner and a day', async () => {
	show({ kind: 'promises', weighing: 'closed', promises: [promiseView()] });
	await press('Accept: We ask a customer before we fix a plan');
	await fireEvent.input(screen.getByLabelText('Who takes it on'), { target: { value: 'Mira' } });
	await fireEvent.input(screen.getByLabelText('Until'), { target: { value: '2026-12-18' } });
	await press('Accept it');
	expect(sent).toEqual([
		{
			url: '/drive/promises/a',
			body: {
				kind: 'accept',
				words: 'We ask a customer before we fix a plan',
				serves: 'They see what came of it',
				dimension: 'voice',
				owner: 'Mira',
				dueOn: '2026-12-18'
			}
		}
	]);
});

test('a text that hurts is hidden and can be brought back', async () => {
	const scene = { kind: 'promises' as const, weighing: 'waiting' as const };
	const { unmount } = show({ ...scene, promises: [promiseView()] });
	await press('Hide: We ask a customer before we fix a plan');
	unmount();
	show({ ...scene, promises: [] }, { hidden: [promiseView()] });
	await press('Bring back: We ask a customer before we fix a plan');
	expect(sent.map(({ body }) => body)).toEqual([{ kind: 'hide' }, { kind: 'show' }]);
});

test('a co-facilitator’s link is shown once, and can be taken back', async () => {
	answer = { refusal: null, token: 'co' };
	show({ kind: 'lobby' });
	await press('Make a link for a co-facilitator');
	await waitFor(() =>
		expect(screen.getByDisplayValue('https://holoscope.test/facilitate/co')).toBeTruthy()
	);
	await press('Take the link back');
	await waitFor(() => expect(screen.getByText(/opens nothing any more/)).toBeTruthy());
});

test('the links of screen and recap are renewed together', async () => {
	show({ kind: 'lobby' });
	const [renew] = screen.getAllByRole('button', { name: /^Renew the screen/, hidden: true });
	await fireEvent.click(renew!);
	await waitFor(() => expect(screen.getByText('Both links are new.')).toBeTruthy());
	expect(sent).toEqual([{ url: '/drive/links', body: {} }]);
	expect(onlinks).toHaveBeenCalledTimes(1);
});

test('the timer is started from presets and stopped', async () => {
	const { unmount } = show(clueScene());
	await press('3 minutes');
	unmount();
	show(clueScene(), { timer: { seconds: 180, endsAt: Date.now() + 180_000 } });
	expect(screen.getByRole('timer')).toHaveTextContent(/3:00/);
	await press('Stop the timer');
	expect(sent).toEqual([
		steered({ kind: 'start-timer', seconds: 180 }),
		steered({ kind: 'stop-timer' })
	]);
});
