import { agendaFrom, agendaSchema, plannedMinutes } from '$lib/domain/workshop/agenda';
import {
	closingRefusal,
	DOTS,
	placeDot,
	promiseRefusal,
	takeDotBack
} from '$lib/domain/workshop/take-part';
import { newWorkshop, type Workshop } from '$lib/domain/workshop/workshop';
import { describe, expect, test } from 'vitest';

const dimensions = ['voice', 'regard', 'rules', 'roles', 'power', 'whole', 'stories', 'outside-in'];
const agenda = agendaFrom('ninety-minutes', dimensions);
const at = (step: number, more: Partial<Workshop> = {}): Workshop => ({
	...newWorkshop(agenda),
	stage: 'running',
	step,
	...more
});

describe('agendas', () => {
	test.each([
		['ninety-minutes', 90],
		['sixty-minutes', 60],
		['thirty-minutes', 30],
		['own-words', 90],
		['talk-first', 60]
	] as const)('%s takes %i minutes and is valid', (template, minutes) => {
		const offered = agendaFrom(template, dimensions);
		expect(plannedMinutes(offered)).toBe(minutes);
		expect(agendaSchema.safeParse(offered).success).toBe(true);
	});

	test('in own words nobody votes on a dimension, and a promise can be for any of them', () => {
		const own = agendaFrom('own-words', dimensions);
		const kinds = own.steps.map(({ kind }) => kind);
		expect(kinds).toEqual(['welcome', 'who-we-are', 'voices', 'give-get', 'promises', 'close']);
		expect(own.dimensions).toEqual(dimensions);
	});

	test.each([
		['no step', { steps: [], dimensions: [] }],
		['a step twice', { ...agenda, steps: [agenda.steps[0], agenda.steps[0]] }],
		['clues without a dimension', { ...agenda, dimensions: [] }],
		[
			'promises without a dimension',
			{ steps: [{ kind: 'promises', minutes: 20 }], dimensions: [] }
		],
		['a dimension twice', { ...agenda, dimensions: ['voice', 'voice'] }]
	])('refuse %s', (_, broken) => {
		expect(agendaSchema.safeParse(broken).success).toBe(false);
	});
});

describe('dots', () => {
	const open = at(3, { focus: 'open' });

	test('may pile up, and end after three', () => {
		expect(placeDot(open, ['rules'], 'rules')).toEqual({ placed: ['rules', 'rules'] });
		expect(placeDot(open, Array(DOTS).fill('rules'), 'voice')).toEqual({ refusal: 'no-dots-left' });
	});

	test('can be taken back one by one', () => {
		expect(takeDotBack(open, ['rules', 'voice', 'rules'], 'rules')).toEqual({
			placed: ['rules', 'voice']
		});
		expect(takeDotBack(open, ['voice'], 'rules')).toEqual({ refusal: 'no-dot-to-take-back' });
	});

	test.each([
		['before they are opened', at(3)],
		['once they are closed', at(3, { focus: 'closed' })],
		['in another step', at(2, { focus: 'open' })]
	])('stay as they are %s', (_, workshop) => {
		expect(placeDot(workshop, [], 'rules')).toEqual({ refusal: 'focus-closed' });
		expect(takeDotBack(workshop, ['rules'], 'rules')).toEqual({ refusal: 'focus-closed' });
	});
});

test('promises and closing answers are taken in their own step only', () => {
	expect(promiseRefusal(at(4))).toBeUndefined();
	expect(promiseRefusal(at(3))).toBe('promises-closed');
	expect(closingRefusal(at(5))).toBeUndefined();
	expect(closingRefusal(at(5, { stage: 'ended' }))).toBe('workshop-ended');
	expect(closingRefusal(newWorkshop(agenda))).toBe('not-started');
});
