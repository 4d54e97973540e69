import { agendaFrom } from '$lib/domain/workshop/agenda';
import { steer } from '$lib/domain/workshop/steer';
import type { Command } from '$lib/domain/workshop/command';
import { stepsTaken, ticked } from '$lib/domain/workshop/step-clock';
import { newWorkshop, type Workshop } from '$lib/domain/workshop/workshop';
import { expect, test } from 'vitest';

const agenda = agendaFrom('thirty-minutes', ['voice', 'regard', 'rules']);

/** A workshop after these commands, each so many seconds after the one before. */
function after(...told: [seconds: number, command: Command][]): Workshop {
	let now = 1_000_000;
	return told.reduce((workshop, [seconds, command]) => {
		now += seconds * 1000;
		const steered = steer(workshop, command);
		if ('refusal' in steered) throw new Error(steered.refusal);
		return ticked(workshop, steered.workshop, now);
	}, newWorkshop(agenda));
}
const next: Command = { kind: 'next' };

test('time counts for the step that the room was in, from start to end', () => {
	const held = after(
		[300, { kind: 'start' }],
		[180, next],
		[60, { kind: 'open-vote' }],
		[540, { kind: 'go-to', step: 2 }],
		[600, { kind: 'go-to', step: 3 }],
		[60, { kind: 'end' }]
	);
	expect(stepsTaken(held)).toEqual([
		{ kind: 'welcome', planned: 2, took: 3 },
		{ kind: 'clues', planned: 16, took: 10 },
		{ kind: 'promises', planned: 10, took: 10 },
		{ kind: 'close', planned: 2, took: 1 }
	]);
	expect(held.clock?.since).toBeNull();
});

test('visits to a step add up, and one that was only clicked through was not held', () => {
	const held = after(
		[0, { kind: 'start' }],
		[120, next],
		[5, { kind: 'go-to', step: 0 }],
		[60, { kind: 'end' }]
	);
	expect(stepsTaken(held)).toEqual([{ kind: 'welcome', planned: 2, took: 3 }]);
});

test('the time in the lobby is nobody’s, and a workshop from before the clock has none', () => {
	expect(stepsTaken(after([3600, { kind: 'start' }]))).toEqual([]);
	expect(stepsTaken(newWorkshop(agenda))).toEqual([]);
});

test('a workshop that was under way before it had a clock counts from the next press on', () => {
	const old: Workshop = { ...after([0, { kind: 'start' }]) };
	delete old.clock;
	const pressed = ticked(old, old, 50_000);
	expect(pressed.clock).toEqual({ since: 50_000, seconds: {} });
});
