import ParticipantScreen from '$lib/components/workshop/participant/ParticipantScreen.svelte';
import { holoscope } from '$lib/content/instruments';
import type { OwnPart, ParticipantView, Scene } from '$lib/domain/workshop/views';
import type { VoteResult } from '$lib/domain/workshop/results';
import { Participation } from '$lib/live/participation.svelte';
import type { Reply } from '$lib/live/outbox';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';

const room: ParticipantView = {
	role: 'participant',
	revision: 3,
	stage: 'running',
	organization: 'Lumen',
	team: 'Harbor',
	instrument: holoscope.id,
	edition: holoscope.edition,
	openness: 'anonymous',
	k: 5,
	people: 12,
	isTooFewForNumbers: false,
	steps: [{ kind: 'clues', minutes: 30 }],
	step: 0,
	dimensions: ['voice', 'regard'],
	clue: 0,
	timer: null,
	isFacilitatorHere: true,
	scene: { kind: 'lobby' }
};
const own: OwnPart = {
	alias: null,
	recoveryCode: '7K3M-Q2RD-0VXT-94HN',
	votes: {},
	dots: [],
	dotsLeft: 3,
	weights: {},
	closing: null,
	answers: [],
	hasFinishedQuestions: false,
	texts: []
};
const about = {
	start: '/workshops/one',
	mark: 'mine',
	contract: { openness: 'anonymous' as const, k: 5, keptUntil: '2027-06-30' },
	headcount: 12,
	form: 'quick',
	scale: holoscope.scale,
	questions: [],
	dimensions: [...holoscope.dimensions]
};
const promise = {
	id: 'p1',
	words: 'Call two customers',
	serves: 'They are heard',
	dimension: 'voice',
	owner: 'Mira',
	dueOn: '2026-12-18',
	state: 'proposed' as const,
	weight: null
};

/** A phone in a room at this scene; the server says what the test decides, “done” by default. */
async function phone(
	scene: Scene,
	{
		mine = {},
		view = {},
		replies = [],
		connection = 'live'
	}: {
		mine?: Partial<OwnPart>;
		view?: Partial<ParticipantView>;
		replies?: Reply[];
		connection?: 'live' | 'lost';
	} = {}
) {
	const sent: [string, object][] = [];
	const port = {
		async post(path: string, body: object): Promise<Reply> {
			sent.push([path, body]);
			return replies.shift() ?? { kind: 'done', body: {} };
		},
		me: async () => ({ ...own, ...mine })
	};
	const participation = new Participation({
		own: { ...own, ...mine },
		port,
		drawer: { read: () => [], write: () => {} }
	});
	const props = {
		view: { ...room, ...view, scene },
		connection,
		serverNow: () => 0,
		about,
		code: 'KTRM-4827',
		participation,
		port,
		item: null
	};
	const rendered = render(ParticipantScreen, props);
	// Some scenes are loaded once the page stands.
	await vi.dynamicImportSettled();
	await tick();
	return { sent, participation, ...rendered };
}

const clue = (changes: Partial<Extract<Scene, { kind: 'clues' }>> = {}): Scene => ({
	kind: 'clues',
	dimension: 'voice',
	phase: 'voting',
	voted: { as: 'too-few-to-say' },
	first: null,
	second: null,
	...changes
});
const result: VoteResult = {
	n: 12,
	mean: { as: 'value', value: 2.6 },
	dots: { as: 'counts', counts: [1, 5, 4, 2, 0] },
	shape: 'spread',
	moved: null,
	voters: null
};

test('the lobby says that one is in, what was promised, and how to come back', async () => {
	await phone({ kind: 'lobby' });
	expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('You are in.');
	expect(screen.getAllByText(/no numbers are shown for fewer than 5 people/)[0]).toBeVisible();
	expect(screen.getByDisplayValue('7K3M-Q2RD-0VXT-94HN')).toBeInTheDocument();
	expect(screen.getByText(/join with the code KTRM-4827/)).toBeInTheDocument();
});

test('the welcome opens with promises that are still open', async () => {
	await phone({ kind: 'welcome', openPromises: [{ ...promise, state: 'accepted' }] });
	expect(screen.getByText('Call two customers')).toBeVisible();
	expect(screen.getByText('Mira, by December 18, 2026')).toBeVisible();
});

test('before a vote there are five sentences and nothing to press', async () => {
	await phone(clue({ phase: 'reading', voted: null }));
	expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(5);
	expect(screen.queryByRole('radio')).toBeNull();
});

test('a room that is too small for numbers is told so instead of being asked', async () => {
	await phone(clue({ phase: 'reading', voted: null }), { view: { isTooFewForNumbers: true } });
	expect(screen.getByText(/this is a talk without a vote/)).toBeVisible();
});

test('a vote is one of five sentences, can be changed, and counts its changes', async () => {
	const { sent } = await phone(clue());
	const user = userEvent.setup();
	const options = within(screen.getByRole('radiogroup')).getAllByRole('radio');
	expect(options).toHaveLength(5);

	await user.click(options[3]!);
	await user.click(options[1]!);
	expect(options[1]).toBeChecked();
	expect(screen.getByText(/Saved. You can change it/)).toBeVisible();
	const vote = { dimension: 'voice', ballot: 'first' };
	expect(sent).toEqual([
		['votes', { ...vote, level: 4, revision: 1 }],
		['votes', { ...vote, level: 2, revision: 2 }]
	]);
});

test('a vote without a connection is shown, kept, and sent once it is back', async () => {
	const { sent, participation } = await phone(clue(), {
		replies: [{ kind: 'lost' }],
		connection: 'lost'
	});
	const user = userEvent.setup();
	await user.click(screen.getAllByRole('radio')[3]!);
	expect(screen.getAllByRole('radio')[3]).toBeChecked();
	expect(screen.getByText(/Kept on this phone/)).toBeVisible();
	expect(screen.getByText(/Your answers are safe/)).toBeVisible();

	await participation.send();
	expect(participation.waiting).toEqual([]);
	expect(sent).toHaveLength(2);
	expect(sent[1]).toEqual(sent[0]);
});

test('a vote that came too late is taken back, and the reason said', async () => {
	await phone(clue(), {
		replies: [{ kind: 'refused', refusal: 'vote-closed', message: 'This vote is closed.' }]
	});
	await userEvent.setup().click(screen.getAllByRole('radio')[3]!);
	expect(await screen.findByText('This vote is closed.')).toBeVisible();
	expect(screen.getAllByRole('radio')[3]).not.toBeChecked();
});

test('after the reveal the phone shows the room’s dots, one’s own choice and a question', async () => {
	await phone(clue({ phase: 'revealed', voted: null, first: result }), {
		mine: { votes: { voice: { first: { level: 2, revision: 1 } } } }
	});
	expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Voice: what the room chose');
	expect(screen.getByText(/You chose: 2\./)).toBeVisible();
	expect(screen.getByText(/Who tells a moment from the low end/)).toBeVisible();
});

test('a second vote begins where the first one ended', async () => {
	await phone(clue({ phase: 'voting-again', first: result }), {
		mine: { votes: { voice: { first: { level: 2, revision: 1 } } } }
	});
	expect(screen.getAllByRole('radio')[1]).toBeChecked();
	expect(screen.getByText(/your first choice stands/)).toBeVisible();
});

test('after the second vote both pictures and the number that moved are there', async () => {
	const second = { ...result, moved: 6 };
	await phone(clue({ phase: 'revealed-again', voted: null, first: result, second }));
	expect(screen.getByRole('heading', { name: 'Before the talk' })).toBeVisible();
	expect(screen.getByRole('heading', { name: 'After the talk' })).toBeVisible();
	expect(screen.getByText('6 people chose anew after the talk.')).toBeVisible();
});

test('dots are placed and taken back, and there are three', async () => {
	const { sent } = await phone({
		kind: 'focus',
		state: 'open',
		placed: { as: 'too-few-to-say' },
		totals: null
	});
	const user = userEvent.setup();
	const place = screen.getByRole('button', { name: 'Place a dot on Voice' });
	for (let i = 0; i < 4; i++) await user.click(place);
	expect(screen.getByText(/All your dots are placed/)).toBeVisible();
	await user.click(screen.getByRole('button', { name: 'Take a dot back from Voice' }));
	expect(screen.getByText('One dot left')).toBeVisible();
	expect(sent.map(([, body]) => body)).toEqual([
		{ kind: 'place', dimension: 'voice', placed: 0 },
		{ kind: 'place', dimension: 'voice', placed: 1 },
		{ kind: 'place', dimension: 'voice', placed: 2 },
		{ kind: 'take-back', dimension: 'voice', placed: 3 }
	]);
});

test('closed dots show their sums, and a hidden one says which rule hides it', async () => {
	await phone({
		kind: 'focus',
		state: 'closed',
		placed: { as: 'too-few-to-say' },
		totals: [
			{ dimension: 'voice', total: { as: 'value', value: 7 } },
			{
				dimension: 'regard',
				total: { as: 'hidden', because: 'small-group', instead: 'more-answers', needed: 5 }
			}
		]
	});
	expect(screen.getByText('7 dots')).toBeVisible();
	expect(screen.queryByRole('button', { name: /Place a dot/ })).toBeNull();
	expect(screen.getByText(/Fewer than 5 answered here/)).toBeVisible();
});

test('a promise is weighed with one tap while weighing is open', async () => {
	const { sent } = await phone({ kind: 'promises', weighing: 'open', promises: [promise] });
	const group = screen.getByRole('group', { name: /Call two customers/ });
	await userEvent.setup().click(within(group).getByRole('button', { name: 'Against' }));
	expect(within(group).getByRole('button', { name: 'Against' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	expect(sent).toEqual([['weights', { promiseId: 'p1', weight: -1 }]]);
});

test('a proposal that could not be sent keeps its words', async () => {
	const { sent } = await phone(
		{ kind: 'promises', weighing: 'waiting', promises: [] },
		{ replies: [{ kind: 'lost' }] }
	);
	const user = userEvent.setup();
	await user.click(screen.getByText('Propose something'));
	await user.click(screen.getByRole('button', { name: 'Propose it' }));
	expect(sent).toEqual([]);
	await user.type(screen.getByLabelText('What will we do?'), 'Call two customers');
	await user.type(screen.getByLabelText(/serve the customer/), 'They are heard');
	await user.click(screen.getByRole('button', { name: 'Propose it' }));
	expect(screen.getByText(/Your words are still here/)).toBeVisible();
	expect(screen.getByLabelText('What will we do?')).toHaveValue('Call two customers');

	await user.click(screen.getByRole('button', { name: 'Propose it' }));
	expect(screen.getByText('Your proposal is in the room.')).toBeVisible();
	expect(screen.getByLabelText('What will we do?')).toHaveValue('');
});

test('the two closing questions are sent together, after the second tap', async () => {
	const { sent } = await phone({ kind: 'close', answered: { as: 'too-few-to-say' }, promises: [] });
	const user = userEvent.setup();
	const [first, second] = screen.getAllByRole('group');
	await user.click(within(first!).getByRole('radio', { name: /4/ }));
	expect(sent).toEqual([]);
	expect(screen.getByText('One tap is missing.')).toBeVisible();
	await user.click(within(second!).getByRole('radio', { name: /5/ }));
	expect(sent).toEqual([['closing', { wellSpent: 4, withEachOther: 5 }]]);
});

test('the end leads to the recap', async () => {
	await phone({ kind: 'ended', promises: [{ ...promise, state: 'accepted' }], closing: null });
	expect(screen.getByRole('link', { name: 'Open the recap' })).toHaveAttribute(
		'href',
		'/workshops/one/recap'
	);
});

test('whoever does not see the page hears what the room does now', async () => {
	const { rerender } = await phone(clue({ phase: 'reading', voted: null }));
	const status = screen.getAllByRole('status')[0]!;
	expect(status).toHaveTextContent('Now: Clues. Voice');
	await rerender({ view: { ...room, scene: clue() } });
	expect(status).toHaveTextContent('The vote on Voice is open.');
	await rerender({ view: { ...room, scene: clue({ phase: 'revealed', first: result }) } });
	expect(status).toHaveTextContent('The votes on Voice are revealed.');
});

describe('who reads what is written in give and get', () => {
	const giveGet = (changes: object = {}): Scene => ({
		kind: 'give-get',
		whole: {
			parties: [
				{ id: 'team', name: 'Harbor', kind: 'team' },
				{ id: 'customers', name: 'Our customers', kind: 'customer' },
				{ id: 'person:Ana', name: 'Ana', kind: 'person' }
			],
			entries: [],
			same: [],
			different: []
		},
		isShown: false,
		isForRound: true,
		written: { as: 'count', finished: 0 },
		canShow: false,
		...changes
	});
	const words = /also stands with the results of the round/;
	async function toldOn(...given: Parameters<typeof phone>) {
		const { sent } = await phone(...given);
		const isSaid = screen.queryByText(words) !== null;
		await userEvent.type(screen.getByLabelText('What'), 'An offer');
		await userEvent.click(screen.getByRole('button', { name: 'Add' }));
		const [, body] = sent.find(([path]) => path === 'texts')!;
		return { isSaid, told: (body as { told?: string }).told };
	}

	test('is said before anybody writes, and goes along with the text', async () => {
		expect(await toldOn(giveGet())).toEqual({ isSaid: true, told: 'round-results' });
	});

	test.each([
		['in a round of one team', giveGet({ isForRound: false }), {}],
		[
			'by whoever writes for themselves',
			giveGet(),
			{ view: { openness: 'open' as const }, mine: { alias: 'Ana' } }
		]
	])('is the room alone %s, and no text claims more', async (_, scene, options) => {
		expect(await toldOn(scene, options)).toEqual({ isSaid: false, told: undefined });
	});
});
