import type { Agenda } from './agenda.ts';
import type { Command, SteerRefusal } from './command.ts';
import { steerExchange } from './steer-exchange.ts';
import { steerTexts } from './steer-texts.ts';
import {
	currentDimension,
	currentStep,
	phaseOf,
	type CluePhase,
	type Workshop
} from './workshop.ts';

export type Steered = { workshop: Workshop } | { refusal: SteerRefusal };

/** The workshop after the facilitator's command, or why it stays as it is. */
export function steer(workshop: Workshop, command: Command): Steered {
	if (workshop.stage === 'ended') return refuse('workshop-ended');
	if (command.kind === 'arrange') return arrange(workshop, command.agenda);
	if (command.kind === 'end') return become(workshop, { stage: 'ended', timer: null });
	if (command.kind === 'start') return start(workshop);
	if (workshop.stage === 'lobby') return refuse('not-started');

	switch (command.kind) {
		case 'next':
			return move(workshop, 1);
		case 'back':
			return move(workshop, -1);
		case 'go-to':
			return goTo(workshop, command.step);
		case 'choose-clue':
			return chooseClue(workshop, command.clue);
		case 'open-vote':
		case 'reveal':
		case 'vote-again':
			return turnClue(workshop, command);
		case 'open-focus':
		case 'close-focus':
			return turnFocus(workshop, command.kind);
		case 'open-weighing':
		case 'close-weighing':
			return turnWeighing(workshop, command.kind);
		case 'show-texts':
		case 'next-text':
		case 'settle-pictures':
			return steerTexts(workshop, command);
		case 'name-parties':
		case 'say-pair':
			return steerExchange(workshop, command);
		case 'start-timer':
			return become(workshop, { timer: timerOf(command) });
		case 'stop-timer':
			return become(workshop, { timer: null });
	}
}

const LONGEST_TIMER_SECONDS = 3 * 60 * 60;

function timerOf({ seconds, now }: { seconds: number; now: number }) {
	const clipped = Math.min(Math.max(Math.round(seconds), 1), LONGEST_TIMER_SECONDS);
	return { seconds: clipped, endsAt: now + clipped * 1000 };
}

function start(workshop: Workshop): Steered {
	if (workshop.stage === 'running') return refuse('already-started');
	return become(workshop, { stage: 'running', step: 0, clue: 0 });
}

/** Within the clues and the talk, one dimension on or back; elsewhere one step. */
function move(workshop: Workshop, by: 1 | -1): Steered {
	const { agenda, clue, step } = workshop;
	const isWithin = currentDimension(workshop) !== undefined;
	if (isWithin && agenda.dimensions[clue + by] !== undefined)
		return chooseClue(workshop, clue + by);

	const target = agenda.steps[step + by];
	if (!target) return refuse('no-such-step');
	const lastClue = Math.max(0, agenda.dimensions.length - 1);
	return become(workshop, { step: step + by, clue: by === 1 ? 0 : lastClue, timer: null });
}

function goTo(workshop: Workshop, step: number): Steered {
	if (!workshop.agenda.steps[step]) return refuse('no-such-step');
	return become(workshop, { step, clue: 0, timer: null });
}

function chooseClue(workshop: Workshop, clue: number): Steered {
	if (currentDimension(workshop) === undefined) return refuse('not-in-this-step');
	if (workshop.agenda.dimensions[clue] === undefined) return refuse('no-such-clue');
	return become(workshop, { clue, timer: null });
}

type ClueCommand = { kind: 'open-vote' | 'vote-again' } | { kind: 'reveal'; votes: number };

function turnClue(workshop: Workshop, command: ClueCommand): Steered {
	const dimension = currentDimension(workshop);
	if (currentStep(workshop) !== 'clues' || !dimension) return refuse('not-in-this-step');

	const turned = nextPhase(phaseOf(workshop, dimension), command);
	if ('refusal' in turned) return turned;
	return become(workshop, {
		phases: { ...workshop.phases, [dimension]: turned.phase },
		timer: null
	});
}

function nextPhase(
	phase: CluePhase,
	command: ClueCommand
): { phase: CluePhase } | { refusal: SteerRefusal } {
	const isVoting = phase === 'voting' || phase === 'voting-again';
	switch (command.kind) {
		case 'open-vote':
			return phase === 'reading' ? { phase: 'voting' } : refuse('vote-already-open');
		case 'reveal':
			if (!isVoting) return refuse('vote-not-open');
			if (command.votes === 0) return refuse('nobody-voted');
			return { phase: phase === 'voting' ? 'revealed' : 'revealed-again' };
		case 'vote-again':
			if (phase === 'revealed') return { phase: 'voting-again' };
			return refuse(
				phase === 'reading' || phase === 'voting' ? 'not-revealed-yet' : 'voted-twice-already'
			);
	}
}

function turnFocus(workshop: Workshop, kind: 'open-focus' | 'close-focus'): Steered {
	if (currentStep(workshop) !== 'focus') return refuse('not-in-this-step');
	if (workshop.focus === 'closed') return refuse('focus-already-closed');
	if (kind === 'open-focus') {
		if (workshop.focus === 'open') return refuse('focus-already-open');
		return become(workshop, { focus: 'open' });
	}
	if (workshop.focus !== 'open') return refuse('focus-not-open');
	return become(workshop, { focus: 'closed', timer: null });
}

/** May be opened again for promises that came later; what was weighed stays. */
function turnWeighing(workshop: Workshop, kind: 'open-weighing' | 'close-weighing'): Steered {
	if (currentStep(workshop) !== 'promises') return refuse('not-in-this-step');
	const isOpen = workshop.weighing === 'open';
	if (kind === 'open-weighing')
		return isOpen ? refuse('weighing-already-open') : become(workshop, { weighing: 'open' });
	if (!isOpen) return refuse('weighing-not-open');
	return become(workshop, { weighing: 'closed', timer: null });
}

/** A new order keeps the room where it is; what was already voted on stays in the agenda. */
function arrange(workshop: Workshop, agenda: Agenda): Steered {
	if (workshop.stage === 'lobby') return become(workshop, { agenda });

	const step = agenda.steps.findIndex(({ kind }) => kind === currentStep(workshop));
	const isKept = Object.keys(workshop.phases).every((id) => agenda.dimensions.includes(id));
	if (step < 0 || !isKept) return refuse('step-in-use');

	const dimension = currentDimension(workshop);
	const clue = dimension === undefined ? 0 : agenda.dimensions.indexOf(dimension);
	return clue < 0 ? refuse('step-in-use') : become(workshop, { agenda, step, clue });
}

function become(workshop: Workshop, change: Partial<Workshop>): Steered {
	return { workshop: { ...workshop, ...change } };
}

function refuse(refusal: SteerRefusal): { refusal: SteerRefusal } {
	return { refusal };
}
