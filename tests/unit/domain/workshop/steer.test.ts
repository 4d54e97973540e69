import { agendaFrom, type Agenda } from '$lib/domain/workshop/agenda';
import type { Command } from '$lib/domain/workshop/command';
import { steer } from '$lib/domain/workshop/steer';
import { ballotFor } from '$lib/domain/workshop/take-part';
import {
	currentDimension,
	currentStep,
	newWorkshop,
	phaseOf,
	revealedBallots,
	type Workshop
} from '$lib/domain/workshop/workshop';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const agenda = agendaFrom('ninety-minutes', ['voice', 'regard', 'rules']);

/** The workshop after commands that all must be welcome. */
function after(...commands: Command[]): Workshop {
	return commands.reduce((workshop, command) => {
		const steered = steer(workshop, command);
		if ('refusal' in steered) throw new Error(`${command.kind}: ${steered.refusal}`);
		return steered.workshop;
	}, newWorkshop(agenda));
}

function refusalOf(workshop: Workshop, command: Command) {
	const steered = steer(workshop, command);
	return 'refusal' in steered ? steered.refusal : undefined;
}

const next: Command = { kind: 'next' };
const atClues = [{ kind: 'start' }, next, next] as Command[];

describe('the facilitator', () => {
	test('walks through the steps, and through the dimensions within the clues', () => {
		const path = [...atClues, next, next, next];
		const places = path.map((_, at) => {
			const workshop = after(...path.slice(0, at + 1));
			return [currentStep(workshop), currentDimension(workshop)];
		});

		expect(places).toEqual([
			['welcome', undefined],
			['questions', undefined],
			['clues', 'voice'],
			['clues', 'regard'],
			['clues', 'rules'],
			['focus', undefined]
		]);
	});

	test('comes back from the step after the clues to the last dimension', () => {
		const workshop = after(...atClues, next, next, next, { kind: 'back' });
		expect(currentDimension(workshop)).toBe('rules');
	});

	test('opens a vote, reveals it, asks again, and reveals again', () => {
		const phases = (['open-vote', 'reveal', 'vote-again', 'reveal'] as const).map((_, at, kinds) =>
			phaseOf(
				after(...atClues, ...kinds.slice(0, at + 1).map((kind) => ({ kind, votes: 4 }) as Command)),
				'voice'
			)
		);
		expect(phases).toEqual(['voting', 'revealed', 'voting-again', 'revealed-again']);
	});

	test('may leave an open vote and come back to it', () => {
		const left = after(...atClues, { kind: 'open-vote' }, next);
		expect(ballotFor(left, 'voice')).toEqual({ refusal: 'vote-closed' });

		const back = steer(left, { kind: 'back' });
		expect('workshop' in back && ballotFor(back.workshop, 'voice')).toEqual({ ballot: 'first' });
	});

	test.each<[string, Command[], Command, string]>([
		[
			'reveal before anyone voted',
			[...atClues, { kind: 'open-vote' }],
			{ kind: 'reveal', votes: 0 },
			'nobody-voted'
		],
		['reveal what was not asked', atClues, { kind: 'reveal', votes: 3 }, 'vote-not-open'],
		[
			'ask again before the reveal',
			[...atClues, { kind: 'open-vote' }],
			{ kind: 'vote-again' },
			'not-revealed-yet'
		],
		['vote outside of the clues', [{ kind: 'start' }], { kind: 'open-vote' }, 'not-in-this-step'],
		[
			'go past the last step',
			[{ kind: 'start' }, { kind: 'go-to', step: 5 }],
			next,
			'no-such-step'
		],
		['go before the first step', [{ kind: 'start' }], { kind: 'back' }, 'no-such-step'],
		['move before the start', [], next, 'not-started'],
		['start twice', [{ kind: 'start' }], { kind: 'start' }, 'already-started'],
		['do anything after the end', [{ kind: 'end' }], next, 'workshop-ended'],
		[
			'open the dots twice',
			[{ kind: 'start' }, { kind: 'go-to', step: 3 }, { kind: 'open-focus' }],
			{ kind: 'open-focus' },
			'focus-already-open'
		],
		[
			'close dots that are not open',
			[{ kind: 'start' }, { kind: 'go-to', step: 3 }],
			{ kind: 'close-focus' },
			'focus-not-open'
		],
		[
			'jump to a step that is not planned',
			[{ kind: 'start' }],
			{ kind: 'go-to', step: 9 },
			'no-such-step'
		]
	])('cannot %s', (_, path, command, refusal) => {
		expect(refusalOf(after(...path), command)).toBe(refusal);
	});

	test('rearranges the agenda and stays where the room is', () => {
		const reversed: Agenda = {
			steps: agenda.steps.toReversed(),
			dimensions: ['rules', 'voice', 'regard']
		};
		const steered = steer(after(...atClues, { kind: 'open-vote' }), {
			kind: 'arrange',
			agenda: reversed
		});
		expect('workshop' in steered && currentDimension(steered.workshop)).toBe('voice');
	});

	test('cannot take a dimension out of the agenda that the room has voted on', () => {
		const without = { ...agenda, dimensions: ['regard', 'rules'] };
		expect(
			refusalOf(after(...atClues, { kind: 'open-vote' }, next), {
				kind: 'arrange',
				agenda: without
			})
		).toBe('step-in-use');
	});
});

test('a timer ends so many seconds from now, and leaves with the step', () => {
	const timed = after(...atClues, { kind: 'start-timer', seconds: 90, now: 1_000 });
	expect(timed.timer).toEqual({ seconds: 90, endsAt: 91_000 });
	expect(
		'workshop' in steer(timed, next) &&
			(steer(timed, next) as { workshop: Workshop }).workshop.timer
	).toBeNull();
});

describe('whatever is pressed in whatever order', () => {
	const someCommand = fc.oneof(
		fc.constantFrom<Command>(
			{ kind: 'start' },
			{ kind: 'next' },
			{ kind: 'back' },
			{ kind: 'open-vote' },
			{ kind: 'vote-again' },
			{ kind: 'open-focus' },
			{ kind: 'close-focus' },
			{ kind: 'stop-timer' }
		),
		fc.constant({ kind: 'reveal', votes: 1 } as Command),
		fc.integer({ min: -1, max: 7 }).map((step): Command => ({ kind: 'go-to', step })),
		fc.integer({ min: -1, max: 4 }).map((clue): Command => ({ kind: 'choose-clue', clue })),
		fc
			.shuffledSubarray([...agenda.dimensions], { minLength: 1 })
			.map((dimensions): Command => ({ kind: 'arrange', agenda: { ...agenda, dimensions } })),
		fc.constant({ kind: 'end' } as Command)
	);
	const someVote = fc.record({
		participant: fc.constantFrom('ada', 'bob', 'cem'),
		dimension: fc.constantFrom(...agenda.dimensions),
		level: fc.integer({ min: 1, max: 5 })
	});

	test('no unrevealed vote is visible, and no revealed one changes', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(someCommand, someVote), { maxLength: 80 }), (happenings) => {
				let workshop = newWorkshop(agenda);
				const votes = new Map<string, number>();
				const shown = new Map<string, string>();

				for (const happening of happenings) {
					if ('kind' in happening) {
						const steered = steer(workshop, happening);
						if ('workshop' in steered) workshop = steered.workshop;
					} else {
						const { participant, dimension, level } = happening;
						const taken = ballotFor(workshop, dimension);
						if ('ballot' in taken) {
							// A ballot that takes votes is never one that shows them.
							expect(revealedBallots(workshop, dimension)).not.toContain(taken.ballot);
							votes.set(`${dimension} ${taken.ballot} ${participant}`, level);
						}
					}
					for (const dimension of agenda.dimensions) {
						for (const ballot of revealedBallots(workshop, dimension)) {
							const key = `${dimension} ${ballot}`;
							const now = JSON.stringify([...votes].filter(([name]) => name.startsWith(key)));
							expect(shown.get(key) ?? now).toBe(now);
							shown.set(key, now);
						}
					}
				}
			}),
			{ numRuns: 400 }
		);
	});
});
