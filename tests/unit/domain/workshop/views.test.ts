import { agendaFrom } from '$lib/domain/workshop/agenda';
import { requestSchema, sizeRefusal, type Command } from '$lib/domain/workshop/command';
import { makeViews, type WorkshopFacts } from '$lib/domain/workshop/make-views';
import type { WorkshopPromise } from '$lib/domain/workshop/promise';
import type { VoteResult } from '$lib/domain/workshop/results';
import { steer } from '$lib/domain/workshop/steer';
import { ballotFor } from '$lib/domain/workshop/take-part';
import {
	newWorkshop,
	revealedBallots,
	type Ballot,
	type Workshop
} from '$lib/domain/workshop/workshop';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const agenda = agendaFrom('ninety-minutes', ['voice', 'regard', 'rules']);
const room = (changes: Partial<Workshop>): Workshop => ({ ...newWorkshop(agenda), ...changes });
const facts = (changes: Partial<WorkshopFacts> = {}): WorkshopFacts => ({
	revision: 1,
	workshop: newWorkshop(agenda),
	about: {
		organization: 'Lumen',
		team: 'Harbor',
		instrument: 'holoscope',
		edition: '2026.1',
		form: 'quick',
		openness: 'anonymous',
		k: 5,
		code: 'KTRM-4827'
	},
	people: 7,
	progress: { as: 'too-few-to-say' },
	votes: {},
	dots: null,
	promises: [],
	weights: {},
	openPromises: [],
	texts: {},
	parties: [],
	isAcross: false,
	canShowTexts: false,
	largestPicture: null,
	closing: null,
	ledger: [],
	isFacilitatorHere: true,
	...changes
});

const result = (counts: number[]): VoteResult => ({
	n: 7,
	mean: { as: 'value', value: 3 },
	dots: { as: 'counts', counts },
	shape: 'spread',
	moved: null,
	voters: null
});

const promise = (id: string, changes: Partial<WorkshopPromise> = {}): WorkshopPromise => ({
	id,
	words: 'Ask a customer every Monday',
	serves: 'They hear from us before they complain',
	dimension: 'voice',
	owner: null,
	dueOn: null,
	state: 'proposed',
	isHidden: false,
	...changes
});

describe('the three views of a workshop', () => {
	const atPromises = room({ stage: 'running', step: 4 });

	test('show the room the same scene at the same moment', () => {
		const views = makeViews(facts({ workshop: atPromises, promises: [promise('a')] }));
		expect(views.presenter.scene).toEqual(views.participant.scene);
		expect(views.facilitator.scene).toEqual(views.participant.scene);
	});

	test('give the code to the screen and to the facilitator only', () => {
		const views = makeViews(facts());
		expect(views.presenter.code).toBe('KTRM-4827');
		expect(JSON.stringify(views.participant)).not.toContain('KTRM-4827');
	});

	test('keep a hidden text from the room, and let the facilitator bring it back', () => {
		const { facilitator, presenter, participant } = makeViews(
			facts({
				workshop: atPromises,
				promises: [promise('a', { words: 'Rude words', isHidden: true })]
			})
		);
		expect(facilitator.hidden.map(({ words }) => words)).toEqual(['Rude words']);
		expect(JSON.stringify([presenter, participant])).not.toContain('Rude words');
	});

	test('hold the sums of the dots back until they are closed', () => {
		const dots = [{ dimension: 'voice', total: { as: 'value' as const, value: 9 } }];
		const scene = (focus: 'open' | 'closed') =>
			makeViews(facts({ workshop: room({ stage: 'running', step: 3, focus }), dots })).presenter
				.scene;
		expect(scene('open')).toMatchObject({ totals: null });
		expect(scene('closed')).toMatchObject({ totals: dots });
	});

	test('tell a room that is too small for numbers, before anyone answers', () => {
		expect(makeViews(facts({ people: 4 })).participant.isTooFewForNumbers).toBe(true);
		expect(makeViews(facts({ people: 5 })).participant.isTooFewForNumbers).toBe(false);
		const open = { ...facts().about, openness: 'open' as const };
		expect(makeViews(facts({ people: 3, about: open })).participant.isTooFewForNumbers).toBe(false);
	});

	test('end with the promises that were accepted', () => {
		const { scene } = makeViews(
			facts({
				workshop: room({ stage: 'ended' }),
				promises: [promise('a'), promise('b', { state: 'accepted' })]
			})
		).participant;
		expect(scene.kind === 'ended' && scene.promises.map(({ id }) => id)).toEqual(['b']);
	});
});

describe('a room below k under an anonymous contract', () => {
	const small = { openness: 'anonymous', k: 5, people: 4, votes: 0 } as const;

	test.each(['open-vote', 'open-focus', 'open-weighing'] as const)('is refused %s', (kind) => {
		expect(sizeRefusal({ kind }, small)).toBe('too-few-in-the-room');
		expect(sizeRefusal({ kind }, { ...small, people: 5 })).toBeUndefined();
		expect(sizeRefusal({ kind }, { ...small, openness: 'open' })).toBeUndefined();
	});

	test('waits with the reveal until k have voted', () => {
		const room = { ...small, people: 9 };
		expect(sizeRefusal({ kind: 'reveal' }, { ...room, votes: 4 })).toBe('too-few-voted');
		expect(sizeRefusal({ kind: 'reveal' }, { ...room, votes: 5 })).toBeUndefined();
		expect(
			sizeRefusal({ kind: 'reveal' }, { ...room, votes: 1, openness: 'open' })
		).toBeUndefined();
	});
});

test('a facilitator cannot send counts or times of their own', () => {
	expect(requestSchema.parse({ kind: 'reveal', votes: 99 })).toEqual({ kind: 'reveal' });
	expect(requestSchema.safeParse({ kind: 'start-timer', seconds: 0 }).success).toBe(false);
	expect(requestSchema.safeParse({ kind: 'explode' }).success).toBe(false);
});

describe('whatever is pressed in whatever order', () => {
	const dimensions = agenda.dimensions;
	const someCommand = fc.oneof(
		{
			weight: 8,
			arbitrary: fc.constantFrom<Command>(
				{ kind: 'open-vote' },
				{ kind: 'reveal', votes: 7 },
				{ kind: 'vote-again' }
			)
		},
		{
			weight: 2,
			arbitrary: fc.integer({ min: 0, max: 2 }).map((clue): Command => ({
				kind: 'choose-clue',
				clue
			}))
		},
		fc
			.constantFrom(
				...(['start', 'next', 'back', 'open-focus'] as const),
				...(['close-focus', 'open-weighing', 'close-weighing', 'end'] as const)
			)
			.map((kind): Command => ({ kind })),
		fc.integer({ min: 0, max: 5 }).map((step): Command => ({ kind: 'go-to', step }))
	);
	/** The same person votes in two worlds that differ in nothing but the level. */
	const someVote = fc.record({
		participant: fc.constantFrom('ada', 'bob', 'cem'),
		dimension: fc.constantFrom(...dimensions),
		levels: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
	});

	test('no view differs by a vote that is not revealed, and all views show those that are', () => {
		let seen = 0;
		fc.assert(
			fc.property(
				fc.array(fc.oneof(someCommand, someVote), { minLength: 40, maxLength: 60 }),
				(happenings) => {
					let workshop = steerAll(newWorkshop(agenda), [
						{ kind: 'start' },
						{ kind: 'go-to', step: 2 }
					]);
					const ballots = new Map<string, [number, number]>();
					let revision = 0;

					for (const happening of happenings) {
						if ('kind' in happening) {
							const steered = steer(workshop, happening);
							if ('workshop' in steered) workshop = steered.workshop;
							revision++;
						} else {
							const { participant, dimension, levels } = happening;
							const taken = ballotFor(workshop, dimension);
							if ('ballot' in taken)
								ballots.set(`${dimension} ${taken.ballot} ${participant}`, levels);
						}
						const [one, other] = [0, 1].map((world) => {
							// A careless reader hands over every ballot there is, revealed or not.
							const votes = Object.fromEntries(
								dimensions.map((dimension) => [
									dimension,
									{ first: pile(dimension, 'first'), second: pile(dimension, 'second') }
								])
							);
							function pile(dimension: string, ballot: Ballot): VoteResult {
								const isShown = revealedBallots(workshop, dimension).includes(ballot);
								const counts = [0, 0, 0, 0, 0];
								for (const [key, levels] of ballots)
									if (key.startsWith(`${dimension} ${ballot}`))
										counts[levels[isShown ? 0 : world]! - 1]!++;
								return result(counts);
							}
							return makeViews(facts({ workshop, revision, votes }));
						});
						expect(one).toEqual(other);
						if (one!.participant.scene.kind === 'clues' && one!.participant.scene.first) seen++;
					}
				}
			),
			{ numRuns: 300 }
		);
		expect(seen).toBeGreaterThan(100);
	});
});

function steerAll(start: Workshop, commands: Command[]): Workshop {
	return commands.reduce((workshop, command) => {
		const steered = steer(workshop, command);
		return 'workshop' in steered ? steered.workshop : workshop;
	}, start);
}

describe('stories', () => {
	const withVoices = {
		...agenda,
		steps: [{ kind: 'voices' as const, minutes: 10 }, ...agenda.steps]
	};
	const story = (id: string, changes: object = {}) => ({
		id,
		body: { words: `words of ${id}`, moment: 'hologram' as const, dimension: null },
		batch: 1,
		isHidden: false,
		mayKeep: true,
		group: null,
		...changes
	});

	test('are in no view before they are read out, however many were shuffled', () => {
		const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(ids, fc.nat(), (all, at) => {
				const order = [...all].sort();
				const read = at % (order.length + 1);
				const current = read === 0 ? null : { id: order[read - 1]!, batch: 1 };
				const workshop: Workshop = {
					...newWorkshop(withVoices),
					stage: 'running',
					texts: { voices: { batches: 1, current } }
				};
				const views = makeViews(facts({ workshop, texts: { voices: all.map((id) => story(id)) } }));
				const said = JSON.stringify(views);
				for (const unread of order.slice(read)) expect(said).not.toContain(`words of ${unread}"`);
				expect(views.participant.scene).toMatchObject({ read, shown: order.length });
				expect(views.facilitator.texts).toHaveLength(read);
				expect(JSON.stringify(views)).not.toContain('mayKeep');
			})
		);
	});

	test('are in the facilitator’s sight only, once they are hidden', () => {
		const workshop: Workshop = {
			...newWorkshop(withVoices),
			stage: 'running',
			texts: { voices: { batches: 1, current: { id: 'a', batch: 1 } } }
		};
		const texts = { voices: [story('a', { isHidden: true }), story('b')] };
		const views = makeViews(facts({ workshop, texts }));
		expect(views.participant.scene).toMatchObject({ story: null, hasBegun: true, shown: 1 });
		expect(JSON.stringify(views.presenter)).not.toContain('words of');
		expect(views.facilitator.texts).toMatchObject([{ id: 'a', isHidden: true }]);
	});
});
