import type { StepKind } from '$lib/domain/workshop/agenda';
import { meetingMirror, type SeenMeeting } from '$lib/domain/workshop/meeting-mirror';
import type { Mean } from '$lib/domain/workshop/results';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { because } from '../../../support/results';

const mean = (value: number): Mean => ({ as: 'value', value });
const steps = (welcome: number, ...others: StepKind[]): SeenMeeting['steps'] => [
	{ kind: 'welcome', planned: 5, took: welcome },
	...others.map((kind) => ({ kind, planned: 10, took: 10 }))
];
const seen = (changes: Partial<SeenMeeting> = {}): SeenMeeting => ({
	steps: steps(5, 'questions', 'clues', 'promises', 'close'),
	proposals: { room: 6, desk: 2 },
	withEachOther: mean(4.2),
	wellSpent: mean(4),
	mayCount: true,
	...changes
});

describe('the meeting’s own mirror', () => {
	test.each<[string, Partial<SeenMeeting>, string]>([
		['everybody wrote, and said so', {}, 'with'],
		[
			'a long welcome, proposals from the desk, and a room that felt talked at',
			{ steps: steps(20, 'talk'), proposals: { room: 0, desk: 5 }, withEachOther: mean(1.8) },
			'at'
		],
		['the room’s own word weighs twice', { withEachOther: mean(2) }, 'between'],
		[
			'phones open, and the pen at the desk',
			{
				proposals: { room: 1, desk: 7 },
				withEachOther: mean(3),
				steps: steps(12, 'clues', 'close')
			},
			'between'
		],
		['a room too small for its own word', { withEachOther: because('small-group') }, 'with'],
		[
			'nothing but a talk without a clock',
			{ steps: [], proposals: { room: 1, desk: 0 }, withEachOther: null },
			'too-little'
		],
		[
			'one sign alone is no picture',
			{ steps: [], proposals: { room: 0, desk: 0 }, withEachOther: mean(5) },
			'too-little'
		]
	])('%s', (_, changes, verdict) => {
		expect(meetingMirror(seen(changes)).verdict).toBe(verdict);
	});

	test.each([
		[5, 'with'],
		[6, 'with'],
		[7, 'between'],
		[8, 'at'],
		[30, 'at']
	])('a welcome of five minutes that takes %i leans %s', (took, leaning) => {
		const { time } = meetingMirror(seen({ steps: steps(took, 'clues') }));
		expect(time).toEqual({ leaning, counts: { took, planned: 5 } });
	});

	test.each<[room: number, desk: number, leaning: string | null, counted: boolean]>([
		[2, 0, null, false],
		[3, 0, 'with', true],
		[4, 2, 'with', true],
		[3, 3, 'between', true],
		[2, 4, 'at', true],
		[1, 5, 'at', false],
		[5, 1, 'with', false],
		[0, 4, 'at', true]
	])(
		'of proposals %i came from the room and %i from the desk: %s',
		(room, desk, leaning, counted) => {
			const { proposals } = meetingMirror(seen({ proposals: { room, desk } }));
			expect(proposals?.leaning ?? null).toBe(leaning);
			expect(proposals?.counts ?? null).toEqual(counted ? { room, all: room + desk } : null);
		}
	);

	test('counts nothing of people in a room too small for numbers, and still says which way it leaned', () => {
		const small = meetingMirror(seen({ mayCount: false, withEachOther: because('small-group') }));
		expect(small).toEqual({
			verdict: 'with',
			hands: { leaning: 'with', counts: null },
			proposals: { leaning: 'with', counts: null },
			time: { leaning: 'with', counts: { took: 5, planned: 5 } },
			closing: null
		});
	});

	test('more from the room never makes it lean further toward talked at', () => {
		const order = ['at', 'between', 'with'];
		fc.assert(
			fc.property(
				fc.nat(12),
				fc.nat(12),
				fc.double({ min: 1, max: 5, noNaN: true }),
				(room, desk, said) => {
					const verdict = (proposals: SeenMeeting['proposals'], value: number) =>
						order.indexOf(meetingMirror(seen({ proposals, withEachOther: mean(value) })).verdict);
					fc.pre(room + desk >= 3);
					expect(verdict({ room: room + 1, desk }, said)).toBeGreaterThanOrEqual(
						verdict({ room, desk }, said)
					);
					expect(verdict({ room, desk }, Math.min(5, said + 1))).toBeGreaterThanOrEqual(
						verdict({ room, desk }, said)
					);
				}
			)
		);
	});
});
