import fc from 'fast-check';
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerPort, Reply } from '$lib/device/answer-port';
import { AnswerSender, type Sending } from '$lib/device/answer-sender';
import { newRoundShelf, type RoundShelf } from '$lib/device/round-shelf';
import { answered, newSheet } from '$lib/device/sheet-in-round';
import type { Answerer } from '$lib/server/access/answerer';
import { createDeviceKey } from '$lib/server/access/device-key';
import { finishSheet } from '$lib/server/use-cases/finish-sheet';
import { openAnswerLink } from '$lib/server/use-cases/open-answer-link';
import { closeRound } from '$lib/server/use-cases/close-round';
import { saveAnswers } from '$lib/server/use-cases/save-answers';
import { createTestContext, type TestContext } from '../../support/context';
import { openedRound, tokenFor } from '../../support/rounds';

let context: TestContext;
beforeAll(async () => void (context = await createTestContext()));
afterAll(() => context.close());

type Fate = 'arrives' | 'lost-before' | 'lost-after' | 'twice' | 'late';

/** The use cases behind a connection that fails as it is told to. */
class Connection {
	isOnline = true;
	fates: Fate[] = [];
	/** Happens once, while the next message is on its way. */
	meanwhile: (() => Promise<unknown>) | null = null;
	/** Messages that come again when everybody has forgotten them. */
	readonly stragglers: (() => Promise<unknown>)[] = [];
	readonly #answerer: Answerer;

	constructor(answerer: Answerer) {
		this.#answerer = answerer;
	}

	readonly port: AnswerPort = {
		open: () =>
			this.#carry(async () => {
				const opened = await openAnswerLink(context, this.#answerer);
				if (opened.refusal !== null) return refused(opened.refusal);
				const { answers, isFinished } = opened;
				return { kind: 'done', body: { answers, isFinished, comment: '' } };
			}),
		save: (_, answers, finish) =>
			this.#carry(async () => {
				if (answers.length > 0) {
					const saved = await saveAnswers(context, this.#answerer, answers);
					if (saved.refusal !== null) return refused(saved.refusal);
					if (!finish) return { kind: 'done', body: { isFinished: saved.isFinished } };
				}
				const refusal = await finishSheet(context, this.#answerer);
				return refusal ? refused(refusal) : { kind: 'done', body: { isFinished: true } };
			}),
		comment: async () => ({ kind: 'lost', message: null }),
		startOver: async () => ({ kind: 'lost', message: null })
	};

	async #carry<T>(deliver: () => Promise<Reply<T>>): Promise<Reply<T>> {
		const fate = this.isOnline ? (this.fates.shift() ?? 'arrives') : 'lost-before';
		if (fate === 'lost-before') return { kind: 'lost', message: null };
		if (fate === 'late') {
			this.stragglers.push(deliver);
			return { kind: 'lost', message: null };
		}
		const reply = await deliver();
		await this.meanwhile?.();
		this.meanwhile = null;
		if (fate === 'twice') await deliver();
		return fate === 'lost-after' ? { kind: 'lost', message: null } : reply;
	}
}

function refused(refusal: string): Reply<never> {
	return { kind: 'refused', refusal, message: refusal };
}

const settings = {
	instrument: 'holoscope',
	edition: '2026.1',
	form: 'quick',
	lens: 'member' as const,
	organization: 'Lumen'
};

interface Tab {
	shelf: RoundShelf;
	sender: AnswerSender;
	sending: () => Sending | undefined;
}

function openTab(mark: string, connection: Connection): Tab {
	const shelf = newRoundShelf();
	let last: Sending | undefined;
	const sender = new AnswerSender({
		mark,
		shelf,
		port: connection.port,
		onchange: (sending) => (last = sending),
		onopened: () => {},
		// Nobody waits in a test: what is tried again is tried by the next step.
		later: () => () => {}
	});
	return { shelf, sender, sending: () => last };
}

let marks = 0;
async function someone(round: Awaited<ReturnType<typeof openedRound>>) {
	const answerer = { token: tokenFor(round, 'member'), deviceKey: createDeviceKey() };
	const connection = new Connection(answerer);
	const mark = `mark-${++marks}`;
	const tabs = [openTab(mark, connection), openTab(mark, connection)] as const;
	await tabs[0].shelf.change(mark, () => newSheet({ ...settings, mark, link: answerer.token }));
	const type = (tab: Tab, item: string, value: number | null) =>
		tab.shelf.change(mark, (before) => before && answered(before, item, value));
	const onServer = async () => {
		const opened = await openAnswerLink(context, answerer);
		if (opened.refusal !== null) throw new Error(opened.refusal);
		return {
			answers: Object.fromEntries(opened.answers.map(({ item, value }) => [item, value])),
			isFinished: opened.isFinished
		};
	};
	return { answerer, connection, mark, tabs, type, onServer };
}

const items = ['voice-1', 'regard-2', 'rules-1'];
const steps = fc.array(
	fc.oneof(
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('answer' as const),
				tab: fc.constantFrom(0 as const, 1 as const),
				item: fc.constantFrom(...items),
				value: fc.constantFrom(1, 2, 3, 4, 5, null)
			})
		},
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('send' as const),
				tab: fc.constantFrom(0 as const, 1 as const),
				fates: fc.array(
					fc.constantFrom<Fate>('arrives', 'lost-before', 'lost-after', 'twice', 'late'),
					{ maxLength: 4 }
				),
				meanwhile: fc.option(fc.constantFrom(1, 2, 3, 4, 5, null), { nil: undefined })
			})
		},
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('switch' as const) }) },
		{ weight: 1, arbitrary: fc.record({ kind: fc.constant('straggler' as const) }) }
	),
	{ maxLength: 30 }
);

test('whatever is lost, doubled or late, the server ends with what was answered last', async () => {
	const round = await openedRound(context);
	await fc.assert(
		fc.asyncProperty(steps, fc.boolean(), async (story, handsIn) => {
			const { connection, mark, tabs, type, onServer } = await someone(round);
			const expected: Record<string, number | null> = {};
			for (const step of story) {
				if (step.kind === 'switch') connection.isOnline = !connection.isOnline;
				else if (step.kind === 'straggler') await connection.stragglers.shift()?.();
				else if (step.kind === 'answer') {
					expected[step.item] = step.value;
					await type(tabs[step.tab], step.item, step.value);
				} else {
					const { tab, fates, meanwhile } = step;
					connection.fates = [...fates];
					connection.meanwhile = async () => {
						if (meanwhile === undefined) return;
						expected['voice-1'] = meanwhile;
						await type(tabs[1], 'voice-1', meanwhile);
					};
					await Promise.all([tabs[tab].sender.flush(), tabs[1].sender.flush()]);
					connection.meanwhile = null;
				}
			}
			const canHandIn = handsIn && Object.values(expected).some((value) => value !== null);
			if (canHandIn)
				await tabs[0].shelf.change(mark, (before) => ({ ...before!, finish: 'wanted' }));

			connection.isOnline = true;
			connection.fates = [];
			await tabs[0].sender.flush();
			for (const late of connection.stragglers) await late();

			expect(await onServer()).toEqual({ answers: expected, isFinished: canHandIn });
			expect(tabs[0].sending()).toEqual({ state: 'sent' });
		}),
		{ numRuns: 150 }
	);
});

test('what was typed without a connection is sent by whoever opens the page next', async () => {
	const { connection, mark, tabs, type, onServer } = await someone(await openedRound(context));
	connection.isOnline = false;
	await type(tabs[0], 'voice-1', 4);
	await tabs[0].sender.flush();
	expect(tabs[0].sending()).toEqual({ state: 'lost', message: null });
	tabs[0].sender.close();

	connection.isOnline = true;
	await openTab(mark, connection).sender.flush();
	expect((await onServer()).answers).toEqual({ 'voice-1': 4 });
});

test('sends everything again when the server was set back to a time before the sheet', async () => {
	const { tabs, type, onServer } = await someone(await openedRound(context));
	await type(tabs[0], 'voice-1', 4);
	await tabs[0].sender.flush();
	await context.db.write(async (writer) => {
		await writer.deleteFrom('answers').execute();
		await writer.deleteFrom('sheets').execute();
	});

	await type(tabs[0], 'regard-2', 2);
	await tabs[0].sender.flush();

	expect((await onServer()).answers).toEqual({ 'voice-1': 4, 'regard-2': 2 });
});

test('a closed round refuses, and what came too late stays on the device', async () => {
	const round = await openedRound(context);
	const { mark, tabs, type } = await someone(round);
	await type(tabs[0], 'voice-1', 4);
	await tabs[0].sender.flush();
	await closeRound(context, round.organizer);

	await type(tabs[0], 'voice-1', 1);
	await tabs[0].sender.flush();

	expect(tabs[0].sending()).toMatchObject({ state: 'refused', refusal: 'round-closed' });
	expect((await tabs[1].shelf.find(mark))!.answers['voice-1']).toMatchObject({
		value: 1,
		isSent: false
	});
});

test('tries again by itself, less and less often', async () => {
	const { connection, mark, tabs } = await someone(await openedRound(context));
	connection.isOnline = false;
	const delays: number[] = [];
	const sender = new AnswerSender({
		mark,
		shelf: tabs[0].shelf,
		port: connection.port,
		onchange: () => {},
		onopened: () => {},
		later: (delay) => {
			delays.push(delay);
			return () => {};
		}
	});
	for (let attempt = 0; attempt < 8; attempt++) await sender.flush();

	expect(delays).toEqual([1, 2, 4, 8, 16, 30, 30, 30].map((seconds) => seconds * 1_000));
});
