import { holoscope } from '$lib/content/instruments';
import { workshopDimensions } from '$lib/content/workshop-dimensions';
import { agendaFrom, type StepKind } from '$lib/domain/workshop/agenda';
import type { PromiseView } from '$lib/domain/workshop/promise';
import type { VoteResult } from '$lib/domain/workshop/results';
import type { FacilitatorView, PresenterView, Room, Scene } from '$lib/domain/workshop/views';

export const dimensions = workshopDimensions({
	instrument: holoscope.id,
	edition: holoscope.edition
});
const agenda = agendaFrom('ninety-minutes', Object.keys(dimensions));

function roomWith(scene: Scene, changes: Partial<Room>): Room {
	const kind = scene.kind as StepKind;
	const isRunning = scene.kind !== 'lobby' && scene.kind !== 'ended';
	return {
		revision: 7,
		stage: isRunning ? 'running' : (scene.kind as 'lobby' | 'ended'),
		organization: 'Lumen',
		team: 'Harbor',
		instrument: holoscope.id,
		edition: holoscope.edition,
		openness: 'anonymous',
		k: 5,
		people: 17,
		isTooFewForNumbers: false,
		...agenda,
		step: Math.max(
			0,
			agenda.steps.findIndex((step) => step.kind === kind)
		),
		clue: 0,
		timer: null,
		isFacilitatorHere: true,
		scene,
		...changes
	};
}

/** What the shared screen gets in this scene: seventeen people, anonymous, ninety minutes. */
export function presenterView(scene: Scene, changes: Partial<PresenterView> = {}): PresenterView {
	return { role: 'presenter', code: 'KTRM-4827', ...roomWith(scene, changes), ...changes };
}

/** The same for whoever drives. */
export function facilitatorView(
	scene: Scene,
	changes: Partial<FacilitatorView> = {}
): FacilitatorView {
	const own = {
		role: 'facilitator' as const,
		code: 'KTRM-4827',
		phases: {},
		hidden: [],
		texts: [],
		unmet: 0
	};
	return { ...own, ...roomWith(scene, changes), ...changes };
}

export function clueScene(
	changes: Partial<Extract<Scene, { kind: 'clues' }>> = {}
): Extract<Scene, { kind: 'clues' }> {
	return {
		kind: 'clues',
		dimension: 'voice',
		phase: 'reading',
		voted: null,
		first: null,
		second: null,
		...changes
	};
}

export function voteResultOf(counts: number[], changes: Partial<VoteResult> = {}): VoteResult {
	const n = counts.reduce((sum, count) => sum + count, 0);
	const sum = counts.reduce((total, count, level) => total + count * (level + 1), 0);
	return {
		n,
		mean: { as: 'value', value: sum / n },
		dots: { as: 'counts', counts },
		shape: 'two-camps',
		moved: null,
		voters: null,
		...changes
	};
}

export function promiseView(changes: Partial<PromiseView> = {}): PromiseView {
	return {
		id: 'a',
		words: 'We ask a customer before we fix a plan',
		serves: 'They see what came of it',
		dimension: 'voice',
		owner: null,
		dueOn: null,
		state: 'proposed',
		weight: null,
		...changes
	};
}
