import type { StepKind } from './agenda.ts';
import { currentStep, type Workshop } from './workshop.ts';

/** How long the room has been with each step. It says when nothing happened, and nothing about anybody. */
export interface StepClock {
	/** When the present step began, in milliseconds since 1970; null in the lobby and after the end. */
	since: number | null;
	/** Seconds in steps that were left, all visits together. */
	seconds: Readonly<Partial<Record<StepKind, number>>>;
}

const NOT_STARTED: StepClock = { since: null, seconds: {} };

/** The workshop after a command with its clock moved on: time counts for the step that the room was in. */
export function ticked(before: Workshop, after: Workshop, now: number): Workshop {
	const clock = before.clock ?? NOT_STARTED;
	const [left, entered] = [currentStep(before), currentStep(after)];
	if (left === entered)
		return entered && clock.since === null
			? { ...after, clock: { ...clock, since: now } }
			: { ...after, clock };
	return { ...after, clock: { since: entered ? now : null, seconds: counted(clock, left, now) } };
}

/** A step that was only clicked through was not held. */
const SHORTEST_SECONDS = 20;

/** The steps that the room went through, in the agenda's order, in minutes. */
export function stepsTaken({ agenda, clock = NOT_STARTED }: Workshop) {
	return agenda.steps.flatMap(({ kind, minutes }) => {
		const seconds = clock.seconds[kind] ?? 0;
		return seconds < SHORTEST_SECONDS ? [] : [{ kind, planned: minutes, took: seconds / 60 }];
	});
}

function counted(
	{ since, seconds }: StepClock,
	kind: StepKind | undefined,
	now: number
): StepClock['seconds'] {
	if (!kind || since === null) return seconds;
	const spent = Math.max(0, Math.round((now - since) / 1000));
	return { ...seconds, [kind]: (seconds[kind] ?? 0) + spent };
}
