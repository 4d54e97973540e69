import { Outbox, type Reply } from '$lib/live/outbox';
import { keyOf, withMessage, type PartMessage } from '$lib/live/part-message';
import type { OwnPart } from '$lib/domain/workshop/views';
import { expect, test } from 'vitest';

const done: Reply = { kind: 'done', body: {} };
const vote = (level: number, revision: number): PartMessage => ({
	kind: 'vote',
	dimension: 'voice',
	ballot: 'first',
	level,
	revision
});

/** An outbox whose server says, in turn, what the test decides. */
function outbox(replies: Reply[], waiting: PartMessage[] = []) {
	const sent: PartMessage[] = [];
	const refused: string[] = [];
	const retries: (() => void)[] = [];
	const box = new Outbox<PartMessage>(
		{
			keyOf,
			send: async (message) => {
				sent.push(message);
				return replies.shift() ?? done;
			},
			onchange: () => {},
			onreply: (_, reply) => reply.kind === 'refused' && refused.push(reply.message),
			later: (_, work) => {
				retries.push(work);
				return () => {};
			}
		},
		waiting
	);
	return { box, sent, refused, retries };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('keeps a vote that nobody answered, and sends it again when there is a connection', async () => {
	const { box, sent } = outbox([{ kind: 'lost' }]);
	box.put(vote(4, 1));
	await settled();
	expect(box.waiting).toEqual([vote(4, 1)]);

	await box.flush();
	expect(box.waiting).toEqual([]);
	expect(sent).toEqual([vote(4, 1), vote(4, 1)]);
});

test('tries again by itself', async () => {
	const { box, retries } = outbox([{ kind: 'lost' }]);
	box.put(vote(4, 1));
	await settled();
	retries[0]!();
	await settled();
	expect(box.waiting).toEqual([]);
});

test('sends only the newest of several votes that waited', async () => {
	const { box, sent } = outbox([{ kind: 'lost' }]);
	box.put(vote(4, 1));
	box.put(vote(2, 2));
	box.put(vote(5, 3));
	await settled();
	await box.flush();
	expect(sent).toEqual([vote(4, 1), vote(4, 1), vote(5, 3)]);
});

test('sends dots in the order they were placed, none instead of another', async () => {
	const place = (placed: number): PartMessage => ({
		kind: 'dot',
		move: 'place',
		dimension: 'voice',
		placed
	});
	const { box, sent } = outbox([], [place(0), place(1)]);
	box.put(place(2));
	await settled();
	expect(sent).toEqual([place(0), place(1), place(2)]);
});

test('lets go of what the server refused, and says why', async () => {
	const refusal: Reply = {
		kind: 'refused',
		refusal: 'vote-closed',
		message: 'This vote is closed.'
	};
	const { box, refused } = outbox([refusal]);
	box.put(vote(4, 1));
	await settled();
	expect(box.waiting).toEqual([]);
	expect(refused).toEqual(['This vote is closed.']);
});

test('sends nothing more once the page is left', async () => {
	const { box, sent } = outbox([]);
	box.close();
	box.put(vote(4, 1));
	await settled();
	expect(sent).toEqual([]);
});

const own: OwnPart = {
	alias: null,
	recoveryCode: '7K3M-Q2RD-0VXT-94HN',
	votes: {},
	dots: ['voice', 'rules'],
	dotsLeft: 1,
	weights: {},
	closing: null,
	answers: [],
	hasFinishedQuestions: false,
	texts: []
};

test('shows what is on its way as if it had arrived', () => {
	expect(withMessage(own, vote(4, 1)).votes).toEqual({
		voice: { first: { level: 4, revision: 1 } }
	});
	const back = { kind: 'dot', move: 'take-back', dimension: 'voice', placed: 2 } as const;
	expect(withMessage(own, back)).toMatchObject({ dots: ['rules'], dotsLeft: 2 });
	expect(withMessage(own, { kind: 'weight', promiseId: 'p', weight: -1 }).weights).toEqual({
		p: -1
	});
});

test('never puts an older vote over a newer one from another tab', () => {
	const newer = withMessage(own, vote(2, 5));
	expect(withMessage(newer, vote(4, 3)).votes.voice?.first).toEqual({ level: 2, revision: 5 });
});
